import { foldFully, normalizeIY } from '#formats/vietnamese/index.ts';

/** Spellings of one and the same mark, after folding. The order matters: longer phrases first. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [
    /\btruoc (?:cong nguyen|cn\b)|\btr\.? ?cn\b|\bt\.? ?c\.? ?n\b\.?|\bb\.? ?c\.? ?e\b\.?|\bb\.? ?c\b\.?/g,
    'tcn',
  ],
  [
    /\bsau (?:cong nguyen|cn\b)|\bs\.? ?c\.? ?n\b\.?|\bcong nguyen\b|\bcn\b|\bc\. ?e\b\.?|\bce\b|\ba\.? ?d\b\.?/g,
    'scn',
  ],
  [/\bthe ki\b|\btk\b\.?/g, 'the ky'],
  [/\bthe ky thu\b/g, 'the ky'],
  [/\b(?:nam )?(?:cach ngay nay|cach day|truoc ngay nay|truoc hien tai)\b/g, 'bp'],
  [/\byears? (?:ago|before (?:the )?present)\b|\bcal\.? ?b\.?p\b\.?|\bb\.p\b\.?|\bbefore present\b/g, 'bp'],
  [/\s+/g, ' '],
];

const APPROXIMATE = /\b(?:vao )?khoang\b|\b(?:approximately|circa|about|around)\b|\bca?\.? ?(?=\d)|~/g;
const UNCERTAIN = /\?|\b(?:co le|co the|probably|possibly|perhaps)\b/g;

/** Thousands are grouped with a point or a comma: 4.000, 800,000. */
function joinThousands(text: string): string {
  return text.replace(/(?<!\d)\d{1,3}(?:[.,]\d{3})+(?!\d)/g, (grouped) => grouped.replace(/[.,]/g, ''));
}

export interface CanonicalText {
  /** Folded, one spelling per mark (`tcn`, `scn`, `the ky`, `bp`, `-`), without qualifiers. */
  text: string;
  approximate: boolean;
  uncertain: boolean;
}

function matches(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}

export function canonicalText(verbatim: string): CanonicalText {
  const folded = SYNONYMS.reduce(
    (text, [from, to]) => text.replace(from, to),
    joinThousands(foldFully(verbatim)),
  );
  const bare = folded.replace(APPROXIMATE, ' ').replace(UNCERTAIN, ' ');
  return {
    text: bare.replace(/\s+/g, ' ').replace(/^[\s,;.:]+|[\s,;.:]+$/g, ''),
    approximate: matches(folded, APPROXIMATE),
    uncertain: matches(folded, UNCERTAIN),
  };
}

/** Key under which a name is compared: without tones and marks, i and y alike. */
export function nameKey(name: string): string {
  return foldFully(normalizeIY(name)).replace(/\s+/g, ' ').trim();
}
