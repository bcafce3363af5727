import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { applyChangeset, revertChangeset } from '../changeset/commands.ts';
import { createRecord, mergeRecords, transitionRecord, updateRecord } from '../record/commands.ts';
import { foldedName } from '../record/name-store.ts';
import { declareDistinct, findDuplicates } from './commands.ts';
import { listDuplicates } from './duplicate-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

type Values = { name: string; place?: string; inventoryNumber?: string };
const aRecord = async (values: Values, kind: 'artefact' | 'monument' = 'monument') =>
  only(await createRecord(ctx, { body: aBody(kind, values) }), 'created').pid;
const compareAll = async () => {
  const rows = await db.selectFrom('record').select('id').execute();
  return await db.transaction().execute((trx) =>
    findDuplicates(
      trx,
      rows.map((row) => row.id),
    ),
  );
};
const pairs = async () => {
  const { items } = await listDuplicates(db, { limit: 100 });
  return items.map(({ records, score, reasons }) => ({
    names: records.map((r) => r.title.vi).toSorted(),
    score,
    reasons,
  }));
};

describe('findDuplicates', () => {
  it('offers what shares an identifier, or a name and no contradicting province', async () => {
    await aRecord({ name: 'Chùa Một Cột', place: '01' });
    await aRecord({ name: 'CHÙA MỘT-CỘT', place: '01' });
    await aRecord({ name: 'chua mot cot' });
    await aRecord({ name: 'Chùa Một Cột', place: '79' });
    await aRecord({ name: 'Chùa Một Cột', place: '01' }, 'artefact');
    await aRecord({ name: 'Tên này', inventoryNumber: 'A-1' });
    await aRecord({ name: 'Tên khác', inventoryNumber: 'A-1' });
    const gone = await aRecord({ name: 'Chùa Một Cột', place: '01' });
    await transitionRecord(ctx, { pid: gone, to: 'withdrawn', reason: 'x' });
    expect(await compareAll()).toBe(5);
    expect(await compareAll()).toBe(0);
    const found = await pairs();
    expect(found).toHaveLength(5);
    expect(found).toContainEqual({ names: ['Tên khác', 'Tên này'], score: 95, reasons: ['identifier'] });
    expect(found).toContainEqual({
      names: ['CHÙA MỘT-CỘT', 'Chùa Một Cột'],
      score: 80,
      reasons: ['name', 'province'],
    });
    expect(found.filter((pair) => pair.score === 50)).toHaveLength(3);
  });

  it('asks once, and takes an answer for good', async () => {
    const { items } = await listDuplicates(db, { limit: 1 });
    const id = items[0]?.id ?? 0;
    const { id: person } = await db
      .insertInto('actor')
      .values({ kind: 'person', label: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await declareDistinct({ ...ctx, actorId: person }, id)).toEqual({ kind: 'forbidden' });
    expect(await declareDistinct(ctx, id)).toEqual({ kind: 'ok' });
    expect(await declareDistinct(ctx, id)).toEqual({ kind: 'not-found' });
    expect(await compareAll()).toBe(0);
    expect((await listDuplicates(db, { limit: 100 })).items.map((item) => item.id)).not.toContain(id);
    const audit = await db
      .selectFrom('audit_event')
      .select('subject_id')
      .where('action', '=', 'duplicate.distinct')
      .execute();
    expect(audit).toEqual([{ subject_id: String(id) }]);
  });

  it('is answered by merging, and open again when the merge is taken back', async () => {
    const open = async () => (await listDuplicates(db, { limit: 100 })).items;
    const pair = (await open()).find((item) => item.reasons.includes('identifier'));
    const [from, into] = [pair?.records[0].pid ?? '', pair?.records[1].pid ?? ''];
    const merge = { op: 'merge', from: { pid: from }, into: { pid: into } } as const;
    const { changesetId } = only(
      await applyChangeset(ctx, { kind: 'merge', reason: 'một', operations: [merge] }),
      'applied',
    );
    expect((await open()).map((item) => item.id)).not.toContain(pair?.id);
    await revertChangeset(ctx, { changesetId, reason: 'hai' });
    expect((await open()).map((item) => item.id)).toContain(pair?.id);
    expect((await mergeRecords(ctx, { from, into, reason: 'một' })).kind).toBe('ok');
  });

  it('follows names as they change, and does not compare names that half the country bears', async () => {
    const pid = await aRecord({ name: 'Đình X' });
    await aRecord({ name: 'Đình Y' });
    await updateRecord(ctx, { pid, expectedVersion: 1, body: aBody('monument', { name: 'Đình Y' }) });
    expect(await compareAll()).toBe(1);
    const common = Array.from(
      { length: 150 },
      () => ({ op: 'create', body: aBody('monument', { name: 'Đình làng' }) }) as const,
    );
    only(await applyChangeset(ctx, { kind: 'import', operations: common }), 'applied');
    expect(await compareAll()).toBe(0);
    expect(await db.transaction().execute((trx) => findDuplicates(trx, []))).toBe(0);
  });
});

describe('foldedName', () => {
  it.each([
    ['Đền Hùng', 'den hung'],
    ['  Chùa “Một Cột” (Diên Hựu) ', 'chua mot cot dien huu'],
    ['天德', '天德'],
    ['…', ''],
  ])('%s → %s', (text, folded) => {
    expect(foldedName(text)).toBe(folded);
  });
});
