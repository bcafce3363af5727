/** The two languages of the product; Vietnamese is the first. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** A text in both languages, as labels of standards and messages of problems are. */
export interface LocalizedText {
  vi: string;
  en: string;
}

export function isLang(text: string | undefined): text is Lang {
  return text === 'vi' || text === 'en';
}

/**
 * The language of an Accept-Language header (RFC 9110 §12.5.4): the better weighted of vi and en, vi when
 * neither is named, because the product's first language is Vietnamese.
 */
export function negotiateLanguage(header: string | undefined): Lang {
  const wanted = (header ?? '')
    .split(',')
    .map(readRange)
    .filter((range) => range.weight > 0 && isLang(range.lang))
    .sort((a, b) => b.weight - a.weight)[0];
  return isLang(wanted?.lang) ? wanted.lang : 'vi';
}

function readRange(range: string): { lang: string | undefined; weight: number } {
  const [tag = '', ...parameters] = range.toLowerCase().split(';');
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return { lang: tag.trim().split('-')[0], weight: quality === undefined ? 1 : Number(quality) };
}
