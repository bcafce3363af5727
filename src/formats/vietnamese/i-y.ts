import { toNfcLatin } from './nfc.ts';

// Onsets after which a final y is only another spelling of i. Without an onset both exist as words ("ý" and "í"),
// and after a vowel (ngày, thuỷ) y is another sound.
const ONSET = 'b|ch|d|đ|h|kh|k|l|m|ngh|ng|nh|n|ph|p|r|s|th|tr|t|v|x';
const WORD_START = "(?<![\\p{L}\\p{M}\\p{N}'’ʼ])";
const WORD_END = "(?![\\p{L}\\p{M}\\p{N}'’ʼ])";
const FINAL_Y = new RegExp(`${WORD_START}(${ONSET})([yỳỷỹýỵ])${WORD_END}`, 'giu');
const QU_I = new RegExp(`${WORD_START}(qu)([iìỉĩíị])(nh|ch|n|t|p)?${WORD_END}`, 'giu');

const Y = 'yỳỷỹýỵYỲỶỸÝỴ';
const I = 'iìỉĩíịIÌỈĨÍỊ';

const toI = (y: string): string => I[Y.indexOf(y)] ?? y;
const toY = (i: string): string => Y[I.indexOf(i)] ?? i;

/**
 * One spelling for the syllables that may be written with i or y: "kỳ" → "kì", "mỹ thuật" → "mĩ thuật". After qu it is
 * the other way round ("quí" → "quý", "quít" → "quýt"), as the 1984 rule keeps y there. Case is kept; Latin in NFC.
 */
export function normalizeIY(text: string): string {
  return toNfcLatin(text)
    .replace(FINAL_Y, (_word, onset: string, y: string) => onset + toI(y))
    .replace(QU_I, (_word, qu: string, i: string, coda: string | undefined) => qu + toY(i) + (coda ?? ''));
}
