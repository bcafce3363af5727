import { afterAll, describe, expect, it } from 'vitest';
import { readRecord, updateRecord } from '#modules/registry/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { exportRecords } from '../export/records.ts';
import { undoImport } from './commands.ts';
import { anExchange, imported } from './sheets.fixture.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await anExchange(db);
const { registry } = ctx;
const STAFF = { actorId: registry.actorId, staff: true };

async function bodyOf(pid: string) {
  return only(await readRecord(registry, STAFF, { pid }), 'found').record;
}

const pidsOf = (rows: readonly { pid: string }[]) => rows.map((row) => row.pid);
const versions = async () => await db.selectFrom('record_version').select(['record_id', 'version']).execute();
const changesets = async () => (await db.selectFrom('changeset').select('id').execute()).length;

const SHEET = [
  'Mã hồ sơ;Tên gọi – tiếng Việt;materials;measurements.type;measurements.value;measurements.unit',
  'BT-1;Trống đồng Ngọc Lũ;đồng thau;Cao|Đường kính;63,5|79;cm|cm',
  'BT-2;Thạp đồng Đào Thịnh;Đồng thau;;;',
  ';Ấn sắc mệnh;;;;',
].join('\r\n');

describe('a first import', () => {
  it('makes a record of each row, in one changeset, found by the key of its owner', async () => {
    const before = await changesets();
    const { outcome, rows } = await imported(ctx, `\ufeff${SHEET}`, { reason: 'bao-tang.csv' });
    expect(only(outcome, 'applied').counts).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 });
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4]);
    expect(await changesets()).toBe(before + 1);
    const drum = await bodyOf(rows[0]?.pid ?? '');
    expect(drum.aliases).toEqual([{ scheme: 'local', value: 'BT-1' }]);
    expect(drum.state).toBe('draft');
    expect(drum.provenance.reason).toBe('bao-tang.csv');
    expect(drum.body).toEqual({
      standard: 'artefact@1.0',
      fields: {
        name: [{ id: 'name-1', lang: 'vi', value: 'Trống đồng Ngọc Lũ' }],
        materials: [{ id: 'materials-1', value: 'bronze' }],
        measurements: [
          { id: 'measurements-1', value: { type: 'height', value: '63.5', unit: 'cm' } },
          { id: 'measurements-2', value: { type: 'diameter', value: '79', unit: 'cm' } },
        ],
      },
    });
  });

  it('changes nothing the second time, rows without a key included', async () => {
    const before = [await versions(), await changesets()];
    const { outcome } = await imported(ctx, `\ufeff${SHEET}`);
    expect(only(outcome, 'repeated').counts).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 0 });
    expect([await versions(), await changesets()]).toEqual(before);
  });

  it('changes nothing for other bytes that say the same', async () => {
    const before = [await versions(), await changesets()];
    const { outcome, rows } = await imported(ctx, 'id,name[vi],materials\nBT-1,Trống đồng Ngọc Lũ,bronze\n');
    expect(only(outcome, 'unchanged').counts).toMatchObject({ unchanged: 1 });
    expect(rows[0]?.pid).not.toBe('');
    expect([await versions(), await changesets()]).toEqual(before);
  });
});

describe('two at once', () => {
  it('of the same file make one import', async () => {
    const sheet = 'name[vi]\nHộp trầu\nÂu trầu\n';
    const before = await changesets();
    const both = await Promise.all([imported(ctx, sheet), imported(ctx, sheet)]);
    expect(both.map(({ outcome }) => outcome.kind).toSorted()).toEqual(['applied', 'repeated']);
    expect(await changesets()).toBe(before + 1);
  });

  it('of a file with the same key in other words leave the record with one of them', async () => {
    const both = await Promise.all([
      imported(ctx, 'id,name[vi]\nC-1,Tráp\n'),
      imported(ctx, 'id,name[vi]\nC-1,Tráp gỗ\n'),
    ]);
    // Whoever comes second either meets the other's record and changes it, or has its row refused; never a second record.
    const lost = both.filter(({ outcome }) => outcome.kind !== 'applied');
    expect(lost.length).toBeLessThanOrEqual(1);
    expect(lost.map(({ rows }) => rows[0]?.problems[0]?.code)).toEqual(lost.map(() => 'alias-taken'));
    const pids = new Set(both.filter((one) => !lost.includes(one)).flatMap(({ rows }) => pidsOf(rows)));
    expect(pids.size).toBe(1);
  });
});

