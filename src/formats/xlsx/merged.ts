import { columnOfReference, EMPTY, type WorkbookCell } from './cells.ts';
import type { Package } from './parts.ts';
import { demand, type WorkbookLimits } from './refusal.ts';
import { expand, type ZipEntry } from './zip.ts';

/** Rows and columns of a merged area, from 0, both ends included. */
export type MergedArea = { top: number; left: number; bottom: number; right: number };

// Merged areas stand after all rows, but are needed with them. They are found in the text of the part before it is
// parsed, which costs little beside the parsing.
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/g;
const LONGEST = 256;

export async function readMergedAreas({ source, limits }: Package, part: ZipEntry): Promise<MergedArea[]> {
  const areas: MergedArea[] = [];
  let rest = '';
  for await (const piece of expand(source, part)) {
    const text = rest + piece.toString('latin1');
    let end = 0;
    for (const found of text.matchAll(MERGE)) {
      end = found.index + found[0].length;
      const area = areaOf(found[1] ?? '', found[2] ?? '');
      // What ends before it begins would stay open for ever.
      if (area.bottom >= area.top && area.right >= area.left) areas.push(area);
    }
    demand('mergedAreas', areas.length, { limits });
    rest = text.slice(Math.max(end, text.length - LONGEST));
  }
  return areas;
}

function areaOf(first: string, last: string): MergedArea {
  const rowOf = (reference: string): number => Number(reference.replace(/\D/g, '')) - 1;
  return {
    top: rowOf(first),
    left: columnOfReference(first) ?? 0,
    bottom: rowOf(last),
    right: columnOfReference(last) ?? 0,
  };
}

/** Areas are filled this far: nobody merges more columns of data, and a hostile sheet would take for ever. */
const WIDEST_BLOCK = 512;

interface OpenArea {
  area: MergedArea;
  /** The cell that stands for the first one, to its right and below: one object, however often it is repeated. */
  across: WorkbookCell;
  down: WorkbookCell;
}

/** Repeats the value of a merged area over the area, row by row; throws `Refused` beyond the limit. */
export function mergeRepeater(areas: readonly MergedArea[], limits: WorkbookLimits) {
  const byRow = Map.groupBy(areas, ({ top }) => top);
  let open: OpenArea[] = [];
  let repeated = 0;
  return (row: number, cells: WorkbookCell[]): void => {
    open = open.filter(({ area }) => area.bottom >= row);
    for (const area of byRow.get(row) ?? []) {
      const first = cells[area.left] ?? EMPTY;
      if (first.kind === 'empty') continue;
      open.push({ area, across: { ...first, merged: 'across' }, down: { ...first, merged: 'down' } });
    }
    for (const each of open) {
      repeated += repeat(each, row, cells);
      demand('repeatedCells', repeated, { limits });
    }
  };
}

/** How many cells it filled. */
function repeat({ area, across, down }: OpenArea, row: number, cells: WorkbookCell[]): number {
  const { top, left, right } = area;
  const end = Math.min(right, left + WIDEST_BLOCK - 1);
  while (cells.length < left) cells.push(EMPTY);
  for (let column = left; column <= end; column += 1) {
    if (row === top && column === left) continue;
    cells[column] = column > left ? across : down;
  }
  return end - left + 1;
}
