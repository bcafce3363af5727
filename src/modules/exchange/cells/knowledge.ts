import type { Period } from '#formats/dates/index.ts';
import type { EraRow } from '#formats/era/index.ts';
import type { Catalogue, Field } from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';

/** The administrative units that a text names. */
export type PlaceMatch =
  /** Codes of today's units and of provinces until 30 June 2025. */
  | { kind: 'units'; units: string[]; historicUnits: string[] }
  /** Codes with names, or names alone where a unit of before has no code. */
  | { kind: 'ambiguous'; candidates: string[] }
  /** `near`: as candidates, those with much the same name. */
  | { kind: 'unknown'; near?: string[] };

/** Everything a cell is read by: no database, so that the same cell always reads the same. */
export interface CellKnowledge {
  catalogue: Catalogue;
  vocabularies: Pick<Vocabularies, 'vocabulary'>;
  eras: readonly EraRow[];
  periods: readonly Period[];
  place(text: string): PlaceMatch;
  /** Whether a text is an identifier of this registry rather than a name. */
  isPid(text: string): boolean;
}

/** Where a cell stands: the field it fills, and what it is read by. */
export interface CellField {
  field: Field;
  knowledge: CellKnowledge;
}
