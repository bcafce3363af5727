import { parseEdtf } from '#formats/dates/index.ts';
import type { BoundingBox, GeoPoint } from '#formats/geo/index.ts';
import { codePointLength, toNfcLatin } from '#formats/vietnamese/index.ts';
import { KINDS, type Lang } from '#modules/standards/index.ts';
import type { DayRange } from './dating.ts';
import { FACET_FIELDS, FILTER_KEYS } from './fields.ts';
import {
  badBox,
  badCode,
  badDate,
  badLimit,
  badPoint,
  badToken,
  emptyRange,
  missingPoint,
  type QueryIssue,
  repeated,
  tooLong,
  tooMany,
  unknownKey,
  unknownValue,
} from './issues.ts';
import { type Cursor, readCursor } from './keyset.ts';
import { parseQueryText, type QueryText, takeFilters } from './query-text.ts';

export const SORTS = ['relevance', 'newest', 'name', 'date', 'near'] as const;
export type Sort = (typeof SORTS)[number];
const VIEWS = ['list', 'grid', 'map', 'timeline'] as const;
type View = (typeof VIEWS)[number];

/** Characters. A name of the registry is at most 500 long; nobody types more than this into a search box. */
const LONGEST_QUERY = 300;
const LONGEST_VALUE = 120;
const MOST_VALUES = 40;
export const PAGE_SIZE = 24;
export const LARGEST_PAGE = 100;

/** A search as it was asked for, every value checked. */
export interface SearchQuery {
  lang: Lang;
  /** As typed, without the filters written into it. */
  q: string;
  text: QueryText;
  /** Query key → chosen values; values of one key are alternatives. */
  filters: ReadonlyMap<string, readonly string[]>;
  days: DayRange;
  /** Only records of which no date is known: `from=unknown`. */
  undated: boolean;
  near: GeoPoint | null;
  bbox: BoundingBox | null;
  sort: Sort;
  view: View;
  limit: number;
  cursor: Cursor | null;
  exact: boolean;
}

export type ParsedQuery =
  /** `dropped`: keys and values that pages leave out of the canonical address. */
  { kind: 'query'; query: SearchQuery; dropped: QueryIssue[] } | { kind: 'invalid'; issues: QueryIssue[] };

export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ParseOptions {
  lang: Lang;
  /** `refuse` for the API; `drop` for pages, which show what they understood. */
  mistakes: 'refuse' | 'drop';
}

/** Every key that is accepted, in the order of their documentation. */
export const QUERY_KEYS: readonly string[] = [
  'q',
  ...FILTER_KEYS,
  'from',
  'to',
  'near',
  'bbox',
  'sort',
  'view',
  'after',
  'before',
  'limit',
  'exact',
];

/** Reads the parameters of an address by the closed list of keys. A query of over 300 characters is always refused. */
export function parseSearchQuery(parameters: QueryParameters, { lang, mistakes }: ParseOptions): ParsedQuery {
  const issues: QueryIssue[] = [];
  const reader = parameterReader(parameters, issues);
  const typed = toNfcLatin(reader.one('q')).toWellFormed();
  if (codePointLength(typed) > LONGEST_QUERY)
    return { kind: 'invalid', issues: [tooLong('q', LONGEST_QUERY)] };
  const written = takeFilters(typed, FILTER_KEYS);
  for (const key of Object.keys(parameters))
    if (!QUERY_KEYS.includes(key)) issues.push(unknownKey(key, QUERY_KEYS));
  const filters = readFilters(reader, written.filters);
  const near = readNear(reader);
  const sort = readSort(reader, near);
  const query: SearchQuery = {
    lang,
    q: typed.trim(),
    text: parseQueryText(written.text),
    filters,
    ...readTime(reader),
    near,
    bbox: readBox(reader),
    sort,
    view: reader.oneOf('view', VIEWS) ?? 'list',
    limit: readLimit(reader),
    cursor: readCursors(reader, sort),
    exact: reader.oneOf('exact', ['0', '1']) === '1',
  };
  if (issues.length > 0 && mistakes === 'refuse') return { kind: 'invalid', issues };
  return { kind: 'query', query, dropped: issues };
}

interface ParameterReader {
  issues: QueryIssue[];
  /** The one value of a key; '' when it is absent. */
  one(key: string): string;
  many(key: string): string[];
  oneOf<T extends string>(key: string, accepted: readonly T[]): T | undefined;
}

function parameterReader(parameters: QueryParameters, issues: QueryIssue[]): ParameterReader {
  const valuesOf = (key: string): string[] => {
    const value = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    return (typeof value === 'string' ? [value] : [...(value ?? [])]).filter((text) => text !== '');
  };
  const reader: ParameterReader = {
    issues,
    one: (key) => {
      const values = valuesOf(key);
      if (values.length > 1) issues.push(repeated(key));
      return values[0] ?? '';
    },
    many: (key) => {
      const values = valuesOf(key)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter(Boolean);
      if (values.length > MOST_VALUES) issues.push(tooMany(key, MOST_VALUES));
      return [...new Set(values)].slice(0, MOST_VALUES);
    },
    oneOf: (key, accepted) => {
      const value = reader.one(key);
      const found = accepted.find((known) => known === value);
      if (value !== '' && found === undefined) issues.push(unknownValue(key, value, accepted));
      return found;
    },
  };
  return reader;
}

