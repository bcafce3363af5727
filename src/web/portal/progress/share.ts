import type { Lang } from '#platform/i18n/index.ts';

/** A part of a whole, 0–1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Percent with one decimal, cut off: only what is whole reads 100 %. */
export function percent(share: number, lang: Lang): string {
  const cut = Math.floor(share * 1000 + 1e-9) / 10;
  const written = new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: 1,
  }).format(cut);
  return `${written} %`;
}

/** Step of the scale of colours: 0 for nothing at all, 1–5 above. */
export function heatOf(share: number): number {
  return share <= 0 ? 0 : Math.min(5, Math.floor(share * 5) + 1);
}
