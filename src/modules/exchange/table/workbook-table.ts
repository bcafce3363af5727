import {
  type OpenSheet,
  openWorkbook,
  type RandomAccess,
  type WorkbookRefusal,
  type WorkbookRow,
} from '#formats/xlsx/index.ts';
import { type CellText, cellText } from './cell-text.ts';
import { columnTexts } from './column-texts.ts';
import { type FoundHeader, findHeader, HEADER_WITHIN, isNumbering } from './header-rows.ts';
import { continuedColumns } from './long-cells.ts';
import type {
  Conversion,
  DateMark,
  TableEvent,
  TableOptions,
  TableRefusal,
  TableRow,
} from './table-event.ts';

/** The table of a workbook: of the first visible sheet with a header that the import understands. */
export async function* readWorkbookTable(
  source: RandomAccess,
  options: TableOptions,
): AsyncGenerator<TableEvent> {
  const opened = await openWorkbook(source);
  if (opened.kind !== 'workbook') return yield opened;
  const chosen = await chooseSheet(opened.sheets, options);
  if (chosen.kind !== 'sheet') return yield chosen;
  yield* sheetEvents(chosen);
}

interface Chosen {
  kind: 'sheet';
  name: string;
  found: FoundHeader;
  head: WorkbookRow[];
  rest: AsyncIterator<WorkbookRow[], WorkbookRefusal | undefined>;
}

/** Fewer names than this may fit by chance where another sheet fits better. */
const FITS = 2;

async function chooseSheet(
  sheets: readonly OpenSheet[],
  options: TableOptions,
): Promise<Chosen | TableRefusal> {
  const { sheet: wanted } = options;
  const names = sheets.map(({ name }) => name);
  const considered = sheets.filter(({ name, hidden }) => (wanted === undefined ? !hidden : name === wanted));
  if (wanted !== undefined && considered.length === 0)
    return { kind: 'no-such-sheet', name: wanted, sheets: names };
  let best: Chosen | undefined;
  for (const sheet of considered) {
    const chosen = await headOf(sheet, options);
    if (chosen && chosen.kind !== 'sheet') return chosen;
    if (chosen && chosen.found.understood > (best?.found.understood ?? -1)) best = chosen;
    if (best && best.found.understood >= FITS) break;
  }
  return best ?? { kind: 'no-table', sheets: names };
}

async function headOf(
  sheet: OpenSheet,
  { understands = () => false, headerRow }: TableOptions,
): Promise<Chosen | WorkbookRefusal | undefined> {
  const rest = rowsOf(sheet);
  const head = await firstRows(rest, Math.max(HEADER_WITHIN, headerRow ?? 0));
  if ('kind' in head) return head;
  const found = findHeader(head, { understands, headerRow });
  return found && { kind: 'sheet', name: sheet.name, found, head, rest };
}

/** A refusal is what the rows end with. */
async function* rowsOf(sheet: OpenSheet): AsyncGenerator<WorkbookRow[], WorkbookRefusal | undefined> {
  for await (const event of sheet.rows()) {
    if (event.kind !== 'rows') return event;
    yield event.rows;
  }
  return undefined;
}

async function firstRows(rows: Chosen['rest'], least: number): Promise<WorkbookRow[] | WorkbookRefusal> {
  const head: WorkbookRow[] = [];
  while (head.length < least) {
    const next = await rows.next();
    if (!next.done) head.push(...next.value);
    else if (next.value) return next.value;
    else break;
  }
  return head;
}

async function* sheetEvents({ name, found, head, rest }: Chosen): AsyncGenerator<TableEvent> {
  const below = head.filter(({ row }) => row > found.row);
  const width = Math.max(found.names.length, ...below.map(({ cells }) => cells.length));
  const names = Array.from({ length: width }, (_, column) => found.names[column] ?? '');
  const repeated = names.findIndex((text, column) => text !== '' && names.indexOf(text) < column);
  if (repeated >= 0) {
    const place = { sheet: name, row: found.row, column: repeated + 1 };
    return yield { kind: 'repeated-header', ...place, name: names[repeated] ?? '' };
  }
  const conversions: Conversion[] = [];
  const { header, join } = continuedColumns(names);
  const header_ = {
    header,
    delimiter: '',
    encoding: 'UTF-8',
    confidence: 1,
    sheet: name,
    row: found.row,
  } as const;
  yield { kind: 'header', ...header_, conversions };
  const settle = columnTexts(names, conversions);
  for await (const rows of following(below, rest)) {
    if ('kind' in rows) return yield rows;
    const wide = rows.find(({ cells }) => cells.length > width);
    const taken = wide ? rows.slice(0, rows.indexOf(wide)) : rows;
    yield* rowEvents(taken, { settle, join, afterHeader: found.row + 1 });
    if (wide) return yield { kind: 'ragged-row', ...raggedAt(wide, width) };
  }
}

function raggedAt({ row, cells }: WorkbookRow, width: number) {
  return { line: row, column: width + 1, expected: width, found: cells.length };
}

async function* following(
  below: WorkbookRow[],
  rest: Chosen['rest'],
): AsyncGenerator<WorkbookRow[] | WorkbookRefusal> {
  yield below;
  for (let next = await rest.next(); ; next = await rest.next()) {
    if (!next.done) yield next.value;
    else {
      if (next.value) yield next.value;
      return;
    }
  }
}

interface Settling {
  settle(rows: readonly CellText[][]): string[][];
  join(cells: string[]): string[];
  afterHeader: number;
}

function* rowEvents(
  rows: readonly WorkbookRow[],
  { settle, join, afterHeader }: Settling,
): Generator<TableRow> {
  // What a merged area repeats to the right is another column's cell, and empty.
  const texts = settle(
    rows.map(({ cells }) => cells.map((cell) => (cell.merged === 'across' ? { text: '' } : cellText(cell)))),
  );
  for (const [index, { row, cells }] of rows.entries()) {
    const text = texts[index] ?? [];
    if (row === afterHeader && isNumbering(text)) continue;
    const dates = datesIn(cells);
    yield { kind: 'row', line: row, cells: join(text), ...(dates.length > 0 ? { dates } : {}) };
  }
}

function datesIn(cells: WorkbookRow['cells']): DateMark[] {
  return cells.flatMap((cell, column) =>
    cell.kind === 'date' ? [{ column, iso: cell.value, serial: cell.serial }] : [],
  );
}