/** Codes as URLs write them; what vocabularies and identifiers allow beyond letters and digits. */
const CODE = /^[\p{Ll}\p{Nd}][\p{Ll}\p{Nd}._-]*$/u;

function readFilters(
  reader: ParameterReader,
  written: readonly { key: string; value: string }[],
): Map<string, string[]> {
  const filters = new Map<string, string[]>();
  for (const key of FILTER_KEYS) {
    const inText = written.filter((filter) => filter.key === key).map(({ value }) => value);
    const values = [...new Set([...reader.many(key), ...inText])].filter((value) =>
      isValue(reader, key, value),
    );
    if (values.length > 0) filters.set(key, values);
  }
  return filters;
}

function isValue({ issues }: ParameterReader, key: string, value: string): boolean {
  const closed = closedValues(key);
  if (closed && !closed.includes(value)) {
    issues.push(unknownValue(key, value, closed));
    return false;
  }
  if (value.length > LONGEST_VALUE || !CODE.test(value)) {
    issues.push(badCode(key, value));
    return false;
  }
  return true;
}

function closedValues(key: string): readonly string[] | undefined {
  return key === 'kind' ? KINDS : FACET_FIELDS.find((field) => field.key === key)?.values;
}

/** As `from`: records without a date, which no range of years can find. */
const UNDATED = 'unknown';

function readTime(reader: ParameterReader): Pick<SearchQuery, 'days' | 'undated'> {
  const [from, to] = [reader.one('from').trim(), reader.one('to').trim()];
  if (from !== UNDATED) return { days: readDays(reader, { from, to }), undated: false };
  if (to !== '') reader.issues.push(emptyRange());
  return { days: { earliest: null, latest: null }, undated: true };
}

function readDays(reader: ParameterReader, { from, to }: { from: string; to: string }): DayRange {
  const earliest = readDay(reader, 'from', from);
  const latest = readDay(reader, 'to', to);
  if (earliest !== null && latest !== null && earliest > latest) {
    reader.issues.push(emptyRange());
    return { earliest: null, latest: null };
  }
  return { earliest, latest };
}

/** A short year is padded: people write 938, EDTF wants 0938. */
function readDay(reader: ParameterReader, key: 'from' | 'to', text: string): number | null {
  if (text === '') return null;
  const year = /^([-−]?)(\d{1,4})$/.exec(text);
  const edtf = year ? `${year[1] ? '-' : ''}${(year[2] ?? '').padStart(4, '0')}` : text;
  const outcome = parseEdtf(edtf);
  const day = outcome.kind === 'edtf' ? (key === 'from' ? outcome.earliest : outcome.latest) : null;
  if (day === null || Math.abs(day) >= 2 ** 31) {
    reader.issues.push(badDate(key, text));
    return null;
  }
  return day;
}

function readNumbers(text: string, count: number): number[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map((part) => (/^-?\d{1,3}(\.\d{1,12})?$/.test(part) ? Number(part) : Number.NaN));
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : undefined;
}

function readNear(reader: ParameterReader): GeoPoint | null {
  const text = reader.one('near');
  if (text === '') return null;
  const [lat, lon] = readNumbers(text, 2) ?? [];
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    reader.issues.push(badPoint(text));
    return null;
  }
  return { lat, lon };
}

function readBox(reader: ParameterReader): BoundingBox | null {
  const text = reader.one('bbox');
  if (text === '') return null;
  const [west, south, east, north] = readNumbers(text, 4) ?? [];
  const isBox =
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined &&
    west <= east &&
    south <= north &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    Math.abs(south) <= 90 &&
    Math.abs(north) <= 90;
  if (!isBox) {
    reader.issues.push(badBox(text));
    return null;
  }
  return { west, south, east, north };
}

/** A position without another wish means "nearest first". */
function readSort(reader: ParameterReader, near: GeoPoint | null): Sort {
  const asked = reader.oneOf('sort', SORTS);
  if (asked === 'near' && near === null) {
    reader.issues.push(missingPoint());
    return 'relevance';
  }
  return asked ?? (near === null ? 'relevance' : 'near');
}

function readLimit(reader: ParameterReader): number {
  const text = reader.one('limit');
  if (text === '') return PAGE_SIZE;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= LARGEST_PAGE) return limit;
  reader.issues.push(badLimit(LARGEST_PAGE));
  return PAGE_SIZE;
}

function readCursors(reader: ParameterReader, sort: Sort): Cursor | null {
  const [after, before] = [reader.one('after'), reader.one('before')];
  const key = after === '' ? 'before' : 'after';
  const text = after === '' ? before : after;
  if (text === '') return null;
  const cursor = readCursor(text, key === 'before');
  if (cursor !== null && cursor.sort === sort) return cursor;
  reader.issues.push(badToken(key));
  return null;
}
