import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { parseSearchQuery, search, valueCounts } from './index.ts';

const { db, close } = await searchableStarter();
afterAll(close);

async function total(key: string, value: string): Promise<number> {
  const parsed = parseSearchQuery({ [key]: value, limit: '1' }, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  return (await search(db, ANONYMOUS, parsed.query)).total;
}

describe('counts of values', () => {
  it.each([
    ['place', 'place', ['48', '01', '46', '99']],
    ['formerPlace', 'place', ['former-49']],
    ['commune', 'place', ['20410', '20333', '00004', '20401']],
    ['community', 'community', ['tay', 'cham', 'kinh', 'chut']],
    ['period', 'period', ['nguyen', 'independence', 'palaeolithic']],
  ])('of %s are what a search by %s finds', async (field, key, values) => {
    const counts = await valueCounts(db, ANONYMOUS, { field, values });
    for (const value of values) expect(counts.get(value) ?? 0, value).toBe(await total(key, value));
    expect(counts.size).toBeGreaterThan(0);
  });

  it('leave out what nobody has, and need no values', async () => {
    expect(await valueCounts(db, ANONYMOUS, { field: 'place', values: ['99', "x'"] })).toEqual(new Map());
    expect(await valueCounts(db, ANONYMOUS, { field: 'place', values: [] })).toEqual(new Map());
  });
});
