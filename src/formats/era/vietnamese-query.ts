import { type EraRow, eraNames } from './era-names.ts';
import { findNames, NAME, nameRows, withoutNames } from './find-names.ts';
import { numeralAt } from './numerals.ts';
import { combineNames, cycleIndexOf, type EraQuery, emptyQuery, type Season } from './query.ts';
import { type Token, tokensOf } from './spelling.ts';

const STEMS = ['giap', 'at', 'binh', 'dinh', 'mau', 'ki', 'canh', 'tan', 'nham', 'quy'];
const BRANCHES = ['ti', 'suu', 'dan', 'mao', 'thin', 'ti', 'ngo', 'mui', 'than', 'dau', 'tuat', 'hoi'];
const OTHER_BRANCHES: Readonly<Record<string, string>> = { ty: 'ti', meo: 'mao', thinh: 'thin' };
const SEASONS: Readonly<Record<string, Season>> = {
  xuan: 'spring',
  ha: 'summer',
  he: 'summer',
  thu: 'autumn',
  dong: 'winter',
};
const SEASON_THIRDS: Readonly<Record<string, number>> = { manh: 1, trong: 2, quy: 3 };
const NAMED_MONTHS: Readonly<Record<string, number>> = { gieng: 1, chinh: 1, chap: 12, lap: 12 };
const DAY_WORDS = new Set(['ngay', 'mong', 'mung', 'so']);
/** sơ stands before a Sino-Vietnamese day only, and is also a part of the name Lê sơ. */
const SINO_DAY_WORD = 'so';
const FIVE = 'năm';
/** Words that carry no date of their own. */
const CONNECTIVES = new Set(
  'nam nien hieu doi thoi trieu nha vua dai duoi vao ngay mong mung mua tue thu cua am lich cat coc nhat lanh tot hoang de tien ki'.split(
    ' ',
  ),
);
interface Found {
  query: Partial<EraQuery>;
  length: number;
}

function foldedAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.folded ?? '';
}

/** "tháng 3", "tháng tư nhuận", "tháng nhuận 4", "tháng giêng", "nhuận tứ nguyệt", "chính nguyệt". */
function monthAt(tokens: readonly Token[], start: number): Found | null {
  const worded = foldedAt(tokens, start) === 'thang';
  let at = worded ? start + 1 : start;
  const leapBefore = foldedAt(tokens, at) === 'nhuan';
  if (leapBefore) at += 1;
  const named = worded && tokens[at]?.marked === FIVE ? 5 : NAMED_MONTHS[foldedAt(tokens, at)];
  const number = named === undefined ? numeralAt(tokens, at) : { value: named, length: 1 };
  if (!number) return null;
  at += number.length;
  const isSino = foldedAt(tokens, at) === 'nguyet';
  if (worded === isSino) return null;
  if (isSino) at += 1;
  const leapAfter = worded && foldedAt(tokens, at) === 'nhuan';
  return {
    query: { month: number.value, leap: leapBefore || leapAfter },
    length: at + (leapAfter ? 1 : 0) - start,
  };
}

/** "ngày 15", "mồng 5", "ngày mồng năm", "rằm", "sơ ngũ nhật", "thập ngũ nhật". */
function dayAt(tokens: readonly Token[], start: number): Found | null {
  if (foldedAt(tokens, start) === 'ram') return { query: { day: 15 }, length: 1 };
  let at = start;
  while (DAY_WORDS.has(foldedAt(tokens, at))) at += 1;
  const needsSino = at === start || foldedAt(tokens, at - 1) === SINO_DAY_WORD;
  if (!needsSino && tokens[at]?.marked === FIVE) return { query: { day: 5 }, length: at + 1 - start };
  const number = numeralAt(tokens, at);
  if (!number) return null;
  const isSino = tokens[at + number.length]?.marked === 'nhật';
  if (needsSino && !isSino) return null;
  return { query: { day: number.value }, length: at + number.length + (isSino ? 1 : 0) - start };
}

function seasonAt(tokens: readonly Token[], start: number): Found | null {
  const season = SEASONS[foldedAt(tokens, start + 1)];
  if (season === undefined) return null;
  const third = SEASON_THIRDS[foldedAt(tokens, start)];
  if (third !== undefined) return { query: { season, seasonMonth: third }, length: 2 };
  return foldedAt(tokens, start) === 'mua' ? { query: { season }, length: 2 } : null;
}

