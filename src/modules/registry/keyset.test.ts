import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOf } from './keyset.ts';

it('pages join to the whole list, and the last one has no next', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(), { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (numbers, limit) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const seen: number[] = [];
        for (let after: number | undefined = -1; after !== undefined; ) {
          const from: number = after;
          const rows = sorted.filter((number) => number > from).slice(0, limit + 1);
          const page: { items: number[]; next?: number } = pageOf(rows, limit, (number) => number);
          seen.push(...page.items);
          after = page.next;
        }
        expect(seen).toEqual(sorted);
      },
    ),
  );
});
