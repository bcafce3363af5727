import { decadeReadingOf, PART_WORDS } from './calendar-readings.ts';
import { nameKey } from './canonical-text.ts';
import { type Attempt, type Part, partOfYears, reading, refusal, yearEdge } from './reading.ts';

/** A named period: culture, dynasty or reign, in years of the astronomical count (0 is 1 BCE). */
export interface Period {
  /** All names and spellings, in any language; the first one is shown. */
  names: readonly string[];
  from: number;
  to: number;
}

const PARTS = Object.keys(PART_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const PART = `(?:(?:nhung (?:nam|thap nien) )?(${PARTS})[ -](?:cua )?)?`;
const CENTURY = new RegExp(`^${PART}(?:the )?the ky ([ivxl]+|\\d{1,2})( tcn| scn)?$`);
const ENGLISH_CENTURY = new RegExp(
  `^(?:the )?${PART}(\\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)( tcn| scn)?$`,
);
const DECADE_OF_CENTURY = /^(?:nhung nam|thap nien|thap ky) (\d0)(?: cua)? the ky ([ivxl]+|\d{1,2})$/;
const BEFORE_PRESENT =
  /^(?:bp )?(\d+(?:[.,]\d+)?)( trieu| van| nghin| ngan| million| thousand)?(?: nam)?(?: bp)?$/;
const PERIOD = new RegExp(
  `^${PART}(?:(?:thuoc )?(?:van hoa|nen van hoa|thoi ky|thoi|trieu dai|trieu|vuong trieu|nha|doi|the) )*(.+)$`,
);
const PERIOD_SUFFIX = / (?:period|culture|dynasty|era)$/;
const MULTIPLES: Readonly<Record<string, number>> = {
  ' trieu': 1_000_000,
  ' million': 1_000_000,
  ' van': 10_000,
  ' nghin': 1000,
  ' ngan': 1000,
  ' thousand': 1000,
};
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
const ROMAN = /^(?=.)(x{0,3}|xl|l)(ix|iv|v?i{0,3})$/;
/** Radiocarbon convention: "present" is 1950. */
const PRESENT = 1950;

/** Value of a Roman or Arabic number in lower case; NaN when it is neither. */
function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (!ROMAN.test(text)) return Number.NaN;
  const values = [...text].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** The fifteenth century is 1401–1500, the third century BCE is 300–201 BCE (−299 to −200). */
function centuryYears(century: number, bce: boolean): { from: number; to: number } {
  return bce
    ? { from: 1 - century * 100, to: 100 - century * 100 }
    : { from: century * 100 - 99, to: century * 100 };
}

function partOf(word: string | undefined): Part {
  return word === undefined ? 'whole' : (PART_WORDS[word] ?? 'whole');
}

function centuryReading(text: string): Attempt {
  const match = CENTURY.exec(text) ?? ENGLISH_CENTURY.exec(text);
  if (!match) return null;
  const century = numeral(match[2] ?? '');
  if (!(century >= 1)) return refusal('century');
  const bce = match[3] === ' tcn';
  const part = partOf(match[1]);
  const years = partOfYears(centuryYears(century, bce), part);
  const steps = [{ step: 'century', century, bce, part } as const];
  return { ...reading(yearEdge(years.from), yearEdge(years.to), steps), approximate: part !== 'whole' };
}

function decadeOfCenturyReading(text: string): Attempt {
  const match = DECADE_OF_CENTURY.exec(text);
  if (!match) return null;
  const century = numeral(match[2] ?? '');
  return century >= 1 ? decadeReadingOf((century - 1) * 100 + Number(match[1])) : refusal('century');
}

function beforePresentReading(text: string): Attempt {
  const match = BEFORE_PRESENT.exec(text);
  if (!match || !/\bbp\b/.test(text)) return null;
  const years = Math.round(Number((match[1] ?? '').replace(',', '.')) * (MULTIPLES[match[2] ?? ''] ?? 1));
  const edge = yearEdge(PRESENT - years);
  return reading(edge, edge, [{ step: 'before-present', years, reference: PRESENT }]);
}

function findPeriod(name: string, periods: readonly Period[]): Period | undefined {
  const keys = [name, name.replace(PERIOD_SUFFIX, '')].map(nameKey);
  return periods.find(({ names }) => names.some((candidate) => keys.includes(nameKey(candidate))));
}

/** Boundaries of a culture or dynasty come from a table, so they are never exact. */
function periodReading(text: string, periods: readonly Period[]): Attempt {
  const match = PERIOD.exec(text);
  if (!match) return null;
  const whole = findPeriod(text, periods);
  const period = whole ?? findPeriod(match[2] ?? '', periods);
  if (!period) return null;
  const part = whole ? 'whole' : partOf(match[1]);
  const years = partOfYears(period, part);
  const steps = [
    { step: 'period', name: period.names[0] ?? text, from: period.from, to: period.to, part } as const,
  ];
  return { ...reading(yearEdge(years.from), yearEdge(years.to), steps), approximate: true, fromPeriod: true };
}

export function spanReading(text: string, periods: readonly Period[]): Attempt {
  return (
    centuryReading(text) ??
    decadeOfCenturyReading(text) ??
    beforePresentReading(text) ??
    periodReading(text, periods)
  );
}
