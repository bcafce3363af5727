import { expect, test } from 'vitest';
import { problem, refusedCell } from './problem.ts';
import { PROBLEMS, type ProblemCode } from './problem-texts.ts';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

test('words are filled in, each language in its own', () => {
  expect(problem('absence-with-value', { label: { vi: 'Chất liệu', en: 'Materials' } })).toEqual({
    code: 'absence-with-value',
    problem: {
      vi: '“Chất liệu” vừa ghi là vắng vừa có giá trị.',
      en: '“Materials” is said to be absent and has a value as well.',
    },
    advice: { vi: 'Hãy bỏ một trong hai.', en: 'Remove one of the two.' },
  });
  expect(refusedCell('half-a-point').kind).toBe('problem');
});

test('a word that is missing shows as what it is, and a text of a reader is not filled in again', () => {
  expect(problem('not-a-number').problem.en).toBe('“{given}” is not a number.');
  expect(problem('ambiguous-number', { given: '{small}', small: 'a', large: 'b' }).problem.en).toContain(
    '“{small}” can',
  );
});

test.each(CODES)('%s says in both languages what is wrong and what to do', (code) => {
  for (const [vi, en] of PROBLEMS[code]) {
    const inserted = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(inserted(vi)).toEqual(inserted(en));
    expect(vi).toBe(vi.normalize('NFC'));
    if (code !== 'wrong-point')
      expect([vi, en]).toEqual([expect.stringMatching(/[.?]$/), expect.stringMatching(/[.?]$/)]);
  }
});
