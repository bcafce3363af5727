import type { LocalizedText } from '#platform/i18n/index.ts';
import { foldedWords } from '../cells/near.ts';
import type { SheetPlan } from './plan.ts';
import { isRowNumber } from './usual-headers.ts';

/** A row that is no data: totals, the place for signatures, and headings of sections within the table. */
export interface AsideRow {
  line: number;
  kind: 'total' | 'signature' | 'section';
  text: string;
}

/** All rows aside, of which only the first are told one by one. */
export interface AsideRows {
  count: number;
  first: AsideRow[];
}

const MOST_TOLD = 20;

/** Tells the rows aside from the data, in the order of the sheet, and notes them. */
export function asideReader(
  plan: SheetPlan,
  noted: AsideRows,
): (line: number, cells: readonly string[]) => boolean {
  const number = plan.header.findIndex(isRowNumber);
  let isSigned = false;
  return (line, cells) => {
    const filled = cells.flatMap((cell, column) =>
      cell.trim() === '' ? [] : [{ cell: cell.trim(), column }],
    );
    const kind =
      plan.keyCell !== undefined && hasOwnKey(cells[plan.keyCell] ?? '', isSigned)
        ? undefined
        : kindOf(filled, number, isSigned);
    isSigned = kind === 'signature';
    if (kind === undefined) return false;
    noted.count += 1;
    const text = filled
      .map(({ cell }) => cell)
      .join(' · ')
      .slice(0, 200);
    if (noted.first.length < MOST_TOLD) noted.first.push({ line, kind, text });
    return true;
  };
}

interface Filled {
  cell: string;
  column: number;
}

/** "Tổng cộng" and the names of those who sign may stand in the column of keys; names have no figure in them. */
function hasOwnKey(cell: string, isSigned: boolean): boolean {
  const words = foldedWords(cell);
  if (words === '' || (isSigned && !/\d/.test(words))) return false;
  return !TOTAL.test(words) && !SIGNATURE.test(words);
}

// "Tổng Lãnh sự quán" is the name of a monument: nothing but a number may follow.
const TOTAL =
  /^(?:tong|cong|tong cong|tong so|total|cong don|mang sang|luy ke)(?: \d[\d ]*)?(?: (?:di tich|hien vat|ho so|muc|dong|diem))?$/;
const SIGNATURE =
  /^(?:(?:nguoi|can bo) (?:lap|thong ke|kiem tra|kiem ke|tong hop)(?: bieu| bang| danh sach)?|thu truong(?: don vi| co quan)?|giam doc(?: so)?|truong phong|ky (?:ten|va ghi ro ho ten).*|noi nhan|xac nhan cua .*|prepared by)$/;
/** "Hà Nội, ngày 3 tháng 10 năm 2024" above the signatures. */
const PLACE_AND_DAY = /^[a-z ]{0,40}ngay [\d ]{0,6}thang [\d ]{0,6}nam [\d ]{0,6}$/;
const SECTION_NUMBER = /^(?:[IVXLC]{1,6}|[A-Z])[.)]?$/;

/** Names and titles of those who sign stand in few cells. */
const MOST_SIGNING = 3;

function kindOf(filled: readonly Filled[], number: number, isSigned: boolean): AsideRow['kind'] | undefined {
  const texts = filled.map(({ cell }) => foldedWords(cell));
  if (texts.some((text) => TOTAL.test(text)) && texts.every((text) => TOTAL.test(text) || isFigure(text)))
    return 'total';
  if (filled.length <= MOST_SIGNING) {
    if (texts.some((text) => SIGNATURE.test(text) || PLACE_AND_DAY.test(text))) return 'signature';
    if (isSigned && filled.length > 0) return 'signature';
  }
  const [first, second, ...others] = filled;
  const isSection =
    first !== undefined && second !== undefined && others.length === 0 && first.column === number;
  return isSection && SECTION_NUMBER.test(first.cell) ? 'section' : undefined;
}

const isFigure = (text: string): boolean => /^[\d ]*(?:di tich|hien vat|ho so|muc|dong|diem)?$/.test(text);

const SHOWN = 5;

/** Which rows were left out, as a sentence. */
export function asideText({ count, first }: AsideRows): LocalizedText {
  const more = count > SHOWN ? '; …' : '';
  const list = (word: string): string =>
    first
      .slice(0, SHOWN)
      .map(({ line, text }) => `${word} ${line} “${text}”`)
      .join('; ') + more;
  return {
    vi: `bỏ qua ${count} dòng không phải dữ liệu (tổng cộng, chữ ký, đề mục): ${list('dòng')}`,
    en: `left out ${count} rows that are no data (totals, signatures, headings): ${list('row')}`,
  };
}
