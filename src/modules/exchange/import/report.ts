import { csvLine } from '#formats/csv/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ERROR_COLUMNS } from '../sheet/columns.ts';
import type { RowProblem } from '../sheet/row.ts';
import type { RowReport } from './outcome.ts';

const REPORT_COLUMNS = ['line', 'outcome', 'pid', 'pointer', 'message', 'changes'];

/** One line for every row of the sheet, as CSV. `changes`: each cell that changes, old → new. */
export function* reportLines(rows: Iterable<RowReport>, lang: Lang): Generator<string> {
  yield `\ufeff${csvLine(REPORT_COLUMNS)}`;
  for (const { line, outcome, pid, problems, changes } of rows) {
    const cells = [
      line,
      outcome,
      pid,
      problems
        .map(({ pointer }) => pointer)
        .filter(Boolean)
        .join('\n'),
      problems.map((found) => problemText(found, lang)).join('\n'),
      changes.map(({ column, before, after }) => `${column}: ${before} → ${after}`).join('\n'),
    ];
    yield csvLine(cells, { guardFormulas: true });
  }
}

/** The rejected rows as they came, with what is wrong and what to do: to be corrected and imported again. */
export function* rejectedLines(
  rows: Iterable<RowReport>,
  { header, lang }: { header: readonly string[]; lang: Lang },
): Generator<string> {
  const own = header.map((name, index) => ({ name, index })).filter(({ name }) => !isErrorColumn(name));
  yield `\ufeff${csvLine([...own.map(({ name }) => name), ...ERROR_COLUMNS[lang]], { guardFormulas: true })}`;
  for (const { outcome, cells, problems } of rows) {
    if (outcome !== 'rejected') continue;
    const wrong = problems.map((found) => inColumn(found, found.problem[lang])).join('\n');
    const advice = [...new Set(problems.map((found) => found.advice[lang]).filter(Boolean))].join('\n');
    yield csvLine([...own.map(({ index }) => cells[index] ?? ''), wrong, advice], { guardFormulas: true });
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
