import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELL_ROOM, continuedColumns, divided, recordColumns } from './long-cells.ts';

it('what was divided comes back, and the further columns are gone', () => {
  fc.assert(
    fc.property(fc.nat(3 * (CELL_ROOM - 1) - 2), fc.boolean(), (length, odd) => {
      const text = (odd ? 'a' : '') + '𡨸'.repeat(Math.floor(length / 2));
      const cells = divided(text, 3);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(CELL_ROOM);
      expect(cells.every((cell) => cell.isWellFormed())).toBe(true);
      const { header, join } = continuedColumns(['id', ...recordColumns(3)]);
      expect(header).toEqual(['id', '_record']);
      expect(join(['1', ...cells])).toEqual(['1', text]);
    }),
    { numRuns: 30 },
  );
});

it('the row of keys is not put together', () => {
  const names = ['id', ...recordColumns(2)];
  expect(continuedColumns(names).join(names)).toEqual(['id', '_record']);
});

it('a header without further columns stays as it is', () => {
  const { header, join } = continuedColumns(['id', '_record']);
  expect([header, join(['1', 'x'])]).toEqual([
    ['id', '_record'],
    ['1', 'x'],
  ]);
});
