import type { Lang } from '#platform/i18n/index.ts';

const FORMATS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** A count as readers of the language write it: 3.321 in Vietnamese, 3,321 in English. */
export function number(value: number, lang: Lang): string {
  return FORMATS[lang].format(value);
}
