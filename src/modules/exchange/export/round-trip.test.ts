import { afterAll, describe, expect, it } from 'vitest';
import type { RecordFilter } from '#modules/registry/index.ts';
import { currentRecordsAfter, readRecord } from '#modules/registry/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import type { ExchangeContext } from '../context.ts';
import { anExchange, imported, standardOf } from '../import/sheets.fixture.ts';
import type { RecordFormat } from './record-formats.ts';
import { exportRecords } from './records.ts';

const starter = await starterDatabase();
const empty = await testDatabase();
afterAll(async () => {
  await starter.close();
  await empty.close();
});
const ctx = await anExchange(starter.db);
const elsewhere = await anExchange(empty.db);

async function exported(
  from: ExchangeContext,
  filter: RecordFilter,
  format: RecordFormat = 'csv',
): Promise<string> {
  let text = '';
  for await (const part of only(exportRecords(from, { filter, format }), 'export').texts) text += part;
  return text;
}

describe('the starter data', () => {
  it.each(KINDS)('every %s comes back from CSV as no change at all', async (kind) => {
    const count = (await exported(ctx, { kind }, 'jsonl')).split('\n').length - 1;
    const { outcome } = await imported(ctx, await exported(ctx, { kind }), {
      standard: standardOf(ctx, kind),
    });
    expect(outcome).toEqual({
      kind: 'unchanged',
      counts: { created: 0, updated: 0, unchanged: count, rejected: 0 },
    });
  });

  it('an edited cell changes that and nothing else', async () => {
    const csv = await exported(ctx, { kind: 'artefact' });
    const line = csv.split('\r\n').find((row) => row.includes('Trống đồng Ngọc Lũ')) ?? '';
    const pid = line.slice(0, line.indexOf(','));
    const before = only(await readRecord(ctx.registry, STAFF, { pid }), 'found').record.body;
    const { outcome, rows } = await imported(
      ctx,
      csv.replace(',Trống đồng Ngọc Lũ,', ',Trống đồng Ngọc Lũ I,'),
    );
    expect(only(outcome, 'applied').counts).toMatchObject({ updated: 1, rejected: 0 });
    expect(rows.flatMap((row) => row.changes)).toEqual([
      { column: 'name[vi]', before: 'Trống đồng Ngọc Lũ', after: 'Trống đồng Ngọc Lũ I' },
    ]);
    const { body } = only(await readRecord(ctx.registry, STAFF, { pid }), 'found').record;
    const { name: nameBefore, ...othersBefore } = before.fields;
    const { name, ...others } = body.fields;
    expect(others).toEqual(othersBefore);
    expect(name?.[0]?.id).toBe(nameBefore?.[0]?.id);
  });
});

const STAFF = { actorId: ctx.registry.actorId, staff: true };

describe('another installation', () => {
  it('gets the records of this one under the same identifiers', async () => {
    const made = await imported(
      ctx,
      'id,name[vi],materials,date\nX-1,Bình gốm,đất nung,thế kỷ XV\nX-2,Ấn,wood,\n',
    );
    const { changesetId } = only(made.outcome, 'applied');
    const csv = await exported(ctx, { kind: 'artefact', changeset: changesetId });
    const { outcome, rows } = await imported(elsewhere, csv);
    expect(only(outcome, 'applied').counts.created).toBe(2);
    expect(rows.map((row) => row.pid)).toEqual(made.rows.map((row) => row.pid));
    const copies = await currentRecordsAfter(empty.db, { after: 0, limit: 10 });
    for (const { pid, body } of copies) {
      const original = only(await readRecord(ctx.registry, STAFF, { pid }), 'found').record;
      expect(body).toEqual(original.body);
    }
  });
});

describe('exportRecords', () => {
  it('writes a line of JSON for each record that the query takes', async () => {
    const lines = (await exported(ctx, { kind: 'museum', state: 'published' }, 'jsonl'))
      .trimEnd()
      .split('\n');
    const records = lines.map((line) => JSON.parse(line));
    expect(new Set(records.map(({ kind, state }) => `${kind} ${state}`))).toEqual(
      new Set(['museum published']),
    );
    expect(records[0]).toMatchObject({
      pid: expect.any(String),
      standard: 'museum@1.0',
      fields: { name: expect.any(Array) },
    });
    expect(await exported(ctx, { kind: 'museum', state: 'withdrawn' }, 'jsonl')).toBe('');
  });

  it('has columns for one kind only', () => {
    expect(exportRecords(ctx, { filter: {}, format: 'csv' })).toEqual({ kind: 'needs-one-kind' });
  });

  it('pages through more than it holds at a time', async () => {
    const all = (await exported(ctx, {}, 'jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).pid);
    expect(all.length).toBeGreaterThan(1_000);
    expect(new Set(all).size).toBe(all.length);
  });
});
