import { foldFully } from './fold.ts';

const LIGATURES: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' };
const LONGEST_SLUG = 80;

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST_SLUG) return slug;
  // One character more, so that a word that ends exactly at the limit is kept.
  const end = slug.slice(0, LONGEST_SLUG + 1).lastIndexOf('-');
  return slug.slice(0, end > 0 ? end : LONGEST_SLUG);
}

/**
 * The name of a page in its address: ASCII lower case, words joined by hyphens, at most 80 characters cut behind a word.
 * Empty when the text has no Latin letter or digit: the caller then uses the identifier alone.
 */
export function slugify(text: string): string {
  const words = foldFully(text)
    .replace(/[æœßþ]/g, (letter) => LIGATURES[letter] ?? letter)
    // "M'Drắk" is one word.
    .replace(/(?<=[a-z])['’ʼ](?=[a-z])/g, '')
    .match(/[a-z0-9]+/g);
  return cutAtWord((words ?? []).join('-'));
}
