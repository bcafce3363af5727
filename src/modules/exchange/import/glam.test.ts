import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { anExchange, imported, standardOf } from './sheets.fixture.ts';

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

  it('tate-artists-60.ndjson, as persons', async () => {
    const text = readFileSync(`${folder}/tate-artists-60.ndjson`, 'utf8');
    const columns = { id: 'id', fc: 'name[en]', birthYear: null, date: null };
    const mapping: Mapping = { columns, otherColumns: 'ignore', constants: { agentType: 'PERSON' } };
    const standard = standardOf(ctx, 'agent');
    const options = { format: 'jsonl', mapping, standard, dryRun: true } as const;
    const { outcome, rows } = await imported(ctx, text, options);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(outcome).toMatchObject({ kind: 'checked', counts: { created: rows.length, rejected: 0 } });
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(rows[0]?.changes).toContainEqual({ column: 'name[en]', before: '', after: 'Tomma Abts' });
  });
});
