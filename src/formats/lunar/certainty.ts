import { dayFromCivil } from '#formats/dates/index.ts';

/** Decision 121-CP of 8 August 1967: the calendar is made at UTC+7 from 1968 on. Earlier results are computed back. */
const OFFICIAL_FROM = dayFromCivil({ year: 1968, month: 1, day: 1 });
/** The court adopted the Hiệp Kỷ calendar for the lunar year 1813; before it, leap months could differ. */
const HIEP_KY_YEAR = 1813;
const LONGEST_MONTH = 30;

export interface Reliability {
  basis: 'computed' | 'sourced';
  /** Citation of the table used; null when computed. */
  source: string | null;
  /** "Tính ngược": computed back for a time when another calendar was in force. */
  retro: boolean;
  /** The historical date may differ by so many days and, on top of that, by so many lunar months. */
  uncertaintyDays: number;
  uncertaintyMonths: number;
}

export function reliabilityOf(given: { day: number; lunarYear: number; source: string | null }): Reliability {
  const { day, lunarYear, source } = given;
  if (source !== null)
    return { basis: 'sourced', source, retro: false, uncertaintyDays: 0, uncertaintyMonths: 0 };
  const retro = day < OFFICIAL_FROM;
  const uncertaintyMonths = lunarYear < HIEP_KY_YEAR ? 1 : 0;
  return { basis: 'computed', source, retro, uncertaintyDays: retro ? 1 : 0, uncertaintyMonths };
}

/** Days by which either end of an interval may move. */
export function marginDays({ uncertaintyDays, uncertaintyMonths }: Reliability): number {
  return uncertaintyDays + uncertaintyMonths * LONGEST_MONTH;
}
