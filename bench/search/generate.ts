import { NAME_HEADS, NAME_SYLLABLES, PROVINCES, TEXT_WORDS } from './words.ts';

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
export function randomNumbers(seed: number): () => number {
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

/** Plausible records: names of Sino-Vietnamese syllables, texts by Zipf, provinces of uneven size, few that are ranked high. */
export function* makeRecords(count: number, seed = 2026): Generator<MadeRecord> {
  const random = randomNumbers(seed);
  const word = zipf(TEXT_WORDS, random);
  const head = zipf(NAME_HEADS, random);
  const syllable = zipf(NAME_SYLLABLES, random);
  const province = zipf(PROVINCES, random);
  const period = zipf(PERIODS, random);
  const times = (n: number, make: () => string) => Array.from({ length: n }, make).join(' ');
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  for (let id = 1; id <= count; id += 1) {
    const { words, kind } = head();
    const place = province();
    const former = place.former[between(0, place.former.length - 1)] ?? ['', ''];
    const name = `${words} ${times(between(1, 3), syllable)}`;
    const importance = drawImportance(random());
    const century = between(9, 20);
    const isDated = random() < 0.6;
    const commune = `${place.code}${String(between(0, 99)).padStart(3, '0')}`;
    yield {
      id,
      kind,
      name,
      text: `${times(between(15, 45), word)} xã ${times(2, syllable)} tỉnh ${former[1]} ${place.name}`,
      facets: [
        ['kind', kind],
        ['type', `${kind}-${between(1, 6)}`],
        ['place', place.code],
        ['formerPlace', `former-${former[0]}`],
        ['commune', commune],
        ['period', period()],
        ['rank', RANKS[importance] ?? 'none'],
        ...(LISTS[importance] ?? []).slice(0, 1).map((list) => ['list', list] as const),
        ['material', `material-${Math.floor(random() ** 2 * 40)}`],
        ['community', `community-${Math.floor(random() ** 4 * 54)}`],
        ['rights', random() < 0.7 ? 'unknown' : 'free'],
        ['media', random() < 0.3 ? 'image' : 'none'],
        ...(random() < 0.4 ? [['org', `x-${Math.floor(random() ** 2 * 900)}`] as const] : []),
        ['level', random() < 0.5 ? 'm0' : 'm1'],
        ['verification', random() < 0.2 ? 'confirmed' : 'unconfirmed'],
        ['importance', String(importance)],
        ['all', 'all'],
      ],
      importance,
      year: importance > 1 ? null : between(1962, 2026),
      earliest: isDated ? Math.round((century * 100 - 1970) * YEAR) : null,
      latest: isDated ? Math.round((century * 100 + 99 - 1970) * YEAR) : null,
      lon: 103 + random() * 6,
      lat: 9 + random() * 13,
    };
  }
}

/** As in the country: a few hundred highest ones, some thousand national, then provincial, then the great rest. */
function drawImportance(drawn: number): number {
  if (drawn < 0.002) return 0;
  if (drawn < 0.015) return 1;
  return drawn < 0.12 ? 2 : 3;
}
