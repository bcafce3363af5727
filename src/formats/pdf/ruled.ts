import { type Entry, LABEL_SHARE, type PaperTable } from '#formats/paper/index.ts';
import type { Page, Sheet, Struct } from './sheet.ts';
import type { Weight } from './typeface.ts';

interface Column {
  x: number;
  width: number;
}

interface Row {
  cells: readonly string[];
  weight: readonly Weight[];
  tag: readonly ('TH' | 'TD')[];
  size: number;
  /** Points that the row has at least, for writing by hand. */
  minHeight: number;
}

const PADDING = 3;

/** Labels on the left, values on the right; an empty value leaves room to write. */
export function gridOf(page: Page, entries: readonly Entry[]): void {
  const { sheet } = page;
  const size = 10.5;
  const columns = columnsOf([LABEL_SHARE, 1 - LABEL_SHARE], sheet.width);
  const rows = entries.map(
    ({ label, value, blankLines }): Row => ({
      cells: [label, value],
      weight: ['regular', 'regular'],
      tag: ['TH', 'TD'],
      size,
      minHeight: value === '' ? blankLines * (sheet.type.lineHeight(size) + 3) : 0,
    }),
  );
  drawTable(page, { columns, rows });
}

/** A table whose header stands again on every page it reaches. */
export function tableOf(page: Page, { columns, rows }: PaperTable): void {
  const placed = columnsOf(
    columns.map(({ width }) => width),
    page.sheet.width,
  );
  const plain = (cells: readonly string[], header: boolean): Row => ({
    cells,
    weight: cells.map(() => (header ? 'bold' : 'regular')),
    tag: cells.map(() => (header ? 'TH' : 'TD')),
    size: 9,
    minHeight: 18,
  });
  const head = plain(
    columns.map(({ header }) => header),
    true,
  );
  drawTable(page, { columns: placed, head, rows: rows.map((cells) => plain(cells, false)) });
}

function columnsOf(shares: readonly number[], width: number): Column[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  let x = 0;
  return shares.map((share) => {
    const column = { x, width: (share / sum) * width };
    x += column.width;
    return column;
  });
}

function drawTable(
  { sheet, root }: Page,
  { columns, head, rows }: { columns: Column[]; head?: Row; rows: Row[] },
): void {
  const table = sheet.pdf.struct('Table');
  root.add(table);
  const headHeight = head ? heightOf(linesOf(sheet, head, columns), sheet, head) : 0;
  if (head) {
    if (sheet.room() < headHeight * 3) sheet.newPage();
    drawRow(sheet, { table, row: head, columns, repeat: undefined });
  }
  for (const row of rows) drawRow(sheet, { table, row, columns, repeat: head });
  table.end();
  sheet.moveTo(sheet.y() + 6);
}

type Lines = string[][];

function linesOf({ type }: Sheet, { cells, weight, size }: Row, columns: readonly Column[]): Lines {
  return columns.map(({ width }, index) =>
    type.wrap(type.shown(cells[index] ?? ''), {
      weight: weight[index] ?? 'regular',
      size,
      width: width - 2 * PADDING,
    }),
  );
}

function heightOf(lines: Lines, { type }: Sheet, { size, minHeight }: Row): number {
  const longest = Math.max(1, ...lines.map((cell) => cell.length));
  return Math.max(minHeight, longest * type.lineHeight(size)) + 2 * PADDING;
}

interface RowPlace {
  table: Struct;
  row: Row;
  columns: Column[];
  /** The header, drawn again at the top of a new page; it is read aloud once only. */
  repeat: Row | undefined;
}

/** A row that no page could hold flows on; any other moves to the next page whole. */
function drawRow(sheet: Sheet, { table, row, columns, repeat }: RowPlace): void {
  const struct = sheet.pdf.struct('TR');
  table.add(struct);
  const cells = row.tag.map((tag) => {
    const cell = sheet.pdf.struct(tag);
    struct.add(cell);
    return cell;
  });
  const lineHeight = sheet.type.lineHeight(row.size);
  const turn = () => {
    sheet.newPage();
    if (repeat) drawStrip(sheet, { columns, row: repeat, lines: linesOf(sheet, repeat, columns) });
  };
  let lines = linesOf(sheet, row, columns);
  const height = heightOf(lines, sheet, row);
  if (height > sheet.room() && (height < sheet.bottom / 2 || sheet.room() < 6 * lineHeight)) turn();
  for (;;) {
    const fitting = Math.max(1, Math.floor((sheet.room() - 2 * PADDING) / lineHeight));
    drawStrip(sheet, { columns, row, lines: lines.map((cell) => cell.slice(0, fitting)), cells });
    lines = lines.map((cell) => cell.slice(fitting));
    if (lines.every((cell) => cell.length === 0)) break;
    turn();
  }
  for (const cell of cells) cell.end();
  struct.end();
}

interface Strip {
  columns: readonly Column[];
  row: Row;
  lines: Lines;
  /** Where the text belongs; without them it is a repetition. */
  cells?: readonly Struct[];
}

/** The part of a row that stands on one page, with its rules. */
function drawStrip(sheet: Sheet, { columns, row, lines, cells }: Strip): void {
  const top = sheet.y();
  const height = Math.min(heightOf(lines, sheet, row), Math.max(sheet.bottom - top, 0));
  columns.forEach(({ x, width }, index) => {
    sheet.moveTo(top + PADDING);
    const style = { weight: row.weight[index] ?? 'regular', size: row.size, x: x + PADDING, width } as const;
    const cell = cells?.[index];
    if (cell) sheet.write(cell, lines[index] ?? [], style);
    else sheet.writeAgain(lines[index] ?? [], style);
  });
  sheet.draw((pdf) => {
    pdf.lineWidth(0.5).strokeColor('#808080');
    for (const { x, width } of columns) pdf.rect(sheet.left + x, top, width, height).stroke();
  });
  sheet.moveTo(top + height);
}
