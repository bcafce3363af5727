/** Sheets of ISO 216 that official forms are printed on. */
export interface Paper {
  size: 'A4' | 'A3';
  landscape: boolean;
}

export interface Entry {
  /** Empty for a value that needs no label of its own. */
  label: string;
  /** Line feeds part paragraphs; empty for what is filled in by hand. */
  value: string;
  /** Dotted lines printed where there is no value. */
  blankLines: number;
}

export interface PaperTable {
  kind: 'table';
  /** `width` is a share of the sum of all. */
  columns: { header: string; width: number }[];
  rows: string[][];
}

export type PaperBlock =
  /** The two heads of an administrative document: the body that issues it, and the national heading. */
  | { kind: 'letterhead'; left: string[]; right: string[] }
  | { kind: 'title'; text: string; under: string[] }
  | { kind: 'heading'; text: string }
  | ({ kind: 'entry' } & Entry)
  /** Labels on the left, values on the right, ruled. */
  | { kind: 'grid'; entries: Entry[] }
  | PaperTable
  | { kind: 'signatures'; place: string; signers: { role: string; note: string }[] };

/** A document for paper, before it becomes DOCX or PDF. */
export interface PaperDocument {
  lang: 'vi' | 'en';
  title: string;
  /** ISO instant written into the file; nothing else in it depends on the clock. */
  date: string;
  paper: Paper;
  blocks: PaperBlock[];
  /** Lines at the foot of every page, above its number. */
  footer: string[];
}

// Millimetres. Margins of administrative documents: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.
const SIZES = { A4: [210, 297], A3: [297, 420] } as const;
export const MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;

/** Width and height of the sheet as it lies, millimetres. */
export function sheetSize({ size, landscape }: Paper): { width: number; height: number } {
  const [short, long] = SIZES[size];
  return landscape ? { width: long, height: short } : { width: short, height: long };
}

/** Width between the margins, millimetres. */
export function textWidth(paper: Paper): number {
  return sheetSize(paper).width - MARGINS.left - MARGINS.right;
}

/** The share of the width of a grid that its labels have. */
export const LABEL_SHARE = 0.36;
