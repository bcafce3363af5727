import type { Generated } from 'kysely';
import type { UnitLevel } from './unit-type.ts';

export type UnitScheme = 'gso-2025' | 'gso-2024' | 'named';
export type Extent = 'whole' | 'part' | 'unstated';

interface AdminUnitTable {
  id: Generated<number>;
  key: string;
  scheme: UnitScheme;
  code: string | null;
  level: UnitLevel;
  type: string;
  name: string;
  full_name: string;
  name_en: string | null;
  folded: string;
  valid_from: string | null;
  valid_to: string | null;
  parent_id: number | null;
  lat: number | null;
  lon: number | null;
  area_km2: string | null;
  population: number | null;
  note: string | null;
  source: string;
}

interface AdminUnitTypeTable {
  unit_id: number;
  type: string;
  full_name: string;
  valid_from: string | null;
  valid_to: string | null;
  legal_basis: string;
}

interface AdminSuccessionTable {
  predecessor_id: number;
  successor_id: number;
  date: string;
  extent: Extent;
  verbatim: string | null;
  legal_basis: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    admin_unit: AdminUnitTable;
    admin_unit_type: AdminUnitTypeTable;
    admin_succession: AdminSuccessionTable;
  }
}
