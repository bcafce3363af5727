import { problem } from '../cells/problem.ts';
import type { DateMark } from '../table/table-event.ts';
import type { SheetPlan } from './plan.ts';
import type { RowProblem } from './row.ts';

// Days of the years 1902 to 1905: their numbers are years themselves.
const [FIRST_YEAR, LAST_YEAR] = [1_000, 2_100];

/**
 * A year typed into a cell that is formatted as a date: 1802 shows as 6 December 1904. Which of the two was meant, only
 * the sender knows.
 */
export function dateFaults(
  dates: readonly DateMark[],
  plan: SheetPlan,
  dated: ReadonlySet<number>,
): RowProblem[] {
  return dates.flatMap(({ column, iso, serial }) => {
    if (!dated.has(column) || serial === undefined || !isYear(serial)) return [];
    const words = { year: serial, date: iso };
    return [{ ...problem('year-as-day', words), column: plan.header[column] ?? '', pointer: '' }];
  });
}

const isYear = (serial: number): boolean =>
  Number.isInteger(serial) && serial >= FIRST_YEAR && serial <= LAST_YEAR;
