import { foldFully, normalizeTonePlacement } from '#formats/vietnamese/index.ts';
import type { Extent, UnitScheme } from './tables.ts';
import type { UnitLevel } from './unit-type.ts';

/** An administrative unit as it is loaded; keys are stable over releases of the data. Dates: YYYY-MM-DD, `to` exclusive. */
export interface AdminUnit {
  key: string;
  scheme: UnitScheme;
  code: string | null;
  level: UnitLevel;
  type: string;
  name: string;
  fullName: string;
  nameEn: string | null;
  from: string | null;
  to: string | null;
  parent: string | null;
  lat: number | null;
  lon: number | null;
  /** km², as a decimal string. */
  area: string | null;
  population: number | null;
  note: string | null;
  source: string;
}

/** What a unit was called and counted as during a part of its life. */
export interface UnitTypePeriod {
  unit: string;
  type: string;
  fullName: string;
  from: string | null;
  to: string | null;
  legalBasis: string;
}

export interface Succession {
  predecessor: string;
  successor: string;
  date: string;
  extent: Extent;
  verbatim: string | null;
  legalBasis: string;
}

export interface AdminUnits {
  units: AdminUnit[];
  types: UnitTypePeriod[];
  successions: Succession[];
}

/** The day the 34 provinces and today's communes took over from the 63 and theirs, and districts ended. */
export const REFORM_DAY = '2025-07-01';

export const provinceKey = (code: string): string => `gso-2025:${code}`;
export const oldProvinceKey = (code: string): string => `gso-2024:${code}`;

/** How a name is compared: "Hòa", "Hoà", "hoa" are one; "Đắk Lắk" and "Dak-Lak" too. */
export function foldName(name: string): string {
  return foldFully(name)
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Names without a code are told apart by their exact words; only case and the place of the tone mark do not count. */
export function wordsOfKey(words: string): string {
  return normalizeTonePlacement(words.normalize('NFC').toLowerCase()).replace(/\s+/gu, ' ').trim();
}
