import {
  type Attempt,
  civilReading,
  monthEdge,
  type Part,
  partOfYears,
  pointReading,
  reading,
  refusal,
  yearEdge,
} from './reading.ts';

const ENGLISH_MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december';
const ISO = /^(-?\d{4,6})-(\d{2})(?:-(\d{2}))?$/;
const DAY_MONTH_YEAR = /^(?:ngay )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{3,4})$/;
const DAY_MONTH_YEAR_WORDS =
  /^(?:ngay |mong |mung )?(\d{1,2})(?: thang |[/-])(\d{1,2})(?:,? nam |, ?)(\d{1,4})$/;
const MONTH_YEAR = /^(?:thang )?(\d{1,2}) ?[/.-] ?(\d{3,4})$/;
const MONTH_YEAR_WORDS = /^thang (\d{1,2})(?:,? nam |, ?)(\d{1,4})$/;
const ENGLISH_DAY = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (${ENGLISH_MONTHS}),? (\\d{3,4})$`);
const ENGLISH_MONTH_FIRST = new RegExp(`^(${ENGLISH_MONTHS})(?: (\\d{1,2})(?:st|nd|rd|th)?,)? (\\d{3,4})$`);
const YEAR = /^(nam |year )?(scn )?(\d{1,6})( tcn| scn)?$/;
const ABBREVIATED_YEARS = /^(\d{4})-(\d{2})$/;
const PART_OF_YEAR = /^(dau|giua|cuoi|early|mid|late)(?: nam|-| in)? ?(\d{3,4})$/;
const DECADE = /^(?:(?:nhung nam|thap nien|thap ky) |the )?(\d{2,3}0)(?:s|'s)?$/;
/** A bare number of one or two digits may be anything. */
const MIN_BARE_DIGITS = 3;

export const PART_WORDS: Readonly<Record<string, Part>> = {
  dau: 'early',
  early: 'early',
  giua: 'middle',
  mid: 'middle',
  middle: 'middle',
  cuoi: 'late',
  late: 'late',
  'nua dau': 'first-half',
  'nua cuoi': 'second-half',
  'nua sau': 'second-half',
  'first half of the': 'first-half',
  'second half of the': 'second-half',
  'beginning of the': 'early',
  'middle of the': 'middle',
  'end of the': 'late',
};

function isoReading(text: string): Attempt {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  const civil = { year: Number(year), month: Number(month) };
  return civilReading(day === undefined ? civil : { ...civil, day: Number(day) });
}

/** Vietnamese order: day, month, year. */
function numericReading(text: string): Attempt {
  const full = DAY_MONTH_YEAR.exec(text) ?? DAY_MONTH_YEAR_WORDS.exec(text);
  if (full) return civilReading({ day: Number(full[1]), month: Number(full[2]), year: Number(full[3]) });
  const partial = MONTH_YEAR.exec(text) ?? MONTH_YEAR_WORDS.exec(text);
  return partial ? civilReading({ month: Number(partial[1]), year: Number(partial[2]) }) : null;
}

function englishMonth(name: string | undefined): number {
  return ENGLISH_MONTHS.split('|').indexOf(name ?? '') + 1;
}

function englishReading(text: string): Attempt {
  const dayFirst = ENGLISH_DAY.exec(text);
  if (dayFirst) {
    return civilReading({
      day: Number(dayFirst[1]),
      month: englishMonth(dayFirst[2]),
      year: Number(dayFirst[3]),
    });
  }
  const monthFirst = ENGLISH_MONTH_FIRST.exec(text);
  if (!monthFirst) return null;
  const civil = { month: englishMonth(monthFirst[1]), year: Number(monthFirst[3]) };
  return civilReading(monthFirst[2] === undefined ? civil : { ...civil, day: Number(monthFirst[2]) });
}

/** Year n BCE is −(n − 1) in the astronomical count of ISO 8601; there is no year 0 in either era. */
function yearReading(text: string): Attempt {
  const match = YEAR.exec(text);
  if (!match) return null;
  const [, word, eraBefore, digits = '', eraAfter] = match;
  const marked = word !== undefined || eraBefore !== undefined || eraAfter !== undefined;
  if (!marked && (digits.length < MIN_BARE_DIGITS || digits.length > 4)) return null;
  const year = Number(digits);
  if (year === 0) return refusal('year');
  return pointReading(yearEdge(eraAfter === ' tcn' ? 1 - year : year));
}

/** 1967-78 is 1967–1978, when the second number cannot be a month. */
function abbreviatedReading(text: string): Attempt {
  const match = ABBREVIATED_YEARS.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = first - (first % 100) + Number(match[2]);
  return Number(match[2]) > 12 && last > first
    ? reading(yearEdge(first), yearEdge(last), [{ step: 'as-written' }])
    : null;
}

function partOfYearReading(text: string): Attempt {
  const match = PART_OF_YEAR.exec(text);
  if (!match) return null;
  const year = Number(match[2]);
  const part = PART_WORDS[match[1] ?? ''] ?? 'whole';
  const months = partOfYears({ from: 1, to: 12 }, part);
  const steps = [{ step: 'part-of-year', year, part } as const];
  return { ...reading(monthEdge(year, months.from), monthEdge(year, months.to), steps), approximate: true };
}

export function decadeReadingOf(firstYear: number): Attempt {
  const edge = {
    edtf: `${String(firstYear).padStart(4, '0').slice(0, 3)}X`,
    earliest: yearEdge(firstYear).earliest,
    latest: yearEdge(firstYear + 9).latest,
  };
  return pointReading(edge, { step: 'decade', firstYear });
}

function decadeReading(text: string): Attempt {
  const match = DECADE.exec(text);
  const written = /^(?:nhung|thap|the)|s$/.test(text);
  return match && written ? decadeReadingOf(Number(match[1])) : null;
}

export function calendarReading(text: string): Attempt {
  return (
    abbreviatedReading(text) ??
    isoReading(text) ??
    numericReading(text) ??
    englishReading(text) ??
    yearReading(text) ??
    partOfYearReading(text) ??
    decadeReading(text)
  );
}
