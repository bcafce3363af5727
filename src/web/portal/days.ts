import { dayFromIso, formatDateRange } from '#formats/dates/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

/** YYYY-MM-DD as the language writes a date; anything else stays as it is, nothing stays nothing. */
export function isoDateText(iso: string | null | undefined, lang: Lang): string {
  if (!iso) return '';
  const day = dayFromIso(iso);
  return day === null ? iso : formatDateRange({ earliest: day, latest: day }, lang);
}

/** YYYY-MM-DD of an instant in Vietnam. */
export function dayInVietnam(instant: string | Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(instant));
}
