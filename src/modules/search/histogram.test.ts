import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { countSpans, histogram, parseSearchQuery, type SearchQuery, search, spansOf } from './index.ts';

const { db, close } = await searchableStarter();
afterAll(close);

function query(parameters: Record<string, string>): SearchQuery {
  const parsed = parseSearchQuery(parameters, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  return parsed.query;
}
const total = async (parameters: Record<string, string>) =>
  (await search(db, ANONYMOUS, query({ ...parameters, limit: '1' }))).total;

describe('the spans of a scale', () => {
  it.each(['century', 'decade'] as const)('cover all years once: %s', (by) => {
    const spans = spansOf(by);
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 2999 }), (year) => {
        const holding = spans.filter(({ from, to }) => (from ?? -9999) <= year && year <= (to ?? 9999));
        expect(holding).toHaveLength(1);
      }),
    );
  });

  it('begin a century with its first year', () => {
    const spans = spansOf('century');
    expect(spans).toContainEqual({ from: 1401, to: 1500 });
    expect(spans).toContainEqual({ from: -99, to: 0 });
    expect(spans).toContainEqual({ from: 1, to: 100 });
    expect(spans[0]).toEqual({ from: null, to: -3000 });
  });
});

describe('a histogram', () => {
  it('counts each hit once where it begins, and the undated apart', async () => {
    for (const by of ['century', 'decade'] as const) {
      const { buckets, unknown, isExact } = await histogram(db, ANONYMOUS, query({ kind: 'artefact' }), {
        by,
      });
      expect(isExact).toBe(true);
      const sum = buckets.reduce((all, { count }) => all + count, unknown);
      expect(sum).toBe(await total({ kind: 'artefact' }));
      for (const { count, uncertain, possible } of buckets)
        expect(uncertain <= count && count <= possible).toBe(true);
    }
  });

  it('says of each bucket what a search for its years finds', async () => {
    const { buckets } = await histogram(db, ANONYMOUS, query({ kind: 'artefact' }), { by: 'century' });
    expect(buckets.length).toBeGreaterThan(8);
    for (const { from, to, possible } of buckets.slice(-8)) {
      const years = {
        ...(from === null ? {} : { from: String(from) }),
        ...(to === null ? {} : { to: String(to) }),
      };
      expect(await total({ kind: 'artefact', ...years }), `${from}–${to}`).toBe(possible);
    }
  });
});

describe('spans of the caller', () => {
  const LE_SO = { from: 1428, to: 1527 };
  const MAC = { from: 1528, to: 1592, within: { from: 1527, to: 1592 } };

  it('are counted as a search for them finds them, whatever they share', async () => {
    const { counts } = await countSpans(db, ANONYMOUS, query({}), [LE_SO, MAC, LE_SO]);
    expect(counts[0]).toEqual(counts[2]);
    for (const [at, { from, to }] of [LE_SO, MAC].entries())
      expect(counts[at]?.possible).toBe(await total({ from: String(from), to: String(to) }));
    expect(counts[0]?.certain).toBeGreaterThan(0);
    expect(counts[0]?.certain).toBeLessThan(counts[0]?.possible ?? 0);
  });

  it('take what lies in the wider years for certain', async () => {
    const [narrow, wide] = (await countSpans(db, ANONYMOUS, query({}), [{ from: 1528, to: 1592 }, MAC]))
      .counts;
    expect(wide?.certain).toBeGreaterThan(narrow?.certain ?? 0);
    expect(wide?.possible).toBe(narrow?.possible);
  });

  it('leave out nothing: what is undated has its own number, and a search that finds it', async () => {
    const { unknown } = await countSpans(db, ANONYMOUS, query({ kind: 'monument' }), []);
    expect(unknown).toBeGreaterThan(0);
    expect(await total({ kind: 'monument', from: 'unknown' })).toBe(unknown);
  });
});

describe('from=unknown', () => {
  it('goes with no last year', () => {
    const read = (mistakes: 'refuse' | 'drop') =>
      parseSearchQuery({ from: 'unknown', to: '1500' }, { lang: 'vi', mistakes });
    expect(read('refuse').kind).toBe('invalid');
    expect(read('drop')).toMatchObject({ query: { undated: true, days: { earliest: null, latest: null } } });
  });

  it('leaves no word taken for a mistake that only has dates', async () => {
    const answer = await search(db, ANONYMOUS, query({ q: 'ngọc lũ', from: 'unknown' }));
    expect(answer.interpretation).toBeUndefined();
  });
});
