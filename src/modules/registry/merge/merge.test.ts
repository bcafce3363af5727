import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { applyChangeset } from '../changeset/commands.ts';
import type { Operation } from '../changeset/operation.ts';
import { createRecord, mergeRecords } from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };

const aRecord = async (name: string, kind: 'artefact' | 'museum' = 'artefact') =>
  only(await createRecord(ctx, { body: aBody(kind, { name }) }), 'created').pid;
const apply = async (...operations: Operation[]) =>
  only(await applyChangeset(ctx, { kind: 'edit', operations }), 'applied');
const view = async (pid: string) => only(await readRecord(ctx, staff, { pid }), 'found').record;

describe('mergeRecords', () => {
  it('brings relations, acts and aliases along, each once', async () => {
    const [from, into] = [await aRecord('Trống A'), await aRecord('Trống A (bản trùng)')];
    const [museum, whole] = [await aRecord('Bảo tàng', 'museum'), await aRecord('Sưu tập')];
    await apply(
      { op: 'addRelation', type: 'housedIn', from: { pid: from }, to: { pid: museum } },
      { op: 'addRelation', type: 'housedIn', from: { pid: into }, to: { pid: museum } },
      { op: 'addRelation', type: 'partOf', from: { pid: from }, to: { pid: whole }, source: 'sổ' },
      { op: 'addRelation', type: 'associatedWith', from: { pid: from }, to: { pid: into } },
      { op: 'addAlias', record: { pid: from }, scheme: 'inventory', value: 'LSb 1' },
      {
        op: 'addDesignation',
        decision: { absent: 'unknown' },
        list: 'BAO_VAT_QUOC_GIA',
        act: 'designate',
        source: 's',
        members: [
          { record: { pid: from }, verbatimName: 'Trống A' },
          { record: { pid: into }, verbatimName: 'Trống A khác' },
        ],
      },
    );
    expect(await mergeRecords(ctx, { from, into, reason: 'cùng một trống' })).toMatchObject({
      kind: 'ok',
      change: 'merged',
    });
    const merged = await view(into);
    expect(merged.relations.map((relation) => [relation.type, relation.record.pid]).toSorted()).toEqual(
      [
        ['housedIn', museum],
        ['partOf', whole],
      ].toSorted(),
    );
    expect(merged.aliases).toEqual([{ scheme: 'inventory', value: 'LSb 1' }]);
    expect(merged.designations.map((act) => act.verbatimName)).toEqual(['Trống A khác']);
    expect((await view(museum)).relations).toHaveLength(1);
    expect(await readRecord(ctx, staff, { pid: from })).toEqual({ kind: 'merged', pid: into });
  });

  it('says where the record is that somebody still wants to work on', async () => {
    const [from, into] = [await aRecord('A'), await aRecord('B')];
    await mergeRecords(ctx, { from, into, reason: 'trùng' });
    expect(await mergeRecords(ctx, { from, into, reason: 'trùng' })).toEqual({ kind: 'moved', pid: into });
    const outcome = await applyChangeset(ctx, {
      kind: 'edit',
      operations: [{ op: 'addAlias', record: { pid: from }, scheme: 'local', value: '1' }],
    });
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ kind: 'moved', pid: into }] });
  });

  it('is refused for one record, for two kinds, and without a reason', async () => {
    const [a, museum] = [await aRecord('A'), await aRecord('B', 'museum')];
    expect(await mergeRecords(ctx, { from: a, into: a, reason: 'x' })).toMatchObject({
      code: 'merge-with-itself',
    });
    expect(await mergeRecords(ctx, { from: a, into: museum, reason: 'x' })).toMatchObject({
      code: 'merge-of-kinds',
    });
    expect(await mergeRecords(ctx, { from: a, into: museum, reason: '' })).toMatchObject({ kind: 'invalid' });
    expect(await mergeRecords(ctx, { from: a, into: 'none', reason: 'x' })).toMatchObject({
      kind: 'not-found',
    });
  });

  it('does not close a circle by moving a relation', async () => {
    const [part, middle, whole, twin] = [
      await aRecord('1'),
      await aRecord('2'),
      await aRecord('3'),
      await aRecord('4'),
    ];
    await apply(
      { op: 'addRelation', type: 'partOf', from: { pid: part }, to: { pid: middle } },
      { op: 'addRelation', type: 'partOf', from: { pid: middle }, to: { pid: whole } },
    );
    expect(await mergeRecords(ctx, { from: part, into: whole, reason: 'x' })).toMatchObject({
      kind: 'invalid',
      issues: [{ code: 'circular-relation' }],
    });
    expect(await mergeRecords(ctx, { from: twin, into: whole, reason: 'x' })).toMatchObject({ kind: 'ok' });
  });
});
