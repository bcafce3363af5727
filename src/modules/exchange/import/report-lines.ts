import { csvLine } from '#formats/csv/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { ImportCounts, RowReport, SheetReport } from './outcome.ts';
import { problemText } from './report.ts';

const COLUMNS = ['line', 'outcome', 'pid', 'pointer', 'message', 'changes'];

/** The name of the sheet stands before the line, where the file is a workbook. */
type Cells = (cells: (string | number)[]) => string;

function cellsOf(sheet: string | undefined): Cells {
  return (cells) => csvLine(sheet === undefined ? cells : [sheet, ...cells], { guardFormulas: true });
}

/** One line for every row of the sheet, as CSV. `changes`: each cell that changes, old → new. */
export function* reportLines(rows: Iterable<RowReport>, lang: Lang, sheet?: string): Generator<string> {
  const lineOf = cellsOf(sheet);
  yield `\ufeff${csvLine(sheet === undefined ? COLUMNS : ['sheet', ...COLUMNS])}`;
  for (const { line, outcome, pid, problems, changes } of rows) {
    const pointers = problems.map(({ pointer }) => pointer).filter(Boolean);
    const texts = problems.map((found) => problemText(found, lang));
    const changed = changes.map(({ column, before, after }) => `${column}: ${before} → ${after}`);
    yield lineOf([line, outcome, pid, ...[pointers, texts, changed].map((list) => list.join('\n'))]);
  }
}

/** What stands below the rows: those that are no data, and how many there are of each outcome. */
export function* reportEnd(
  { sheet: { sheet, aside }, counts }: { sheet: SheetReport; counts: ImportCounts },
  lang: Lang,
): Generator<string> {
  const lineOf = cellsOf(sheet);
  const { count = 0, first = [] } = aside ?? {};
  for (const { line, text } of first) yield lineOf([line, 'left-out', '', '', text, '']);
  const { created, updated, unchanged, rejected } = counts;
  const left = count === 0 ? { vi: '', en: '' } : { vi: `, bỏ qua ${count}`, en: `, ${count} left out` };
  const total = {
    vi: `mới ${created}, sửa ${updated}, không đổi ${unchanged}, bị từ chối ${rejected}${left.vi}`,
    en: `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected${left.en}`,
  };
  yield lineOf(['', 'total', '', '', total[lang], '']);
}
