import { dayFromCivil, daysInMonth } from './days.ts';

/** Days as numbers from 1970-01-01; null is an open or unknown end. */
export interface DayRange {
  earliest: number | null;
  latest: number | null;
}

/** A node of the tree that the EDTF parser returns: dates have `values` [year, month − 1, day]. */
export interface EdtfNode {
  type?: string;
  values: readonly unknown[];
  unspecified?: number;
  significant?: number;
  approximate?: boolean | number;
  uncertain?: boolean | number;
  /** A set or list open towards the past or the future. */
  earlier?: boolean;
  later?: boolean;
}

/** Months of the season codes of ISO 8601-2, 21 to 41, as [first month, number of months]. */
const SEASONS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  25: [3, 3],
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  29: [9, 3],
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

export function isEdtfNode(value: unknown): value is EdtfNode {
  return typeof value === 'object' && value !== null && 'values' in value && Array.isArray(value.values);
}

function numbersOf(node: EdtfNode): number[] {
  return node.values.filter((value) => typeof value === 'number');
}

export function yearsRange(from: number, to: number): { earliest: number; latest: number } {
  return {
    earliest: dayFromCivil({ year: from, month: 1, day: 1 }),
    latest: dayFromCivil({ year: to, month: 12, day: 31 }),
  };
}

/** The smallest and largest value that a number may have when the digits under the mask (bit i = digit i) are unknown. */
function digitBounds(value: number, width: number, mask: number): [number, number] {
  const digits = String(value).padStart(width, '0').split('');
  const fill = (digit: string) =>
    Number(digits.map((d, index) => (mask & (1 << index) ? digit : d)).join(''));
  return [fill('0'), fill('9')];
}

function yearBounds(year: number, mask: number): [number, number] {
  const [low, high] = digitBounds(Math.abs(year), 4, mask & 15);
  return year < 0 ? [-high, -low] : [low, high];
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 1), max);
}

/** Bits of `unspecified` follow the digits of YYYYMMDD, so the month has bits 4 and 5, the day 6 and 7. */
function dateRange(node: EdtfNode): DayRange {
  const [year = 0, monthIndex, day] = numbersOf(node);
  const mask = node.unspecified ?? 0;
  const [firstYear, lastYear] = yearBounds(year, mask);
  const months = monthIndex === undefined ? [1, 12] : digitBounds(monthIndex + 1, 2, (mask >> 4) & 3);
  const days = day === undefined ? [1, 31] : digitBounds(day, 2, (mask >> 6) & 3);
  const firstMonth = clamp(months[0] ?? 1, 12);
  const lastMonth = clamp(months[1] ?? 12, 12);
  const firstDay = clamp(days[0] ?? 1, daysInMonth(firstYear, firstMonth));
  const lastDay = clamp(days[1] ?? 31, daysInMonth(lastYear, lastMonth));
  return {
    earliest: dayFromCivil({ year: firstYear, month: firstMonth, day: firstDay }),
    latest: dayFromCivil({ year: lastYear, month: lastMonth, day: lastDay }),
  };
}

/** A count of `unit` years written by its leading digits: 182 (×10) is 1820–1829, −182 is −1829 to −1820. */
function blockRange(leading: number, unit: number): DayRange {
  const first = Math.abs(leading) * unit;
  return leading < 0 ? yearsRange(-(first + unit - 1), -first) : yearsRange(first, first + unit - 1);
}

function yearRange(node: EdtfNode): DayRange {
  const [year = 0] = numbersOf(node);
  const digits = String(Math.abs(year)).length;
  const unit = 10 ** Math.max(0, digits - (node.significant ?? digits));
  return blockRange(Math.sign(year) * Math.floor(Math.abs(year) / unit), unit);
}

function seasonRange(node: EdtfNode): DayRange {
  const [year = 0, code = 0] = numbersOf(node);
  const [month, count] = SEASONS[code] ?? [1, 12];
  const last = month + count - 1;
  const end = { year: last > 12 ? year + 1 : year, month: last > 12 ? last - 12 : last };
  return {
    earliest: dayFromCivil({ year, month, day: 1 }),
    latest: dayFromCivil({ ...end, day: daysInMonth(end.year, end.month) }),
  };
}

function intervalRange(node: EdtfNode): DayRange {
  const [from, to] = node.values;
  return {
    earliest: isEdtfNode(from) ? rangeOfNode(from).earliest : null,
    latest: isEdtfNode(to) ? rangeOfNode(to).latest : null,
  };
}

/** Sets ("one of") and lists ("all of") span from their first to their last member; nested arrays are `a..b`. */
function membersRange(node: EdtfNode): DayRange {
  const ranges = node.values.flat().filter(isEdtfNode).map(rangeOfNode);
  const earliest = ranges.map((range) => range.earliest).filter((day) => day !== null);
  const latest = ranges.map((range) => range.latest).filter((day) => day !== null);
  return {
    earliest: node.earlier || earliest.length === 0 ? null : Math.min(...earliest),
    latest: node.later || latest.length === 0 ? null : Math.max(...latest),
  };
}

const RANGES: Readonly<Record<string, (node: EdtfNode) => DayRange>> = {
  Date: dateRange,
  Year: yearRange,
  Decade: (node) => blockRange(numbersOf(node)[0] ?? 0, 10),
  Century: (node) => blockRange(numbersOf(node)[0] ?? 0, 100),
  Season: seasonRange,
  Interval: intervalRange,
  Set: membersRange,
  List: membersRange,
};

/** The days that an EDTF expression can mean. Qualifiers (~ ? %) do not widen it: no source says by how much. */
export function rangeOfNode(node: EdtfNode): DayRange {
  return (RANGES[node.type ?? 'Date'] ?? dateRange)(node);
}
