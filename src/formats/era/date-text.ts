import { type DateTextOutcome, type Period, parseDateText } from '#formats/dates/index.ts';
import type { CalendarOptions } from '#formats/lunar/index.ts';
import { mergeRows } from './candidate-years.ts';
import type { EraRow } from './era-names.ts';
import type { EraOutcome } from './outcome.ts';
import { resolveEra } from './resolve.ts';

const prepared = new WeakMap<readonly EraRow[], readonly Period[]>();

/** The dynasties of the table as periods, so that "Lý – Trần" or "cuối thời Nguyễn" can be read. */
function dynastyPeriods(eras: readonly EraRow[]): readonly Period[] {
  const known = prepared.get(eras);
  if (known) return known;
  const periods = mergeRows(eras, 'dynasty').map(({ dynasty, start, end }) => ({
    names: [dynasty, dynasty.replace(/^nhà /i, '')],
    from: start,
    to: end,
  }));
  prepared.set(eras, periods);
  return periods;
}

function namesLunarYear(outcome: EraOutcome): boolean {
  return outcome.kind === 'date' && outcome.candidates.some(({ lunarYear }) => lunarYear !== null);
}

/**
 * Reads any date text: a year of an era or of the sixty-year cycle first, as the more precise statement, then every form
 * of `parseDateText` (with the dynasties of the era table among its periods), then whole reigns.
 */
export function resolveDateText(
  verbatim: string,
  context: { eras: readonly EraRow[]; periods?: readonly Period[] } & CalendarOptions,
): DateTextOutcome | EraOutcome {
  const { eras, periods = [] } = context;
  const era = resolveEra(verbatim, eras, context);
  if (namesLunarYear(era)) return era;
  const date = parseDateText(verbatim, { periods: [...periods, ...dynastyPeriods(eras)] });
  return date.kind === 'unrecognised' ? era : date;
}
