import {
  type CellContext,
  columnOfReference,
  EMPTY,
  type RawCell,
  readCell,
  type WorkbookCell,
} from './cells.ts';
import { mergeRepeater, readMergedAreas } from './merged.ts';
import type { Package, SheetPart } from './parts.ts';
import { damaged, demand, type SheetPlace } from './refusal.ts';
import { textCollector, unescaped } from './text-runs.ts';
import { type Attributes, xmlParser } from './xml.ts';
import { expand } from './zip.ts';

/** `row` counts from 1, as the spreadsheet shows it. Rows without any value are left out. */
export interface WorkbookRow {
  row: number;
  /** As far as the last cell with a value. */
  cells: WorkbookCell[];
}

/** The rows of a sheet in their order, some dozen at a time; throws `Refused`. */
export async function* sheetRows(
  zip: Package,
  sheet: SheetPart,
  context: CellContext,
): AsyncGenerator<WorkbookRow[]> {
  const repeatMerged = mergeRepeater(await readMergedAreas(zip, sheet.entry), zip.limits);
  let rows: WorkbookRow[] = [];
  const gather = rowGatherer({ zip, sheet, context }, (row, cells) => {
    repeatMerged(row - 1, cells);
    const last = cells.findLastIndex(({ kind }) => kind !== 'empty');
    if (last >= 0) rows.push({ row, cells: last + 1 < cells.length ? cells.slice(0, last + 1) : cells });
  });
  for await (const piece of expand(zip.source, sheet.entry)) {
    for (let start = 0; start < piece.length; start += SLICE) {
      gather.write(piece.subarray(start, start + SLICE));
      if (rows.length > 0) yield rows;
      rows = [];
    }
  }
  gather.end();
  if (rows.length > 0) yield rows;
}

/** Bytes parsed before rows are handed on: the shortest rows may still have cells in the last of 16,384 columns. */
const SLICE = 8_192;

interface Reading {
  zip: Package;
  sheet: SheetPart;
  context: CellContext;
}

function rowGatherer(
  { zip: { limits }, sheet, context }: Reading,
  onRow: (row: number, cells: WorkbookCell[]) => void,
) {
  let [row, column, inValue] = [0, -1, false];
  let cells: WorkbookCell[] = [];
  let raw: RawCell | undefined;
  const inline = textCollector();
  const place = (): SheetPlace => ({ sheet: sheet.name, row, ...(raw ? { column: column + 1 } : {}) });

  const openRow = ({ r }: Attributes): void => {
    const number = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(number) || number <= row)
      throw damaged('rows out of order', { sheet: sheet.name, row });
    demand('rows', number, { limits, place: { sheet: sheet.name, row: number } });
    [row, column, cells] = [number, -1, []];
  };
  const openCell = ({ r = '', t = 'n', s = '0' }: Attributes): void => {
    column = columnOfReference(r) ?? column + 1;
    demand('columns', column + 1, { limits, place: { sheet: sheet.name, row, column: column + 1 } });
    raw = { type: t, style: Number(s), value: '', inline: '' };
    inline.start();
  };
  const closeCell = (): void => {
    if (!raw) return;
    const { text, runs } = inline.take();
    raw.inline = runs ? { text, runs } : text;
    raw.value = raw.type === 'str' ? unescaped(raw.value) : raw.value;
    demand('cellCharacters', Math.max(text.length, raw.value.length), { limits, place: place() });
    const cell = readCell(raw, context);
    raw = undefined;
    if (cell.kind === 'empty') return;
    while (cells.length < column) cells.push(EMPTY);
    cells[column] = cell;
  };

  const parser = xmlParser(
    {
      open: (name, attributes) => {
        if (name === 'row') openRow(attributes);
        else if (name === 'c') openCell(attributes);
        else if (raw && name === 'v') inValue = true;
        else if (raw) inline.open(name, attributes);
      },
      text: (text) => {
        if (inValue && raw) raw.value += text;
        else if (raw) inline.text(text);
      },
      close: (name) => {
        if (name === 'row') onRow(row, cells);
        else if (name === 'c') closeCell();
        else if (name === 'v') inValue = false;
        else inline.close(name);
      },
    },
    limits.cellCharacters,
  );
  const write = (piece: Uint8Array): void => {
    parser.write(piece);
    if (parser.isTooLong()) demand('cellCharacters', Number.POSITIVE_INFINITY, { limits, place: place() });
  };
  return { write, end: parser.end };
}
