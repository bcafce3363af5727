import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adding,
  addressOf,
  allValues,
  filters,
  firstValue,
  isDeep,
  isNoindex,
  paged,
  replacing,
  type SearchState,
  without,
  withoutFilters,
} from './state.ts';

const state: SearchState = {
  lang: 'vi',
  pairs: [
    ['q', 'trống đồng'],
    ['kind', 'artefact'],
    ['kind', 'monument'],
    ['view', 'list'],
    ['after', 'abc'],
  ],
};

describe('the state of a search', () => {
  test('is one address, the same query in both languages', () => {
    const query = 'q=tr%E1%BB%91ng+%C4%91%E1%BB%93ng&kind=artefact&kind=monument&view=list&after=abc';
    expect(addressOf(state)).toBe(`/vi/tim-kiem?${query}`);
    expect(addressOf({ ...state, lang: 'en' })).toBe(`/en/search?${query}`);
    expect(addressOf({ lang: 'en', pairs: [] })).toBe('/en/search');
  });

  test('every change starts again at the first page', () => {
    const changed = [
      without(state, 'kind', 'monument'),
      replacing(state, 'sort', 'name'),
      adding(state, 'place', '38'),
    ];
    for (const { pairs } of changed) expect(pairs.map(([key]) => key)).not.toContain('after');
    expect(firstValue(paged(state, 'before', 'x'), 'before')).toBe('x');
    expect(firstValue(paged(state, 'before', 'x'), 'after')).toBeUndefined();
  });

  test('takes away one value of a key, or all', () => {
    expect(allValues(without(state, 'kind', 'monument'), 'kind')).toEqual(['artefact']);
    expect(allValues(without(state, 'kind'), 'kind')).toEqual([]);
    expect(firstValue(replacing(state, 'q', ''), 'q')).toBeUndefined();
  });

  test('knows filters from words and presentation', () => {
    expect(filters(state)).toEqual([
      ['kind', 'artefact'],
      ['kind', 'monument'],
    ]);
    expect(withoutFilters(state).pairs).toEqual([
      ['q', 'trống đồng'],
      ['view', 'list'],
    ]);
  });

  test('is kept from search engines from the third filter on, and on every further page', () => {
    const first = without(state, 'after');
    expect(isNoindex(first)).toBe(false);
    expect(isNoindex(adding(first, 'place', '38'))).toBe(true);
    expect(isNoindex(state)).toBe(true);
  });

  test('is deep with two filters, and on every further page', () => {
    const first = without(state, 'after');
    expect(isDeep(first)).toBe(true);
    expect(isDeep(without(first, 'kind', 'monument'))).toBe(false);
    expect(isDeep(withoutFilters(state))).toBe(false);
    expect(isDeep(paged(withoutFilters(state), 'after', 'x'))).toBe(true);
  });

  test('adding and removing a value leaves the rest as it was', () => {
    const pair = fc.tuple(fc.constantFrom('q', 'kind', 'place', 'view'), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const before: SearchState = { lang: 'vi', pairs };
        expect(without(adding(before, 'period', 'nguyen'), 'period', 'nguyen').pairs).toEqual(pairs);
        const read = new URL(addressOf(before), 'http://x').searchParams;
        expect([...read]).toEqual(pairs.map(([key, value]) => [key, value.toWellFormed()]));
      }),
    );
  });
});
