import { afterAll, beforeEach, expect, it } from 'vitest';
import { seal, verifyAuditChain } from '#modules/audit/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { addDecision } from '../decision/commands.ts';
import { addDesignation, voidDesignation } from '../designation/commands.ts';
import { addAlias, voidAlias } from '../identifier/commands.ts';
import {
  confirmRecord,
  createRecord,
  eraseSealed,
  mergeRecords,
  restoreVersion,
  transitionRecord,
  updateRecord,
} from '../record/commands.ts';
import { addRelation, voidRelation } from '../relation/commands.ts';
import { applyChangeset, revertChangeset } from './commands.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db, { requestId: 'req-1', now: () => new Date('2026-03-01T00:00:00Z') });

let known = 0;
beforeEach(async () => {
  known = (await events()).length;
});

const events = async () =>
  await db
    .selectFrom('audit_event')
    .select([
      'action',
      'subject_kind as kind',
      'subject_id as subject',
      'request_id as request',
      'actor_id as actor',
      'detail',
    ])
    .orderBy('id')
    .execute();
const fresh = async () => (await events()).slice(known);
const body = (name: string) => aBody('artefact', { name, ownerContact: '0901' });
const aRecord = async (name = 'Vật') => only(await createRecord(ctx, { body: body(name) }), 'created').pid;

it('holds one line per command on a record, under that record', async () => {
  const pid = await aRecord();
  await updateRecord(ctx, { pid, expectedVersion: 1, body: body('Khác'), reason: 'sửa' });
  await restoreVersion(ctx, { pid, expectedVersion: 2, version: 1 });
  await confirmRecord(ctx, { pid });
  await transitionRecord(ctx, { pid, to: 'submitted' });
  await addAlias(ctx, pid, { scheme: 'local', value: '1' });
  await voidAlias(ctx, { scheme: 'local', value: '1' });
  await eraseSealed(ctx, { pid, reason: 'theo luật' });
  await transitionRecord(ctx, { pid, to: 'withdrawn', reason: 'x' });
  const lines = await fresh();
  expect(lines.map((line) => line.action)).toEqual([
    'record.create',
    'record.update',
    'record.restore',
    'record.confirm',
    'record.submitted',
    'alias.add',
    'alias.void',
    'record.erase',
    'record.withdrawn',
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({ kind: 'record', subject: pid, request: 'req-1', actor: ctx.actorId });
  }
  expect(lines[1]?.detail).toMatchObject({
    reason: 'sửa',
    version: 2,
    state: 'draft',
    counts: { updated: 1 },
  });
});

it('holds one line per command on several things, under its changeset', async () => {
  const [a, b] = [await aRecord('A'), await aRecord('B')];
  known += 2;
  const related = await addRelation(ctx, { type: 'partOf', from: { pid: a }, to: { pid: b } });
  await voidRelation(ctx, (await db.selectFrom('relation').select('id').executeTakeFirstOrThrow()).id);
  await addDecision(ctx, { key: 'k-1', number: '1', issuer: 'THU_TUONG', source: 's' });
  const members = [a, b].map((pid) => ({ record: { pid }, verbatimName: 'X' }));
  const act = { decision: { key: 'k-1' }, list: 'QUOC_GIA', act: 'designate', source: 's', members } as const;
  await addDesignation(ctx, act);
  await voidDesignation(ctx, (await db.selectFrom('designation').select('id').executeTakeFirstOrThrow()).id);
  await mergeRecords(ctx, { from: a, into: b, reason: 'trùng' });
  const lines = await fresh();
  expect(lines.map((line) => [line.action, line.kind])).toEqual([
    ['relation.add', 'changeset'],
    ['relation.void', 'changeset'],
    ['decision.add', 'changeset'],
    ['designation.designate', 'changeset'],
    ['designation.void', 'changeset'],
    ['record.merge', 'changeset'],
  ]);
  expect(lines[0]?.subject).toBe(String(related.kind === 'created' ? related.changesetId : 0));
});

it('holds nothing of what was refused, of what changed nothing and of a dry run', async () => {
  const pid = await aRecord();
  known += 1;
  await updateRecord(ctx, { pid, expectedVersion: 7, body: body('Khác') });
  await updateRecord(ctx, { pid, expectedVersion: 1, body: body('Vật') });
  await applyChangeset(ctx, {
    kind: 'import',
    dryRun: true,
    operations: [{ op: 'create', body: body('Mới') }],
  });
  await revertChangeset(ctx, { changesetId: 999_999, reason: 'x' });
  expect(await fresh()).toEqual([]);
});

it('says when, by the clock of the installation, and who took back what', async () => {
  const create = { op: 'create', body: body('Mới') } as const;
  const { changesetId } = only(
    await applyChangeset(ctx, { kind: 'import', reason: 'nhập', operations: [create] }),
    'applied',
  );
  await revertChangeset(ctx, { changesetId, reason: 'sai' });
  const changesets = await db.selectFrom('changeset').selectAll().orderBy('id', 'desc').limit(2).execute();
  expect(changesets).toMatchObject([
    { kind: 'revert', reverts: changesetId, reason: 'sai', opened_at: '2026-03-01T00:00:00.000Z' },
    { kind: 'import', reverts: null, reason: 'nhập', detail: { counts: { created: 1 }, records: 1 } },
  ]);
  expect((await fresh()).map((line) => line.action)).toEqual(['changeset.import', 'changeset.revert']);
});

it('is one unbroken chain', async () => {
  await seal(db);
  const { length } = await events();
  expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: length });
});