describe('an import over records', () => {
  it('changes the cells that say something else, and nothing more', async () => {
    const [pid = ''] = pidsOf(
      (await imported(ctx, 'id,name[vi],name[en],materials\nM-1,Tượng,Statue,wood\n')).rows,
    );
    const { body, version } = await bodyOf(pid);
    const [name, ...names] = body.fields.name ?? [];
    const sourced = {
      ...body,
      fields: { ...body.fields, name: [{ ...name, source: ['Hồ sơ 12'] }, ...names] },
    };
    await updateRecord(registry, { pid, expectedVersion: version, body: sourced });

    const { rows, outcome } = await imported(
      ctx,
      'id,name[vi],name[en],materials\nlocal:M-1,Tượng,Wooden statue,\n',
    );
    expect(only(outcome, 'applied').counts).toMatchObject({ updated: 1 });
    expect(rows[0]?.changes).toEqual([{ column: 'name[en]', before: 'Statue', after: 'Wooden statue' }]);
    expect((await bodyOf(pid)).body.fields).toEqual({
      name: [
        { id: 'name-1', lang: 'vi', value: 'Tượng', source: ['Hồ sơ 12'] },
        { id: 'name-2', lang: 'en', value: 'Wooden statue' },
      ],
      materials: [{ id: 'materials-1', value: 'wood' }],
    });
  });

  it('takes empty cells for a deletion only when the mapping says so', async () => {
    const [pid = ''] = pidsOf((await imported(ctx, 'id,name[vi],materials\nM-2,Tượng gỗ,wood\n')).rows);
    const sheet = 'id,name[vi],materials\nM-2,Tượng gỗ,\n';
    expect((await imported(ctx, sheet)).outcome.kind).toBe('unchanged');
    expect((await imported(ctx, sheet, { mapping: { emptyCells: 'clear' } })).outcome.kind).toBe('applied');
    expect((await bodyOf(pid)).body.fields.materials).toBeUndefined();
  });

  it('names the rows that it cannot take, and writes none of the others', async () => {
    const sheet = [
      'id,name[vi],materials,date',
      'R-1,Bát,zzzz,1466',
      'R-2,Đĩa,wood,30/02/1999',
      'R-1,Chén,wood,',
      'R-3,Lọ,wood,thế kỷ XV',
    ].join('\n');
    const before = [await versions(), await changesets()];
    const { outcome, rows } = await imported(ctx, sheet);
    expect(only(outcome, 'rejected').counts).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 3 });
    expect(
      rows.map((row) => row.problems.map(({ code, column, pointer }) => [code, column, pointer])),
    ).toEqual([
      [['unknown-term', 'materials', '/fields/materials']],
      [['impossible-date', 'date', '/fields/date']],
      [['repeated-row', 'id', '']],
      [],
    ]);
    expect([await versions(), await changesets()]).toEqual(before);
    expect(
      only((await imported(ctx, sheet, { skipRejected: true })).outcome, 'applied').counts,
    ).toMatchObject({
      created: 1,
      rejected: 3,
    });
  });

  it('gives what the standard refuses back by row and column', async () => {
    const sheet = `id,Tên gọi – tiếng Việt,materials\nS-1,,wood\nS-2,${'x'.repeat(600)},wood\nS-3,Đúng,wood\n`;
    const { outcome, rows } = await imported(ctx, sheet, { skipRejected: true });
    expect(only(outcome, 'applied').counts).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 2 });
    expect(
      rows.map(({ line, outcome, problems }) => [line, outcome, problems[0]?.code, problems[0]?.column]),
    ).toEqual([
      [2, 'rejected', 'missing-mandatory', 'Tên gọi – tiếng Việt'],
      [3, 'rejected', 'too-long', 'Tên gọi – tiếng Việt'],
      [4, 'created', undefined, undefined],
    ]);
    expect(rows[0]?.problems[0]?.advice.vi).not.toBe('');
  });

  it('keeps to the kind it is told, and to records that are there', async () => {
    const museum = ctx.catalogue.standard('museum');
    if (!museum) throw new Error('no museum');
    await imported(ctx, 'id,name[vi]\nK-1,Bảo tàng Hà Nội\n', { standard: museum });
    const { rows } = await imported(ctx, 'id,name[vi]\nK-1,Bảo tàng\nk0wwk4qkh,Lễ hội\n');
    expect(rows.map((row) => row.problems[0]?.code)).toEqual(['other-kind', 'unknown-record']);
  });
});

