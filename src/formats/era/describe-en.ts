import type { DateStep } from '#formats/dates/index.ts';
import type { Writers } from './writers.ts';

type Part = Extract<DateStep, { step: 'century' }>['part'];

const PARTS: Readonly<Record<Part, string>> = {
  whole: '',
  early: 'early ',
  middle: 'middle of the ',
  late: 'late ',
  'first-half': 'first half of the ',
  'second-half': 'second half of the ',
};

function years(from: number, to: number): string {
  const text = (year: number) => (year <= 0 ? `${1 - year} BCE` : String(year));
  return from === to ? text(from) : `${text(from)}–${text(to)}`;
}

function reign({ dynasty, ruler, era }: { dynasty: string; ruler: string; era: string }): string {
  const owner = [ruler, dynasty].filter((name) => name !== '').join(', ');
  return era === '' ? owner : `era ${era} (${owner})`;
}

function calendar(basis: 'computed' | 'sourced', source: string | null, retro: boolean): string {
  if (basis === 'sourced') return `Converted by the calendar table: ${source ?? ''}`;
  return retro
    ? 'Converted to the Gregorian calendar by computing back at UTC+7; the calendar of the time may have differed'
    : 'Converted to the Gregorian calendar by the Vietnamese calendar (UTC+7)';
}

export const english: Writers = {
  'as-written': () => 'The date as written',
  century: ({ century, bce, part }) => `${PARTS[part]}century ${century}${bce ? ' BCE' : ''}`,
  decade: ({ firstYear }) => `The decade ${firstYear}–${firstYear + 9}`,
  'before-present': ({ years: count, reference }) =>
    `${count} years before present, counted from ${reference}`,
  period: ({ name, from, to, part }) => `${PARTS[part]}${name}, by the table of periods: ${years(from, to)}`,
  'part-of-year': ({ year, part }) => `${PARTS[part]}year ${year}`,
  approximate: () => 'The text says it is approximate',
  uncertain: () => 'The text says it is uncertain',
  open: ({ end }) => (end === 'start' ? 'The beginning is open' : 'The end is open'),
  preferred: ({ used, other }) => `“${used}” was used, “${other}” was not`,
  unread: ({ text }) => `“${text}” was not understood`,
  era: (row) => `${reign(row)}: ${years(row.start, row.end)}`,
  'era-year': ({ n, lunarYear, yearName, rule }) =>
    `Year ${n} is the year ${yearName} (${lunarYear}); year 1 is ${rule === 'next' ? 'the year after the accession' : 'the year in which the era was proclaimed'}`,
  'reign-year': ({ n, lunarYear, yearName }) =>
    `Year ${n} of the reign is the year ${yearName} (${lunarYear})`,
  'can-chi': ({ name, lunarYears }) => `Years named ${name}: ${lunarYears.join(', ')}`,
  'can-chi-disagrees': ({ written, computed }) =>
    `The text says the year ${written}, but this year is ${computed}`,
  'stated-year': ({ year, agrees }) =>
    `The Gregorian year beside it (${year}) ${agrees ? 'agrees' : 'does not agree'}`,
  'lunar-month': ({ month, leap }) => `${leap ? 'Leap month' : 'Month'} ${month} of the lunar calendar`,
  'lunar-day': ({ day }) => `Day ${day} of the lunar month`,
  season: ({ season, months }) =>
    `${season}: lunar ${months.length === 1 ? 'month' : 'months'} ${months.join(', ')}`,
  calendar: ({ basis, source, retro }) => calendar(basis, source, retro),
  'calendar-not-computed': ({ lunarYear }) =>
    `No lunar calendar is computed for ${lunarYear}; the widest possible span of that year was taken`,
  'several-candidates': ({ count }) => `There are ${count} candidates; the range covers all of them`,
};
