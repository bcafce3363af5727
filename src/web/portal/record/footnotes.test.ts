import { expect, it } from 'vitest';
import { collectFootnotes } from './footnotes.ts';
import { catalogue } from './frame.fixture.ts';

const standard = catalogue.standard('artefact');
if (!standard) throw new Error('no standard for artefacts');

const body = {
  standard: 'artefact@1.0',
  fields: {
    // Later on the page than the name, though earlier here.
    description: [{ id: 'd', value: 'x', source: ['Sách B', 'Sách A'] }],
    name: [{ id: 'n', value: 'y', source: [' Sách A '] }],
    date: [{ id: 't', absent: 'unknown' as const, source: ['Sách C'] }],
  },
};

it('numbers sources in the order of the page, each once', () => {
  const { sources, numberOf } = collectFootnotes(standard, body, ['Quyết định', 'Sách B', '']);
  expect(sources).toEqual(['Sách A', 'Sách C', 'Sách B', 'Quyết định']);
  expect(numberOf('Sách B')).toBe(3);
  expect(numberOf(' Sách A')).toBe(1);
});

it('gives no number to what is not cited', () => {
  expect(collectFootnotes(standard, body).numberOf('Quyết định')).toBe(0);
});
