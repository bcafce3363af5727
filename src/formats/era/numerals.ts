import type { Token } from './spelling.ts';

/** Sino-Vietnamese and native digits, folded. "tam" is three, unless marked as tám. */
const DIGITS: Readonly<Record<string, number>> = {
  nhat: 1,
  mot: 1,
  nhi: 2,
  hai: 2,
  tam: 3,
  ba: 3,
  tu: 4,
  bon: 4,
  ngu: 5,
  lam: 5,
  luc: 6,
  sau: 6,
  that: 7,
  bay: 7,
  bat: 8,
  cuu: 9,
  chin: 9,
};
const TENS = new Set(['thap', 'muoi']);
const LONGEST_RUN = 3;

const HAN_DIGITS = '一二三四五六七八九';
const HAN_NUMBER = /^(?:([二三四五六七八九])?(十)|(廿|卅))?([一二三四五六七八九])?$/;

export interface Numeral {
  value: number;
  /** Tokens used. */
  length: number;
}

function digit({ marked, folded }: Token): number {
  if (marked === 'tám') return 8;
  // nhật is "day", not nhất "one".
  return marked === 'nhật' ? 0 : (DIGITS[folded] ?? 0);
}

/** "thất" 7, "thập nhị" 12, "nhị thập thất" 27, "hai mươi bảy" 27; 0 when the tokens are no number. */
function composed(tokens: readonly Token[]): number {
  const ten = tokens.findIndex(({ folded }) => TENS.has(folded));
  const [before, after] = ten < 0 ? [[], tokens] : [tokens.slice(0, ten), tokens.slice(ten + 1)];
  if (before.length > 1 || after.length > 1) return 0;
  const digits = [...before, ...after].map(digit);
  if (digits.includes(0)) return 0;
  const units = after[0] ? digit(after[0]) : 0;
  const tens = before[0] ? digit(before[0]) : 1;
  return ten < 0 ? units : tens * 10 + units;
}

/** The longest number that begins at a token, in digits or in words from 1 to 99. */
export function numeralAt(tokens: readonly Token[], start: number): Numeral | null {
  const first = tokens[start];
  if (first && /^\d{1,2}$/.test(first.folded)) return { value: Number(first.folded), length: 1 };
  for (let length = LONGEST_RUN; length > 0; length -= 1) {
    const run = tokens.slice(start, start + length);
    const value = run.length === length ? composed(run) : 0;
    if (value > 0) return { value, length };
  }
  return null;
}

/** 元 1, 七 7, 十二 12, 二十七 27, 廿七 27; NaN when it is none. */
export function hanNumber(text: string): number {
  if (text === '元' || text === '正') return 1;
  const match = HAN_NUMBER.exec(text);
  if (!match || text === '') return Number.NaN;
  const [, multiplier, ten, shortTens, unit] = match;
  const short = shortTens === '廿' ? 20 : 30;
  const tens = ten ? (multiplier ? HAN_DIGITS.indexOf(multiplier) + 1 : 1) * 10 : shortTens ? short : 0;
  return tens + (unit ? HAN_DIGITS.indexOf(unit) + 1 : 0);
}
