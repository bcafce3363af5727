import { csvLine } from '#formats/csv/index.ts';
import { writeTextWorkbook } from '#formats/xlsx/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ERROR_COLUMNS, RECORD_COLUMN } from '../sheet/columns.ts';
import type { RowProblem } from '../sheet/row.ts';
import { CELL_ROOM, divided, recordColumns } from '../table/long-cells.ts';
import type { RowReport } from './outcome.ts';

interface Rejecting {
  header: readonly string[];
  lang: Lang;
}

/** The rejected rows as they came, with what is wrong and what to do: to be corrected and imported again. */
export function* rejectedLines(rows: Iterable<RowReport>, { header, lang }: Rejecting): Generator<string> {
  const own = ownColumns(header);
  yield `\ufeff${csvLine([...own.map(({ name }) => name), ...ERROR_COLUMNS[lang]], { guardFormulas: true })}`;
  for (const cells of rejectedRows(rows, { own, lang })) yield csvLine(cells, { guardFormulas: true });
}

/** The same as a workbook, for those who sent one. */
export function rejectedWorkbook(
  rows: Iterable<RowReport>,
  { header, lang }: Rejecting,
): AsyncIterable<Uint8Array> {
  const own = ownColumns(header);
  const names = own.map(({ name }) => name);
  const record = names.indexOf(RECORD_COLUMN);
  const parts =
    record < 0 ? 1 : Math.ceil((longestCell(rows, own[record]?.index ?? 0) + 1) / (CELL_ROOM - 1));
  const further = (cells: readonly string[]): string[] =>
    record < 0 ? [] : divided(cells[record] ?? '', parts).slice(1);
  const divide = (cells: string[]): string[] =>
    record < 0
      ? cells
      : [...cells.with(record, divided(cells[record] ?? '', parts)[0] ?? ''), ...further(cells)];
  const headers = [...names, ...ERROR_COLUMNS[lang], ...(record < 0 ? [] : recordColumns(parts).slice(1))];
  return writeTextWorkbook({
    name: ERROR_COLUMNS[lang][0],
    headers: [headers],
    widths: headers.map((_, index) => (index < names.length || index >= names.length + 2 ? 24 : 60)),
    rows: rejectedRows(rows, { own, lang }).map(divide),
  });
}

type OwnColumn = { name: string; index: number };

function ownColumns(header: readonly string[]): OwnColumn[] {
  return header.map((name, index) => ({ name, index })).filter(({ name }) => !isErrorColumn(name));
}

function longestCell(rows: Iterable<RowReport>, column: number): number {
  let longest = 0;
  for (const { outcome, cells } of rows) {
    if (outcome === 'rejected') longest = Math.max(longest, cells[column]?.length ?? 0);
  }
  return longest;
}

function* rejectedRows(
  rows: Iterable<RowReport>,
  { own, lang }: { own: readonly OwnColumn[]; lang: Lang },
): Generator<string[]> {
  for (const { outcome, cells, problems } of rows) {
    if (outcome !== 'rejected') continue;
    const wrong = problems.map((found) => inColumn(found, found.problem[lang])).join('\n');
    const advice = [...new Set(problems.map((found) => found.advice[lang]).filter(Boolean))].join('\n');
    yield [...own.map(({ index }) => cells[index] ?? ''), wrong, advice];
  }
}

function isErrorColumn(name: string): boolean {
  return [...ERROR_COLUMNS.vi, ...ERROR_COLUMNS.en].some((column) => column === name);
}

export function problemText(found: RowProblem, lang: Lang): string {
  return [inColumn(found, found.problem[lang]), found.advice[lang]].filter(Boolean).join(' ');
}

function inColumn({ column }: RowProblem, text: string): string {
  return column === '' ? text : `${column}: ${text}`;
}
