import { NAME_HEADS, NAME_SYLLABLES, PROVINCES, RARE_WORDS, TEXT_WORDS } from './words.ts';

/** One made-up record: what a projection would read of a real one. */
export interface MadeRecord {
  id: number;
  kind: string;
  name: string;
  text: string;
  facets: (readonly [facet: string, value: string])[];
  importance: number;
  year: number | null;
  earliest: number | null;
  latest: number | null;
  lon: number;
  lat: number;
}

/** The same numbers in every run (mulberry32, public domain). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws by Zipf's law: the k-th of the list about 1/k as often as the first. */
function zipf<T>(list: readonly T[], random: () => number): () => T {
  const sums: number[] = [];
  for (const [at] of list.entries()) sums.push((sums[at - 1] ?? 0) + 1 / (at + 2.7));
  const total = sums.at(-1) ?? 0;
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return list[low] as T;
  };
}

const PERIODS = [
  'nguyen',
  'le-trung-hung',
  'hau-le',
  'tran',
  'ly',
  'mac',
  'tay-son',
  'dong-son',
  'champa',
  'oc-eo',
  'sa-huynh',
];
const LISTS: Readonly<Record<number, readonly string[]>> = {
  0: ['quoc-gia-dac-biet', 'bao-vat-quoc-gia', 'di-san-the-gioi'],
  1: ['quoc-gia', 'dsvhpvt-quoc-gia'],
  2: ['cap-tinh'],
};
const RANKS = ['special', 'national', 'province', 'none'];
const YEAR = 365.2425;

interface Dice {
  random(): number;
  between(low: number, high: number): number;
  words(count: number): string;
  syllables(count: number): string;
  head(): (typeof NAME_HEADS)[number];
  province(): (typeof PROVINCES)[number];
  period(): string;
}

function dice(seed: number): Dice {
  const random = randomNumbers(seed);
  const [word, syllable] = [zipf([...TEXT_WORDS, ...RARE_WORDS], random), zipf(NAME_SYLLABLES, random)];
  const times = (count: number, make: () => string) => Array.from({ length: count }, make).join(' ');
  return {
    random,
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    words: (count) => times(count, word),
    syllables: (count) => times(count, syllable),
    head: zipf(NAME_HEADS, random),
    province: zipf(PROVINCES, random),
    period: zipf(PERIODS, random),
  };
}

/** Plausible records: names of Sino-Vietnamese syllables, texts by Zipf, provinces of uneven size, few that are ranked high. */
export function* makeRecords(count: number, seed = 2026): Generator<MadeRecord> {
  const drawn = dice(seed);
  for (let id = 1; id <= count; id += 1) yield makeRecord(id, drawn);
}

function makeRecord(id: number, drawn: Dice): MadeRecord {
  const { words: head, kind } = drawn.head();
  const { code, name: province, former } = drawn.province();
  const [formerCode = '', formerName = ''] = former[drawn.between(0, former.length - 1)] ?? [];
  const importance = drawImportance(drawn.random());
  return {
    id,
    kind,
    name: `${head} ${drawn.syllables(drawn.between(1, 3))}`,
    text: `${drawn.words(drawn.between(15, 45))} xã ${drawn.syllables(2)} tỉnh ${formerName} ${province}`,
    facets: [
      ['kind', kind],
      ['place', code],
      ['formerPlace', `former-${formerCode}`],
      ['commune', `${code}${String(drawn.between(0, 99)).padStart(3, '0')}`],
      ...otherFacets(kind, importance, drawn),
      ['importance', String(importance)],
      ['all', 'all'],
    ],
    importance,
    year: importance > 1 ? null : drawn.between(1962, 2026),
    ...drawDates(drawn),
    lon: 103 + drawn.random() * 6,
    lat: 9 + drawn.random() * 13,
  };
}

function otherFacets(
  kind: string,
  importance: number,
  { between, random, period }: Dice,
): MadeRecord['facets'] {
  const list = LISTS[importance]?.[0];
  return [
    ['type', `${kind}-${between(1, 6)}`],
    ['period', period()],
    ['rank', RANKS[importance] ?? 'none'],
    ...(list === undefined ? [] : [['list', list] as const]),
    ['material', `material-${Math.floor(random() ** 2 * 40)}`],
    ['community', `community-${Math.floor(random() ** 4 * 54)}`],
    ['rights', random() < 0.7 ? 'unknown' : 'free'],
    ['media', random() < 0.3 ? 'image' : 'none'],
    ...(random() < 0.4 ? [['org', `x-${Math.floor(random() ** 2 * 900)}`] as const] : []),
    ['level', random() < 0.5 ? 'm0' : 'm1'],
    ['verification', random() < 0.2 ? 'confirmed' : 'unconfirmed'],
  ];
}

function drawDates({ between, random }: Dice): Pick<MadeRecord, 'earliest' | 'latest'> {
  if (random() > 0.6) return { earliest: null, latest: null };
  const days = (year: number) => Math.round((year - 1970) * YEAR);
  const century = between(9, 20) * 100;
  return { earliest: days(century), latest: days(century + 99) };
}

/** As in the country: a few hundred highest ones, some thousand national, then provincial, then the great rest. */
function drawImportance(drawn: number): number {
  if (drawn < 0.002) return 0;
  if (drawn < 0.015) return 1;
  return drawn < 0.12 ? 2 : 3;
}