/** Tý and Tỵ fold alike, so the one that fits the stem is meant, unless its mark says otherwise. */
function branchIndex({ marked, folded }: Token, stem: number): number {
  const name = OTHER_BRANCHES[folded] ?? folded;
  const indexes = BRANCHES.flatMap((branch, index) => (branch === name ? [index] : []));
  const written = marked === 'tí' ? 0 : marked === 'tị' ? 5 : undefined;
  return written ?? indexes.find((index) => (index - stem) % 2 === 0) ?? indexes[0] ?? -1;
}

function canChiAt(tokens: readonly Token[], start: number): Found | null {
  const stem = STEMS.indexOf(foldedAt(tokens, start));
  const next = tokens[start + 1];
  const branch = next && stem >= 0 ? branchIndex(next, stem) : -1;
  return branch < 0 ? null : { query: { cycleIndex: cycleIndexOf(stem, branch) }, length: 2 };
}

/** "thứ 12", "năm thứ mười hai", "thập nhị niên", "nguyên niên", "năm đầu", "Minh Mạng 12". */
function yearNumberAt(tokens: readonly Token[], start: number): Found | null {
  const word = foldedAt(tokens, start);
  const next = foldedAt(tokens, start + 1);
  if (word === 'nguyen' && next === 'nien') return { query: { yearNumber: 1 }, length: 2 };
  if (word === 'nam' && next === 'dau') return { query: { yearNumber: 1 }, length: 2 };
  if (word === 'thu' && tokens[start + 1]?.marked === FIVE) return { query: { yearNumber: 5 }, length: 2 };
  const introduced = word === 'thu' || word === 'nam' || word === '§';
  const number = numeralAt(tokens, introduced ? start + 1 : start);
  if (!number) return null;
  const closing = (introduced ? 1 : 0) + number.length;
  const hasNien = foldedAt(tokens, start + closing) === 'nien';
  // "năm" and a bare name are followed by digits only: "năm hai" is no year of an era.
  const inDigits = /^\d/.test(next);
  if (!(word === 'thu' || hasNien || (introduced && inDigits))) return null;
  return { query: { yearNumber: number.value }, length: closing + (hasNien ? 1 : 0) };
}

function statedYearAt(tokens: readonly Token[], start: number): Found | null {
  return /^\d{3,4}$/.test(foldedAt(tokens, start))
    ? { query: { statedYear: Number(foldedAt(tokens, start)) }, length: 1 }
    : null;
}

function connectiveAt(tokens: readonly Token[], start: number): Found | null {
  const word = foldedAt(tokens, start);
  if (word === 'khoang') return { query: { approximate: true }, length: 1 };
  return word === '§' ? { query: {}, length: 1 } : null;
}

const PATTERNS = [seasonAt, monthAt, dayAt, canChiAt, yearNumberAt, statedYearAt, connectiveAt];

/** What is said twice ("năm thứ 3 … năm thứ 5") is not one date; it stays among the words not understood. */
function isNew(query: EraQuery, found: Found): boolean {
  return Object.keys(found.query).every((key) => {
    const before = query[key as keyof EraQuery];
    return before === null || typeof before === 'boolean';
  });
}

function readDetails(tokens: readonly Token[]): { query: EraQuery; rest: Token[] } {
  let query = emptyQuery();
  const rest: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = PATTERNS.map((pattern) => pattern(tokens, at)).find((candidate) => candidate !== null);
    if (found && isNew(query, found)) {
      query = { ...query, ...found.query };
      at += found.length;
    } else {
      const token = tokens[at];
      if (token) rest.push(token);
      at += 1;
    }
  }
  return { query, rest };
}

/** Reads a date in quốc ngữ, with or without marks. */
export function vietnameseQuery(text: string, eras: readonly EraRow[]): EraQuery {
  const { proper, short } = eraNames(eras);
  const tokens = tokensOf(text);
  const properMatches = findNames(proper, tokens);
  const { query, rest } = readDetails(withoutNames(tokens, properMatches));
  const dynastyMatches = findNames(short, rest);
  const left = withoutNames(rest, dynastyMatches).filter(
    ({ folded }) => folded !== NAME.folded && !CONNECTIVES.has(folded),
  );
  return {
    ...query,
    ...combineNames([...properMatches, ...dynastyMatches].map(nameRows)),
    rest: left.map(({ marked }) => marked),
  };
}
