import type { Lang } from '#platform/i18n/index.ts';

const locale = (lang: Lang): string => (lang === 'vi' ? 'vi-VN' : 'en-GB');

/** A decimal kept as text, with the separators of the language and every digit it has. */
export function formatDecimal(text: string, lang: Lang): string {
  const digits = text.split('.')[1]?.length ?? 0;
  // The text goes in as text: Intl then keeps digits that a float would lose.
  return new Intl.NumberFormat(locale(lang), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(text as Intl.StringNumericLiteral);
}

export function formatFixed(value: number, decimals: number, lang: Lang): string {
  return formatDecimal(value.toFixed(decimals), lang);
}

export function formatCount(value: number, lang: Lang): string {
  return new Intl.NumberFormat(locale(lang)).format(value);
}
