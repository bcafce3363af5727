import { expect, it } from 'vitest';
import { isProgress } from './answer.ts';

it.each([
  [{ progress: 40, next: null }, true],
  [{ progress: 100, next: '/quan-tri/nhap-du-lieu/1/ket-qua' }, true],
  [{ progress: 100, next: 'https://elsewhere.example' }, false],
  [{ progress: '40', next: null }, false],
  [{ title: 'Not found' }, false],
  [null, false],
  ['', false],
])('%j is an answer: %s', (answer, expected) => {
  expect(isProgress(answer)).toBe(expected);
});
