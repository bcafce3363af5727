import { expect, test } from 'vitest';
import { readRecordCell, writeRecordCell } from './record-cell.ts';

test('what cells cannot tell comes back', () => {
  const rest = { name: [{ id: 'n.1', value: '銅鼓', lang: 'vi', script: 'Hani' }] };
  expect(readRecordCell(writeRecordCell(3, 'artefact@1.0', rest))).toEqual({
    kind: 'record',
    version: 3,
    standard: 'artefact@1.0',
    rest,
  });
  expect(writeRecordCell(3, 'artefact@1.0', {})).toBe('{"version":3,"standard":"artefact@1.0"}');
});

test.each([
  '{',
  '3',
  '{"version":0,"standard":"a@1"}',
  '{"version":1,"standard":"a@1","rest":{"name":[{}]}}',
  '{"version":1,"version":2}',
])('%s is broken', (cell) => {
  expect(readRecordCell(cell)).toEqual({ kind: 'broken' });
});

test('an empty cell says nothing', () => {
  expect(readRecordCell(' ')).toEqual({ kind: 'none' });
});
