const collator = new Intl.Collator('vi');

const byCodeUnit = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * Vietnamese dictionary order (CLDR "vi"): a ă â … d đ …, tones ngang, huyền, hỏi, ngã, sắc, nặng, the tone deciding only
 * after the letters of the whole text. What the collation cannot tell apart (controls, variation selectors) is
 * ordered by code unit, so that only canonically equal texts compare as 0.
 */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b) || byCodeUnit(a.normalize('NFC'), b.normalize('NFC'));
}

/** Years and other additions in brackets are no part of a name: "Nguyễn Du (1765–1820)". */
function withoutAddition(name: string): string {
  const trimmed = name.trim();
  const bracket = trimmed.lastIndexOf('(');
  return bracket > 0 && trimmed.endsWith(')') ? trimmed.slice(0, bracket).trimEnd() : trimmed;
}

function splitName(name: string): { given: string; rest: string } {
  const words = withoutAddition(name).split(/\s+/);
  return { given: words.at(-1) ?? '', rest: words.slice(0, -1).join(' ') };
}

/** Order of people in Vietnamese lists: given name (the last word) first, then family and middle names as written. */
export function comparePersonNames(a: string, b: string): number {
  const [left, right] = [splitName(a), splitName(b)];
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.rest, right.rest) ||
    compareVietnamese(a, b)
  );
}
