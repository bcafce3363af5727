import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { parseSearchQuery, type SearchQuery, search, searchAmong } from './index.ts';

const { db, close } = await searchableStarter();
afterAll(close);

function query(parameters: Record<string, string | string[]>): SearchQuery {
  const parsed = parseSearchQuery(parameters, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  return parsed.query;
}

const { items: known } = await search(db, ANONYMOUS, query({ kind: 'intangible', limit: '60' }));
const pids = known.map(({ pid }) => pid);
const among = (parameters: Record<string, string | string[]>, wanted = pids) =>
  searchAmong(db, ANONYMOUS, { query: query(parameters), pids: wanted });

describe('a search among known records', () => {
  it('finds them all without a filter, with their cards', async () => {
    const { items, facets } = await among({});
    expect(items.map(({ pid }) => pid).toSorted()).toEqual(pids.toSorted());
    expect(items).toContainEqual(known[0]);
    expect(facets.find(({ name }) => name === 'kind')?.values).toMatchObject([
      { value: 'intangible', count: pids.length },
    ]);
  });

  it('knows nothing of other records', async () => {
    expect(await among({}, [])).toMatchObject({ items: [] });
    expect((await among({ kind: 'artefact' })).items).toEqual([]);
    expect((await among({}, ['d1nothere', ...pids.slice(0, 1)])).items).toHaveLength(1);
  });

  it('counts what each value of a facet would leave', async () => {
    const { facets } = await among({});
    const places = facets.find(({ name }) => name === 'place')?.values ?? [];
    expect(places.length).toBeGreaterThan(3);
    for (const { value, count } of places.slice(0, 4))
      expect((await among({ place: value })).items, value).toHaveLength(count);
  });

  it('takes values of one key as alternatives and keys together', async () => {
    const { facets } = await among({});
    const [a, b] = facets.find(({ name }) => name === 'place')?.values ?? [];
    const [rank] = facets.find(({ name }) => name === 'rank')?.values ?? [];
    const both = await among({ place: [a?.value ?? '', b?.value ?? ''] });
    const narrow = await among({ place: a?.value ?? '', rank: rank?.value ?? '' });
    expect(both.items.length).toBeGreaterThanOrEqual(Math.max(a?.count ?? 0, b?.count ?? 0));
    expect(narrow.items.length).toBeLessThanOrEqual(a?.count ?? 0);
    // The other values of a chosen key are still offered, with what they would find.
    const chosen = await among({ place: a?.value ?? '' });
    expect(chosen.facets.find(({ name }) => name === 'place')?.values).toContainEqual({
      ...b,
      selected: false,
    });
  });

  it('shows a reader only what is public to them', async () => {
    await db.updateTable('search_row').set({ access_class: 0 }).execute();
    expect((await among({})).items).toEqual([]);
  });
});
