import { afterAll, describe, expect, it } from 'vitest';
import { searchableStarter } from '#tests/support/search.ts';
import { interpret } from './interpret.ts';
import { stepsOf } from './order.ts';
import { readClassifiedPage, readPage } from './page.ts';
import { lexiconOptions } from './page-options.ts';
import { parseSearchQuery } from './search-query.ts';

const { db, close } = await searchableStarter();
afterAll(close);

describe('the two ways of reading a page by relevance', () => {
  it.each([
    'đình',
    'trong dong',
    'Quảng Nam',
    'đền thờ',
    'le hoi',
    'chùa -cầu',
    '"lễ hội" làng',
    'kind:artefact tượng',
    'trong do',
  ])('give the same order, on and back: %s', async (q) => {
    const parsed = parseSearchQuery({ q }, { lang: 'vi', mistakes: 'refuse' });
    if (parsed.kind !== 'query') throw new Error('refused');
    const { attempt } = await interpret(db, { query: parsed.query, classes: [1] });
    const { cover, groups, unfiltered, scope } = attempt;
    const steps = stepsOf({ sort: 'relevance', near: null, cover, groups });
    const stepwise = (cursor: Parameters<typeof readPage>[1]['cursor'], limit = 20) =>
      readPage(db, { ...lexiconOptions(db, attempt), steps, cursor, limit });
    const classified = (cursor: Parameters<typeof readPage>[1]['cursor'], limit = 20) =>
      readClassifiedPage(db, { cover, groups: unfiltered, scope, cursor, limit });
    const first = await stepwise(null);
    expect(first.rows.length).toBeGreaterThan(0);
    expect(await classified(null)).toEqual(first);
    const whole = await stepwise(null, 2_000);
    expect(await classified(null, 2_000)).toEqual(whole);
    expect(new Set(whole.rows.map(({ id }) => id)).size).toBe(whole.rows.length);
    for (const at of [3, Math.floor(whole.rows.length / 2), whole.rows.length - 1]) {
      const row = whole.rows[at];
      if (!row) continue;
      for (const backwards of [false, true]) {
        const cursor = { ...row, backwards };
        const read = await stepwise(cursor);
        expect(await classified(cursor)).toEqual(read);
        const expected = backwards
          ? whole.rows.slice(Math.max(0, at - 20), at)
          : whole.rows.slice(at + 1, at + 21);
        expect(read.rows).toEqual(expected);
      }
    }
  });
});
