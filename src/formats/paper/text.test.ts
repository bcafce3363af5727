import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, sheetSize, textWidth } from './index.ts';

test.each([
  ['Lê\u0323 hô\u0323i', 'Lệ hội'],
  ['một\thai\r\nba\rbốn\u2028năm', 'một hai\nba\nbốn\nnăm'],
  ['a\u0000b\u0007c\u001bd\u0085e', 'abcde'],
  ['x\ud800y\uffff', 'xy'],
  ['Chữ Nôm 𡨸', 'Chữ Nôm 𡨸'],
  ['=1+1', '=1+1'],
])('%j is printed as %j', (given, printed) => {
  expect(printable(given)).toBe(printed);
});

test('nothing that XML refuses is left, and what is printable stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = printable(text);
      expect(once).not.toMatch(/(?!\n)\p{Cc}|[\ufffe\uffff]/u);
      expect(once.isWellFormed()).toBe(true);
      expect(printable(once)).toBe(once);
    }),
  );
});

test('a sheet turned on its side is as wide as it was high', () => {
  expect(sheetSize({ size: 'A3', landscape: true })).toEqual({ width: 420, height: 297 });
  expect(sheetSize({ size: 'A4', landscape: false })).toEqual({ width: 210, height: 297 });
  expect(textWidth({ size: 'A4', landscape: false })).toBe(165);
});