describe('a dry run', () => {
  it('tells old and new of every cell, and writes nothing', async () => {
    await imported(ctx, 'id,name[vi],materials\nD-1,Lư hương,bronze\nD-2,Chân đèn,bronze\n');
    const before = [await versions(), await changesets()];
    const sheet =
      'id,name[vi],materials\nD-1,Lư hương,đồng thau|gỗ\nD-2,Chân đèn,bronze\nD-3,Hạc,\nD-4,,wood\n';
    const { outcome, rows } = await imported(ctx, sheet, { dryRun: true });
    expect(only(outcome, 'checked').counts).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 1 });
    expect(rows.map((row) => row.outcome)).toEqual(['updated', 'unchanged', 'created', 'rejected']);
    expect(rows[0]?.changes).toEqual([{ column: 'materials', before: 'bronze', after: 'bronze|wood' }]);
    expect(rows[2]).toMatchObject({ pid: '', changes: [{ column: 'name[vi]', before: '', after: 'Hạc' }] });
    expect([await versions(), await changesets()]).toEqual(before);
  });
});

describe('undoing an import', () => {
  it('restores every value, withdraws new records, and lets the file be imported again', async () => {
    const [pid = ''] = pidsOf((await imported(ctx, 'id,name[vi],materials\nU-1,Chuông,bronze\n')).rows);
    const before = (await bodyOf(pid)).body;
    const sheet = 'id,name[vi],materials\nU-1,Chuông chùa,wood\nU-2,Khánh,stone\n';
    const { outcome, rows } = await imported(ctx, sheet);
    const { changesetId } = only(outcome, 'applied');
    expect(
      only(await undoImport(registry, { changesetId, reason: 'nhầm tệp' }), 'undone').counts,
    ).toMatchObject({ moved: 1 });
    expect((await bodyOf(pid)).body).toEqual(before);
    expect(await readRecord(registry, STAFF, { pid: rows[1]?.pid ?? '' })).toMatchObject({
      kind: 'withdrawn',
    });
    expect((await imported(ctx, sheet)).outcome.kind).toBe('applied');
    expect((await imported(ctx, sheet)).outcome.kind).toBe('repeated');
  });

  it('refuses what is no import, and what was edited since', async () => {
    const { outcome, rows } = await imported(ctx, 'id,name[vi]\nU-3,Tháp\n');
    const { changesetId } = only(outcome, 'applied');
    const [pid = ''] = pidsOf(rows);
    const { body } = await bodyOf(pid);
    await updateRecord(registry, {
      pid,
      expectedVersion: 1,
      body: { ...body, fields: { ...body.fields, materials: [{ id: 'm', value: 'wood' }] } },
    });
    expect((await undoImport(registry, { changesetId, reason: 'x' })).kind).toBe('refused');
    const edit = await db
      .selectFrom('changeset')
      .select('id')
      .where('kind', '=', 'edit')
      .executeTakeFirstOrThrow();
    expect(await undoImport(registry, { changesetId: edit.id, reason: 'x' })).toEqual({
      kind: 'not-an-import',
    });
  });
});

describe('export and import', () => {
  const csvOf = async (filter: Parameters<typeof exportRecords>[1]['filter']) => {
    const outcome = only(exportRecords(ctx, { filter, format: 'csv' }), 'export');
    let text = '';
    for await (const part of outcome.texts) text += part;
    return text;
  };

  it('an export comes back as no change at all', async () => {
    const before = [await versions(), await changesets()];
    const { outcome } = await imported(ctx, await csvOf({ kind: 'artefact' }));
    const { counts } = only(outcome, 'unchanged');
    expect(counts.unchanged).toBeGreaterThan(5);
    expect([await versions(), await changesets()]).toEqual(before);
  });

  it('notices a record that somebody edited after the export', async () => {
    const [pid = ''] = pidsOf((await imported(ctx, 'id,name[vi]\nE-1,Cổng\n')).rows);
    const csv = await csvOf({ pid, kind: 'artefact' });
    const { body } = await bodyOf(pid);
    const name = [{ ...body.fields.name?.[0], id: 'name-1', value: 'Cổng đền' }];
    await updateRecord(registry, { pid, expectedVersion: 1, body: { ...body, fields: { name } } });
    const { rows } = await imported(ctx, csv.replace('Cổng', 'Cổng chùa'));
    expect(rows[0]?.problems[0]).toMatchObject({ code: 'edited-since' });
    expect((await bodyOf(pid)).version).toBe(2);
  });
});
