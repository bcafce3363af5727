import type { LocalizedText } from '#platform/i18n/index.ts';
import type { DateMark } from '../table/table-event.ts';
import type { SheetPlan } from './plan.ts';

/** What is read, but may not be what was meant: told once for a column, with the first row where it was seen. */
export interface SheetWarning {
  code: 'day-before-month' | 'date-in-text';
  column: string;
  line: number;
  count: number;
  sample: string;
}

interface WarnedRow {
  line: number;
  cells: readonly string[];
  dates?: readonly DateMark[];
}

/** Gathers warnings while rows are read. */
export function warningGatherer(plan: SheetPlan, warnings: SheetWarning[]) {
  const dated = datedCells(plan);
  const placed = new Set(plan.groups.flatMap(({ cells }) => cells));
  const note = (
    code: SheetWarning['code'],
    cell: number,
    { line, sample }: { line: number; sample: string },
  ): void => {
    const column = plan.header[cell] ?? '';
    const known = warnings.find((warning) => warning.code === code && warning.column === column);
    if (known) known.count += 1;
    else warnings.push({ code, column, line, count: 1, sample });
  };
  return ({ line, cells, dates = [] }: WarnedRow): void => {
    for (const cell of dated) {
      const sample = cells[cell] ?? '';
      if (isEitherWay(sample)) note('day-before-month', cell, { line, sample });
    }
    for (const { column, iso } of dates) {
      if (!dated.has(column) && placed.has(column)) note('date-in-text', column, { line, sample: iso });
    }
  };
}

const DATED = new Set(['date', 'start', 'end']);

/** The cells that hold dates, alone or as the part of a value. */
export function datedCells({ groups }: SheetPlan): ReadonlySet<number> {
  return new Set(
    groups.flatMap(({ group, cells }) =>
      group.columns.flatMap(({ part }, index) => {
        const cell = cells[index];
        const isDate = part === undefined ? group.field.datatype === 'date' : DATED.has(part);
        return isDate && cell !== undefined ? [cell] : [];
      }),
    ),
  );
}

/** 01/02/2024 is a day of February in Vietnam, and of January where the month comes first. */
function isEitherWay(text: string): boolean {
  const [, first, second] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\s*$/.exec(text) ?? [];
  return first !== second && Number(first) <= 12 && Number(second) <= 12;
}

export function warningText({ code, column, line, count, sample }: SheetWarning): LocalizedText {
  const vi = `Cột “${column}”, từ dòng ${line} (${count} ô): `;
  const en = `Column “${column}”, from row ${line} on (${count} cells): `;
  switch (code) {
    case 'day-before-month':
      return {
        vi: `${vi}“${sample}” được đọc là ngày trước, tháng sau. Nếu không đúng, hãy ghi dạng năm-tháng-ngày.`,
        en: `${en}“${sample}” is read as the day before the month. Where that is wrong, write year-month-day.`,
      };
    case 'date-in-text':
      return {
        vi: `${vi}ô mang định dạng ngày (${sample}) trong cột không phải ngày; Excel có thể đã đổi một số hiệu như 3-12 thành ngày. Hãy đối chiếu với bản gốc.`,
        en: `${en}the cell is formatted as a date (${sample}) in a column that holds none; Excel may have turned a number such as 3-12 into a day. Compare it with the original.`,
      };
  }
}
