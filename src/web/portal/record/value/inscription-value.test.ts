import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignedRows } from './inscription-value.tsx';

it('sets line beside line where all texts have equally many', () => {
  expect(alignedRows(['一\n二', 'nhất\nnhị', 'một\nhai'])).toEqual([
    ['一', 'nhất', 'một'],
    ['二', 'nhị', 'hai'],
  ]);
});

it('leaves a missing text out of the comparison', () => {
  expect(alignedRows(['一\n\n二', undefined, 'một\nhai'])).toEqual([
    ['一', undefined, 'một'],
    ['二', undefined, 'hai'],
  ]);
});

it('keeps texts whole that do not fit each other', () => {
  expect(alignedRows(['一\n二', 'nhất nhị', undefined])).toEqual([['一\n二', 'nhất nhị', undefined]]);
});

it('never loses a character of any column', () => {
  const text = fc.option(
    fc.array(fc.string({ minLength: 1, unit: 'grapheme' })).map((lines) => lines.join('\n')),
    { nil: undefined },
  );
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const rows = alignedRows([a, b, c]);
      for (const [index, given] of [a, b, c].entries()) {
        const shown = rows.map((row) => row[index] ?? '').join('');
        expect(shown.replace(/\s/g, '')).toBe((given ?? '').replace(/\s/g, ''));
      }
    }),
  );
});
