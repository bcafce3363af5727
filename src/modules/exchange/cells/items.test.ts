import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinItems, splitItems } from './items.ts';

test.each([
  ['đồng thau', ['đồng thau']],
  ['đồng | gỗ|  đá ', ['đồng', 'gỗ', 'đá']],
  ['', ['']],
  ['a||b|', ['a', '', 'b', '']],
  [String.raw`a\|b|c`, ['a|b', 'c']],
  [String.raw`a\\|b`, ['a\\', 'b']],
  [String.raw`C:\anh\trong.jpg`, [String.raw`C:\anh\trong.jpg`]],
  [String.raw`cuối\\`, ['cuối\\']],
])('%j holds %j', (cell, items) => {
  expect(splitItems(cell)).toEqual(items);
});

test('any values come back out of one cell', () => {
  const item = fc.string({ unit: fc.constantFrom(...'ab|\\ đ\n') }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), (items) => {
      expect(splitItems(joinItems(items))).toEqual(items);
    }),
  );
});
