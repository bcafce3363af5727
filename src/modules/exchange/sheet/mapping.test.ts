import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readMapping } from './mapping.ts';

test('a mapping says how columns, constants and the file are to be read', () => {
  const mapping = {
    columns: { 'Tên hiện vật': 'name[vi]', STT: null },
    constants: { 'identifiers.scheme': 'inventory' },
    otherColumns: 'ignore',
    emptyCells: 'clear',
    state: 'published',
    delimiter: ';',
    encoding: 'TCVN3',
  };
  expect(readMapping(`\ufeff${JSON.stringify(mapping)}`)).toEqual({ kind: 'mapping', mapping });
});

test.each([
  ['{"colums": {}}', '/colums', 'unknown-property'],
  ['{"columns": {"a": 1}}', '/columns/a', 'wrong-alternative'],
  ['{"state": "verified"}', '/state', 'not-allowed'],
  ['{"emptyCells": "yes"}', '/emptyCells', 'not-allowed'],
  ['[]', '', 'wrong-type'],
])('%s is refused, with its place', (text, pointer, code) => {
  const outcome = readMapping(text);
  expect(outcome.kind === 'invalid' && outcome.issues.map((issue) => [issue.pointer, issue.code])).toEqual([
    [pointer, code],
  ]);
});

test('what is no JSON is refused by line and column', () => {
  expect(readMapping('{\n  "columns": {,}\n}')).toEqual({
    kind: 'not-json',
    reason: 'malformed',
    line: 2,
    column: 15,
  });
});

const folder = resolve('../shared/fixtures/hostile');
const manifest: { file: string; class: string; expect: string }[] = existsSync(folder)
  ? JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'))
  : [];

describe.skipIf(manifest.length === 0)('the hostile JSON files', () => {
  const files = manifest.filter((entry) => entry.class === 'json');
  const read = (file: string) => readMapping(readFileSync(`${folder}/${file}`, 'utf8'));

  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  it('that two readers could read differently are no JSON here', () => {
    const refused = files.filter((entry) => entry.expect === 'refuse');
    expect(refused.map(({ file }) => read(file).kind)).toEqual(refused.map(() => 'not-json'));
  });

  it('that are only unusual are read', () => {
    const accepted = files.filter((entry) => entry.expect === 'accept');
    // They are no mappings, but that is said by the schema.
    expect(accepted.map(({ file }) => read(file).kind)).toEqual(accepted.map(() => 'invalid'));
  });
});
