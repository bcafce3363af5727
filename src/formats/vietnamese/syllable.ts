import { isVowel, NANG, SAC, spell, type ToneMark } from './letters.ts';
import { GLIDED_RHYMES, ONSETS, PLAIN_RHYMES } from './rhymes.ts';

const isRhyme = (rhyme: string): boolean => PLAIN_RHYMES.has(rhyme) || GLIDED_RHYMES.has(rhyme);
const startsFront = (rhyme: string): boolean => /^[eêiy]/.test(rhyme);
const startsWithYe = (rhyme: string): boolean => rhyme.startsWith('yê');

/** Labials take no glide; what is left are loans in daily use: buýt, phuy, voan, tuýp … */
const LABIALS = new Set(['b', 'm', 'p', 'ph', 'v']);
const LABIAL_LOANS = new Set(['buyt', 'phuy', 'voan', 'puy', 'moay', 'poa']);

/** After qu the u is already written: what remains is the rest of a glided rhyme, or one of these. */
const QU_RHYMES = new Set(
  'a ac ach ai an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âng âu e en eo et i in inh ich it ôc ơi ơn ơt'.split(
    ' ',
  ),
);

type OnsetRule = (rhyme: string) => boolean;

const isPlain: OnsetRule = (rhyme) => PLAIN_RHYMES.has(rhyme) && !startsWithYe(rhyme);
const beforeFront: OnsetRule = (rhyme) => /^[eêi]/.test(rhyme) && isPlain(rhyme);
const beforeBack: OnsetRule = (rhyme) => !startsFront(rhyme) && isRhyme(rhyme);

/** Spelling rules of the onsets that do not combine freely. */
const RULES: Readonly<Record<string, OnsetRule>> = {
  c: (rhyme) => !startsFront(rhyme) && isPlain(rhyme),
  // Before back vowels only in names from other languages: Bắc Kạn, Kon Tum.
  k: isPlain,
  gh: beforeFront,
  ngh: beforeFront,
  // "gì", "gìn": gi + i and gi + in with one i written.
  g: (rhyme) => beforeBack(rhyme) || rhyme === 'i' || rhyme === 'in',
  ng: beforeBack,
  // "giếng", "giết": gi + iê with one i written.
  gi: (rhyme) =>
    !/^[iy]/.test(rhyme) && (isPlain(rhyme) || (rhyme.startsWith('ê') && PLAIN_RHYMES.has(`i${rhyme}`))),
  qu: (rhyme) => QU_RHYMES.has(rhyme) || (GLIDED_RHYMES.has(`u${rhyme}`) && rhyme !== 'ya' && rhyme !== 'yu'),
  '': isRhyme,
};

function isAllowed(onset: string, rhyme: string): boolean {
  const rule = RULES[onset];
  if (rule !== undefined) return rule(rhyme);
  if (LABIALS.has(onset)) return isPlain(rhyme) || LABIAL_LOANS.has(onset + rhyme);
  return isRhyme(rhyme) && !startsWithYe(rhyme);
}

const STOP_CODA = /(?:ch|[cpt])$/;

/** Syllables that end in a stop bear sắc or nặng only; "ăk" stands in names that are also written without tone (Đăk). */
function isToneAllowed(letters: string, tone: ToneMark): boolean {
  const checked = tone === SAC || tone === NANG;
  return STOP_CODA.test(letters) ? checked : checked || tone === '' || !letters.endsWith('k');
}

function hasKnownStructure(letters: string): boolean {
  if (isAllowed('', letters)) return true;
  return ONSETS.some((onset) => letters.startsWith(onset) && isAllowed(onset, letters.slice(onset.length)));
}

/**
 * Whether a word is spelled as one Vietnamese syllable can be: onset, glide, main vowel, coda and tone fit together.
 * Any tone placement, case and Unicode form will do; whether the syllable is in use is for a lexicon to say.
 */
export function isVietnameseSyllable(word: string): boolean {
  const spelled = spell(word.toLowerCase());
  if (spelled === undefined) return false;
  const { tone, toneAt } = spelled;
  const letters = spelled.letters.join('');
  if (tone !== '' && !isVowel(spelled.letters[toneAt] ?? '')) return false;
  return isToneAllowed(letters, tone) && hasKnownStructure(letters);
}
