import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { GOLDEN_QUERIES, type GoldenClass, type GoldenQuery } from '#tests/golden/search-queries.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { parseSearchQuery, search } from './index.ts';

const { db, close } = await searchableStarter();
afterAll(close);

const records = await db.selectFrom('record').select(['pid', 'starter_key']).execute();
const keys = new Map(records.map(({ pid, starter_key }) => [pid, starter_key]));

/** Keys of the first results, and what the words were taken for. */
async function results(q: string): Promise<{ found: (string | null | undefined)[]; as: string | undefined }> {
  const parsed = parseSearchQuery({ q, limit: '10' }, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  const { items, interpretation } = await search(db, ANONYMOUS, parsed.query);
  return { found: items.map(({ pid }) => keys.get(pid)), as: interpretation?.kind };
}

async function missed({ wanted, within }: { wanted: GoldenClass; within: number }) {
  const queries = GOLDEN_QUERIES.filter((query) => query.class === wanted);
  const misses: (GoldenQuery & { found: unknown[]; as: string | undefined })[] = [];
  for (const query of queries) {
    const { found, as } = await results(wanted === 'nfd' ? query.q.normalize('NFD') : query.q);
    if (!found.slice(0, within).some((key) => key && query.expected.includes(key)))
      misses.push({ ...query, found, as });
  }
  return { share: misses.length / queries.length, misses };
}

describe('the golden queries', () => {
  it('are at least 200, and mean records that exist', () => {
    expect(GOLDEN_QUERIES.length).toBeGreaterThanOrEqual(200);
    const known = new Set(keys.values());
    expect(GOLDEN_QUERIES.flatMap(({ expected }) => expected).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(['exact', 'nfd'] as const)(
    '%s: what is meant comes first',
    { timeout: 120_000 },
    async (wanted) => {
      expect((await missed({ wanted, within: 1 })).misses).toEqual([]);
    },
  );

  it.each(['toneless', 'telex', 'vni', 'tone placement', 'prefix'] as const)(
    '%s: within ten for at least 98 %',
    { timeout: 120_000 },
    async (wanted) => {
      const { share, misses } = await missed({ wanted, within: 10 });
      expect(share, JSON.stringify(misses)).toBeLessThanOrEqual(0.02);
    },
  );

  it('one typing error: within ten for at least 90 %', { timeout: 120_000 }, async () => {
    const { share, misses } = await missed({ wanted: 'one typing error', within: 10 });
    expect(share, JSON.stringify(misses)).toBeLessThanOrEqual(0.1);
  });
});
