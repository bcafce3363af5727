import { toLunar } from '#formats/lunar/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

/** Vietnam keeps UTC+7 all year. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Today in Vietnam as a day number (days since 1970-01-01). */
export function vietnamDay(now: Date): number {
  return Math.floor((now.getTime() + OFFSET_MS) / DAY_MS);
}

/** A day number as a date in words: "thứ hai, 1 tháng 2, 2027". */
export function solarText(
  day: number,
  lang: Lang,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'full' },
): string {
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(day * DAY_MS),
  );
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

export interface LunarText {
  /** Day, month and year as people say them. */
  date: string;
  /** Names of day, month and year in the cycle of sixty; Vietnamese names in both languages. */
  canChi: string;
}

const MONTH_NAMES: Record<number, string> = { 1: 'Giêng', 12: 'Chạp' };

/** The lunar date of a day; null beyond the years the calendar is computed for. */
export function lunarText(day: number, lang: Lang): LunarText | null {
  const lunar = toLunar(day);
  if (lunar.kind !== 'lunar-date') return null;
  const { yearName, monthName, dayName } = lunar;
  return lang === 'vi'
    ? { date: vietnameseDate(lunar), canChi: `ngày ${dayName}, tháng ${monthName}, năm ${yearName}` }
    : { date: englishDate(lunar), canChi: `day ${dayName}, month ${monthName}, year ${yearName}` };
}

interface Lunar {
  day: number;
  month: number;
  leap: boolean;
  yearName: string;
}

function vietnameseDate({ day, month, leap, yearName }: Lunar): string {
  const named = day <= 10 ? `mùng ${day}` : day === 15 ? 'rằm' : String(day);
  const monthText = `tháng ${MONTH_NAMES[month] ?? month}${leap ? ' nhuận' : ''}`;
  return `${named} ${monthText} năm ${yearName}`;
}

function englishDate({ day, month, leap, yearName }: Lunar): string {
  return `day ${day} of ${leap ? 'leap ' : ''}month ${month}, year ${yearName}`;
}
