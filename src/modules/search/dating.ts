import { dayFromCivil, yearOfDay } from '#formats/dates/index.ts';
import { type RecordView, termCodes } from './record-view.ts';
import { yearsOfPeriod } from './terms.ts';

/** Days since 1970-01-01; null is an open or unknown end. */
export interface DayRange {
  earliest: number | null;
  latest: number | null;
}

/** From the first to the last day that the record's dates allow; its periods where it has no date. */
export function datingOf(view: RecordView): DayRange {
  const dates = view.values('date').flatMap(({ value }) => daysOf(value));
  const ranges = dates.length > 0 ? dates : periodDays(view);
  return { earliest: outermost(ranges, 'earliest', Math.min), latest: outermost(ranges, 'latest', Math.max) };
}

function daysOf(value: unknown): DayRange[] {
  if (typeof value !== 'object' || value === null) return [];
  const earliest = dayOf(Reflect.get(value, 'earliest'));
  const latest = dayOf(Reflect.get(value, 'latest'));
  return earliest === null && latest === null ? [] : [{ earliest, latest }];
}

// Four bytes: the columns of the index hold five million years either way.
const LAST_DAY = 2 ** 31 - 1;
const dayOf = (day: unknown): number | null =>
  typeof day === 'number' && Number.isInteger(day) && Math.abs(day) < LAST_DAY ? day : null;

function periodDays(view: RecordView): DayRange[] {
  return termCodes(view, 'period').flatMap((id) => {
    const years = yearsOfPeriod(view.terms, id);
    if (!years) return [];
    return [
      {
        earliest: years.from === null ? null : dayFromCivil({ year: years.from, month: 1, day: 1 }),
        latest: years.to === null ? null : dayFromCivil({ year: years.to, month: 12, day: 31 }),
      },
    ];
  });
}

/** An open end stays open. */
function outermost(
  ranges: readonly DayRange[],
  end: keyof DayRange,
  pick: (...days: number[]) => number,
): number | null {
  const days = ranges.map((range) => range[end]);
  return days.length === 0 || days.some((day) => day === null)
    ? null
    : pick(...days.filter((day) => day !== null));
}

/** Before this century everything shares one bucket; records of early prehistory are few. */
const FIRST_CENTURY = -30;
const LAST_CENTURY = 21;

const centuryOf = (day: number): number =>
  Math.min(LAST_CENTURY, Math.max(FIRST_CENTURY, Math.floor(yearOfDay(day) / 100)));

/** The centuries a range touches, as values of the hidden facet that lets the index answer `from` and `to`. */
export function centuriesOf({ earliest, latest }: DayRange): string[] {
  if (earliest === null && latest === null) return [];
  const first = earliest === null ? FIRST_CENTURY : centuryOf(earliest);
  const last = latest === null ? LAST_CENTURY : centuryOf(latest);
  return Array.from({ length: last - first + 1 }, (_, index) => `c${first + index}`);
}
