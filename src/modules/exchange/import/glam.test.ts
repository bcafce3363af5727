import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { anExchange, imported } from './sheets.fixture.ts';

const folder = resolve('../shared/fixtures/glam');
const { db, close } = await testDatabase();
afterAll(close);
const ctx = await anExchange(db);

const CARNEGIE: Mapping = {
  columns: { accession_number: 'id', title: 'name[en]', creation_date: 'date', id: null },
  otherColumns: 'ignore',
};
const TATE: Mapping = {
  columns: { acno: 'id', title: 'name[en]', dateText: 'date', id: null },
  otherColumns: 'ignore',
};

describe.skipIf(!existsSync(folder))('records of museums elsewhere', () => {
  it.each([
    ['cmoa-150.ndjson', 150, CARNEGIE],
    ['teenie-50.ndjson', 50, CARNEGIE],
    ['tate-150.ndjson', 150, TATE],
  ])('%s', async (file, least, mapping) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const count = text.split('\n').filter((line) => line.startsWith('{')).length;
    expect(count).toBeGreaterThanOrEqual(least);
    const { rows } = await imported(ctx, text, {
      format: 'jsonl',
      mapping,
      dryRun: true,
    });
    expect(rows).toHaveLength(count);
    // A record without a title is refused for that, and for nothing else.
    const titled = text.split('\n').map((line) => line === '' || Boolean(JSON.parse(line).title));
    const untitled = titled.flatMap((has, index) => (has ? [] : [index + 1]));
    expect(rows.flatMap(({ line, problems }) => problems.map(({ pointer }) => [line, pointer]))).toEqual(
      untitled.map((line) => [line, '/fields/name']),
    );
  });
});
