import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedLabels, foldedWords, nearLabels } from './near.ts';

const LABELS = ['Di tích lịch sử', 'Di tích kiến trúc, nghệ thuật', 'Danh lam thắng cảnh', 'Gỗ', 'Cao'];
const near = (text: string): string[] => nearLabels(foldedLabels(LABELS), foldedWords(text));

test.each([
  ['Di tích lich su', ['Di tích lịch sử']],
  ['Di tích lịch xử', ['Di tích lịch sử']],
  ['kiến trúc - nghệ thuật', ['Di tích kiến trúc, nghệ thuật']],
  ['Danh lam thắng cảng', ['Danh lam thắng cảnh']],
  ['Chiều cao', ['Cao']],
  ['Sắt', []],
  ['xx', []],
])('%s: %j', (text, labels) => {
  expect(near(text)).toEqual(labels);
});

test('the nearest stands first, each once, and there are three at most', () => {
  const labels = ['abcdeg', 'abcdef', 'abcdef', 'abcdeh', 'abcdei'];
  expect(nearLabels(foldedLabels(labels), 'abcdef')).toEqual(['abcdef', 'abcdeg', 'abcdeh']);
});

test('a letter lost, added or replaced in a long word still finds it', () => {
  const word = 'danh lam thang canh';
  fc.assert(
    fc.property(fc.nat(word.length - 1), fc.constantFrom('', 'x', 'xx'), (at, letters) => {
      expect(near(`${word.slice(0, at)}${letters}${word.slice(at + 1)}`)).toContain('Danh lam thắng cảnh');
    }),
  );
});

test('a whole sentence is compared with nothing', () => {
  expect(nearLabels(foldedLabels(['a'.repeat(200)]), 'a'.repeat(200))).toEqual([]);
});
