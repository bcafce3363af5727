import type { Entry, PaperBlock } from '#formats/paper/index.ts';
import { gridOf, tableOf } from './ruled.ts';
import type { LineStyle, Page, Sheet } from './sheet.ts';

const TEXT = 11;
const HEADING = 12;

/** Draws one block at the pen. */
export function drawBlock(page: Page, block: PaperBlock): void {
  switch (block.kind) {
    case 'letterhead':
      letterhead(page, block);
      break;
    case 'title':
      title(page, block);
      break;
    case 'heading':
      heading(page, block.text);
      break;
    case 'entry':
      entry(page, block);
      break;
    case 'grid':
      gridOf(page, block.entries);
      break;
    case 'table':
      tableOf(page, block);
      break;
    case 'signatures':
      signatures(page, block);
      break;
  }
}

/** One structure element with a text in it. */
function put({ sheet, root }: Page, tag: string, text: string, style: LineStyle): void {
  const struct = sheet.pdf.struct(tag);
  root.add(struct);
  const lines = sheet.type.wrap(sheet.type.shown(text), style);
  sheet.write(struct, lines, style);
  struct.end();
}

function full({ sheet }: Page, changes: Partial<LineStyle> = {}): LineStyle {
  return { weight: 'regular', size: TEXT, x: 0, width: sheet.width, ...changes };
}

function gap({ sheet }: Page, height: number): void {
  sheet.moveTo(sheet.y() + height);
}

interface Column {
  lines: readonly { text: string; weight: 'regular' | 'bold'; size?: number }[];
  x: number;
  width: number;
}

/** Columns side by side, each from the same height; the pen goes on below the longest. */
function columns(page: Page, list: readonly Column[], height: number): void {
  const { sheet } = page;
  if (sheet.room() < height) sheet.newPage();
  const top = sheet.y();
  const ends = list.map(({ lines, x, width }) => {
    sheet.moveTo(top);
    for (const { text, weight, size = TEXT } of lines)
      put(page, 'P', text, { weight, size, x, width, align: 'center' });
    return sheet.y();
  });
  sheet.moveTo(Math.max(top, ...ends));
}

type Letterhead = Extract<PaperBlock, { kind: 'letterhead' }>;

function letterhead(page: Page, { left, right }: Letterhead): void {
  const { width } = page.sheet;
  const bold = (text: string) => ({ text, weight: 'bold' as const, size: 10.5 });
  const issuer = left.map((text, index) =>
    index === left.length - 1 ? bold(text) : { text, weight: 'regular' as const, size: 10.5 },
  );
  const split = width * 0.4;
  columns(
    page,
    [
      { lines: issuer, x: 0, width: split - 8 },
      { lines: right.map(bold), x: split, width: width - split },
    ],
    60,
  );
  const middle = page.sheet.left + split + (width - split) / 2;
  const y = page.sheet.y() + 3;
  page.sheet.draw((pdf) =>
    pdf
      .moveTo(middle - 70, y)
      .lineTo(middle + 70, y)
      .lineWidth(0.7)
      .stroke(),
  );
  gap(page, 18);
}

function title(page: Page, { text, under }: Extract<PaperBlock, { kind: 'title' }>): void {
  put(page, 'H1', text, full(page, { weight: 'bold', size: 15, align: 'center' }));
  for (const line of under) put(page, 'P', line, full(page, { align: 'center' }));
  gap(page, 8);
}

function heading(page: Page, text: string): void {
  const { sheet } = page;
  gap(page, 8);
  // A heading at the foot of a page would stand without its text.
  if (sheet.room() < sheet.type.lineHeight(HEADING) * 3) sheet.newPage();
  put(page, 'H2', text, full(page, { weight: 'bold', size: HEADING }));
  gap(page, 2);
}

function entry(page: Page, { label, value, blankLines }: Entry): void {
  const { sheet } = page;
  if (sheet.room() < sheet.type.lineHeight(TEXT) * 2) sheet.newPage();
  if (label !== '') put(page, 'P', `${label}:`, full(page, { weight: 'bold', size: 10 }));
  if (value !== '') put(page, 'P', value, full(page));
  else for (let line = 0; line < blankLines; line += 1) dottedLine(sheet, { x: 0, width: sheet.width });
  gap(page, 4);
}

/** A line to write on by hand. */
function dottedLine(sheet: Sheet, { x, width }: { x: number; width: number }): void {
  const height = sheet.type.lineHeight(TEXT) + 3;
  if (sheet.room() < height) sheet.newPage();
  const y = sheet.y() + height - 4;
  const from = sheet.left + x;
  sheet.draw((pdf) =>
    pdf
      .moveTo(from, y)
      .lineTo(from + width, y)
      .lineWidth(0.6)
      .dash(1, { space: 2 })
      .stroke(),
  );
  sheet.moveTo(sheet.y() + height);
}

type Signatures = Extract<PaperBlock, { kind: 'signatures' }>;
/** Points that signature and stamp need. */
const SIGNING_ROOM = 130;

function signatures(page: Page, { place, signers }: Signatures): void {
  const { sheet } = page;
  gap(page, 10);
  if (sheet.room() < SIGNING_ROOM) sheet.newPage();
  put(page, 'P', place, full(page, { align: 'right' }));
  const width = sheet.width / Math.max(1, signers.length);
  const list = signers.map(({ role, note }, index) => ({
    lines: [
      { text: role, weight: 'bold' as const },
      { text: note, weight: 'regular' as const, size: 10 },
    ],
    x: index * width,
    width,
  }));
  columns(page, list, SIGNING_ROOM - 30);
}
