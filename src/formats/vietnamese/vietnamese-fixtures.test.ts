import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  comparePersonNames,
  compareVietnamese,
  foldFully,
  normalizeIY,
  normalizeTonePlacement,
  removeMarks,
  sameSpelling,
  searchForms,
  tokenize,
} from './index.ts';

const folder = fileURLToPath(new URL('../../../../shared/fixtures/vn/', import.meta.url));
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');
const rows = (name: string): Record<string, string>[] => parse(read(name), { columns: true });

const changes = (name: string, change: (text: string) => string, expected = 'expected') =>
  rows(name).map((row) => ({ input: row.input, got: change(row.input ?? ''), expected: row[expected] }));

describe.skipIf(!existsSync(folder))('conformance tables for Vietnamese text', () => {
  it.each([
    ['fold.csv', removeMarks, 'expected'],
    ['fold-forms.csv', foldFully, 'expected_lower_fold'],
    ['tone-placement.csv', normalizeTonePlacement, 'expected'],
    ['i-y.csv', normalizeIY, 'expected'],
  ])('%s: every row', (name, change, column) => {
    const results = changes(name, change, column);
    expect(results.length).toBeGreaterThan(40);
    expect(results.filter(({ got, expected }) => got !== expected)).toEqual([]);
  });

  it.each(['tone-placement.csv', 'i-y.csv'])('%s: input and expectation are the same spelling', (name) => {
    expect(rows(name).filter(({ input, expected }) => !sameSpelling(input ?? '', expected ?? ''))).toEqual(
      [],
    );
  });

  it('collation.json: every list, whatever order it comes in', () => {
    const lists: { input: string[]; sorted: string[] }[] = JSON.parse(read('collation.json'));
    expect(lists.length).toBeGreaterThan(5);
    for (const { input, sorted } of lists) {
      expect(input.toSorted(compareVietnamese)).toEqual(sorted);
      expect(sorted.toReversed().toSorted(compareVietnamese)).toEqual(sorted);
    }
  });

  it('admin-units-2025.csv: names split into tokens that fold to ASCII', () => {
    const names = rows('admin-units-2025.csv').map(({ name }) => name ?? '');
    const folded = names.flatMap((name) => tokenize(name)).map(({ text }) => searchForms(text).folded);
    expect(folded.filter((form) => !/^[a-z0-9]+$/.test(form))).toEqual([]);
    expect(names.toSorted(comparePersonNames)).toHaveLength(names.length);
  });
});
