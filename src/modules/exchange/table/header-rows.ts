import type { WorkbookRow } from '#formats/xlsx/index.ts';
import { cellText } from './cell-text.ts';

/** A header as it was found: its names, and the last row that belongs to it. */
export interface FoundHeader {
  names: string[];
  row: number;
  /** How many names the import can place. */
  understood: number;
}

/** How far down a header is looked for, and how many rows it may have. */
export const HEADER_WITHIN = 40;
const MOST_HEADER_ROWS = 3;

type Understands = (name: string) => boolean;

/** The header among the first rows of a sheet: titles, dates and the like often stand above it. */
export function findHeader(
  rows: readonly WorkbookRow[],
  { understands, headerRow }: { understands: Understands; headerRow?: number | undefined },
): FoundHeader | undefined {
  const starts = rows.flatMap(({ row }, index) =>
    headerRow === undefined || row === headerRow ? [index] : [],
  );
  const candidates = starts
    .slice(0, HEADER_WITHIN)
    .flatMap((start) => headersAt(rows, start, understands))
    .filter(({ names }) => names.some((name) => name !== ''));
  return bestOf(candidates) ?? widestOf(candidates);
}

/** One row, or several that merged cells tie together. */
function headersAt(rows: readonly WorkbookRow[], start: number, understands: Understands): FoundHeader[] {
  const found: FoundHeader[] = [];
  for (let height = 1; height <= MOST_HEADER_ROWS; height += 1) {
    const taken = rows.slice(start, start + height);
    const last = taken.at(-1);
    if (taken.length < height || !last || last.row !== (taken[0]?.row ?? 0) + height - 1) break;
    if (height > 1 && !taken.slice(0, -1).some(({ cells }) => cells.some((cell) => cell.merged))) break;
    const names = namesOf(taken, understands);
    found.push({
      names,
      row: last.row,
      understood: names.filter((name) => name !== '' && understands(name)).length,
    });
  }
  return found;
}

function namesOf(rows: readonly WorkbookRow[], understands: Understands): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map(({ cells }) => headerText(cells[column] ? cellText(cells[column]).text : ''));
    return nameOf([...new Set(words.filter((word) => word !== ''))], understands);
  });
}

function headerText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** A group and its column: "Kích thước > Cao", unless the import knows it by another of its names. */
function nameOf(words: readonly string[], understands: Understands): string {
  const joined = words.join(' > ');
  if (words.length < 2 || understands(joined)) return joined;
  return [words.join(' – '), words.at(-1) ?? ''].find(understands) ?? joined;
}

/** Most names understood; where several are equal, the one with fewest rows and names. */
function bestOf(candidates: readonly FoundHeader[]): FoundHeader | undefined {
  const best = candidates.toSorted(
    (a, b) => b.understood - a.understood || a.names.length - b.names.length,
  )[0];
  return best && best.understood > 0 ? best : undefined;
}

/** Nothing is understood: the first of the rows with most names, so that the refusal can name each. */
function widestOf(candidates: readonly FoundHeader[]): FoundHeader | undefined {
  const named = ({ names }: FoundHeader): number => new Set(names.filter((name) => name !== '')).size;
  const most = Math.max(0, ...candidates.map(named));
  return candidates.find((candidate) => named(candidate) === most);
}

/** Forms number their columns below the header: (1) (2) (3) … */
export function isNumbering(cells: readonly string[]): boolean {
  const numbers = cells
    .filter((cell) => cell !== '')
    .map((cell) => /^\(?(\d{1,3})\)?$/.exec(cell.trim())?.[1]);
  return numbers.length >= 3 && numbers.every((number, index) => Number(number) === index + 1);
}
