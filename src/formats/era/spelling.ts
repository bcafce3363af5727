import { foldFully, normalizeIY, normalizeTonePlacement } from '#formats/vietnamese/index.ts';

/** One syllable or number: with its marks in one spelling, and folded. */
export interface Token {
  marked: string;
  folded: string;
}

/**
 * Readings of one character that differ by region or by avoidance of a royal name; the left one is rewritten to the
 * right one on both sides of a comparison, so only the pairing matters.
 */
const REGIONAL: Readonly<Record<string, string>> = {
  mệnh: 'mạng',
  tôn: 'tông',
  huỳnh: 'hoàng',
  phước: 'phúc',
  chánh: 'chính',
  thạnh: 'thịnh',
  võ: 'vũ',
  bửu: 'bảo',
  nhơn: 'nhân',
  // Typed without marks; the other pairs would be ambiguous then.
  menh: 'mang',
  huynh: 'hoang',
  phuoc: 'phuc',
  chanh: 'chinh',
};

function token(word: string): Token {
  const marked = REGIONAL[word] ?? word;
  return { marked, folded: foldFully(marked) };
}

/** Syllables and numbers in order, without punctuation. */
export function tokensOf(text: string): Token[] {
  const spelled = normalizeIY(normalizeTonePlacement(text.normalize('NFC'))).toLowerCase();
  return (spelled.match(/[\p{L}\p{M}]+|\d+/gu) ?? []).map(token);
}
