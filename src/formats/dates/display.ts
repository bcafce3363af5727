import { type CivilDate, civilFromDay, daysInMonth } from './days.ts';
import type { DateCertainty } from './text.ts';

type Lang = 'vi' | 'en';

/** In their order; Vietnamese numbers its months. */
export const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const ROMAN_DIGITS = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

interface Span {
  from: CivilDate;
  to: CivilDate;
}

/** Formatters give a text or null when the span is not of their kind; the first text wins. */
type Formatter = (span: Span, lang: Lang) => string | null;

function roman(value: number): string {
  const found = ROMAN_DIGITS.find(([worth]) => worth <= value);
  return found ? found[1] + roman(value - found[0]) : '';
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function eraMark(lang: Lang): string {
  return lang === 'vi' ? ' TCN' : ' BCE';
}

function yearText(year: number, lang: Lang): string {
  return year <= 0 ? `${1 - year}${eraMark(lang)}` : String(year);
}

function dayText({ year, month, day }: CivilDate, lang: Lang): string {
  return lang === 'vi'
    ? `${day}/${month}/${yearText(year, lang)}`
    : `${day} ${ENGLISH_MONTHS[month - 1] ?? ''} ${yearText(year, lang)}`;
}

function monthText({ year, month }: CivilDate, lang: Lang): string {
  const name = lang === 'vi' ? `tháng ${month} năm` : (ENGLISH_MONTHS[month - 1] ?? '');
  return `${name} ${yearText(year, lang)}`;
}

function startsMonth({ from }: Span): boolean {
  return from.day === 1;
}

function endsMonth({ to }: Span): boolean {
  return to.day === daysInMonth(to.year, to.month);
}

function isWholeYears(span: Span): boolean {
  return startsMonth(span) && endsMonth(span) && span.from.month === 1 && span.to.month === 12;
}

/** Number of the century that a year opens or closes; negative for BCE; null inside a century. */
function centuryOf(year: number, edge: 'first' | 'last'): number | null {
  const shifted = edge === 'first' ? year - 1 : year;
  if (shifted % 100 !== 0) return null;
  const index = shifted / 100 + (edge === 'first' ? 1 : 0);
  return index > 0 ? index : index - 1;
}

function centuries(span: Span): [number, number] | null {
  if (!isWholeYears(span)) return null;
  const first = centuryOf(span.from.year, 'first');
  const last = centuryOf(span.to.year, 'last');
  return first === null || last === null ? null : [first, last];
}

const vietnameseCenturies = (first: number, last: number): string => {
  const eras = { first: first < 0 && last > 0 ? ' TCN' : '', last: last < 0 ? ' TCN' : '' };
  const [a, b] = [roman(Math.abs(first)), roman(Math.abs(last))];
  return first === last ? `thế kỷ ${a}${eras.last}` : `thế kỷ ${a}${eras.first}–${b}${eras.last}`;
};

const englishCenturies = (first: number, last: number): string => {
  const [a, b] = [ordinal(Math.abs(first)), ordinal(Math.abs(last))];
  const era = last < 0 ? ' BCE' : '';
  if (first === last) return `${a} century${era}`;
  return first < 0 && last > 0 ? `${a} century BCE – ${b} century CE` : `${a}–${b} centuries${era}`;
};

const formatCenturies: Formatter = (span, lang) => {
  const found = centuries(span);
  if (!found) return null;
  return lang === 'vi' ? vietnameseCenturies(...found) : englishCenturies(...found);
};

const formatDecade: Formatter = (span, lang) => {
  const { from, to } = span;
  if (!isWholeYears(span) || from.year <= 0 || from.year % 10 !== 0 || to.year - from.year !== 9) return null;
  return lang === 'vi' ? `thập niên ${from.year}` : `${from.year}s`;
};

const formatYears: Formatter = (span, lang) => {
  if (!isWholeYears(span)) return null;
  const { year: first } = span.from;
  const { year: last } = span.to;
  if (first === last) return yearText(first, lang);
  if (last <= 0) return `${1 - first}–${yearText(last, lang)}`;
  return first <= 0 ? `${yearText(first, lang)} – ${last}${lang === 'vi' ? '' : ' CE'}` : `${first}–${last}`;
};

const formatMonths: Formatter = (span, lang) => {
  if (!startsMonth(span) || !endsMonth(span)) return null;
  const [first, last] = [monthText(span.from, lang), monthText(span.to, lang)];
  return first === last ? first : `${first} – ${last}`;
};

const formatDays: Formatter = ({ from, to }, lang) => {
  const [first, last] = [dayText(from, lang), dayText(to, lang)];
  return first === last ? first : `${first} – ${last}`;
};

const FORMATTERS = [formatCenturies, formatDecade, formatYears, formatMonths, formatDays];

function spanText(span: Span, lang: Lang): string {
  for (const format of FORMATTERS) {
    const text = format(span, lang);
    if (text !== null) return text;
  }
  return '';
}

/** An open range shows its one end as precisely as the range was given: a year when the day is its first or last. */
function openText(range: { earliest: number | null; latest: number | null }, lang: Lang): string {
  const day = range.earliest ?? range.latest;
  if (day === null) return lang === 'vi' ? 'không rõ' : 'unknown';
  const date = civilFromDay(day);
  const isFrom = range.earliest !== null;
  const wholeYear = isFrom ? date.month === 1 && date.day === 1 : date.month === 12 && date.day === 31;
  const text = wholeYear ? yearText(date.year, lang) : dayText(date, lang);
  if (lang === 'vi') return isFrom ? `từ ${text}` : `đến ${text}`;
  return isFrom ? `from ${text}` : `until ${text}`;
}

const PREFIX: Readonly<Record<DateCertainty, Readonly<Record<Lang, string>>>> = {
  certain: { vi: '', en: '' },
  approximate: { vi: 'khoảng ', en: 'c. ' },
  uncertain: { vi: 'có thể ', en: 'possibly ' },
};

/** A range of days as a reader expects it: "thế kỷ XV", "khoảng 1428–1527", "13/2/1831 – 1/2/1832". */
export function formatDateRange(
  range: { earliest: number | null; latest: number | null; certainty?: DateCertainty },
  lang: Lang,
): string {
  const { earliest, latest, certainty = 'certain' } = range;
  if (earliest === null && latest === null) return openText(range, lang);
  const text =
    earliest === null || latest === null
      ? openText(range, lang)
      : spanText({ from: civilFromDay(earliest), to: civilFromDay(latest) }, lang);
  return `${PREFIX[certainty][lang]}${text}`;
}
