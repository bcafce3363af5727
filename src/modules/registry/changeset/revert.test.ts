import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import {
  confirmRecord,
  createRecord,
  mergeRecords,
  transitionRecord,
  updateRecord,
} from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';
import { addRelation } from '../relation/commands.ts';
import { verifyChains } from '../version/verify-queries.ts';
import { changesetDiff } from './changeset-queries.ts';
import { applyChangeset, revertChangeset } from './commands.ts';
import type { Operation } from './operation.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };

const apply = async (...operations: Operation[]) =>
  only(await applyChangeset(ctx, { kind: 'import', reason: 'nhập', operations }), 'applied');
const revert = async (changesetId: number) => await revertChangeset(ctx, { changesetId, reason: 'nhập sai' });
const reverted = async (changesetId: number) => only(await revert(changesetId), 'applied');
const aRecord = async (name: string) =>
  only(await createRecord(ctx, { body: aBody('artefact', { name }) }), 'created').pid;
const view = async (pid: string) => only(await readRecord(ctx, staff, { pid }), 'found').record;
const nameOf = async (pid: string) => (await view(pid)).title.vi;
const rename = (pid: string, name: string, expectedVersion = 1): Operation => ({
  op: 'update',
  record: { pid },
  expectedVersion,
  body: aBody('artefact', { name }),
});

describe('revertChangeset', () => {
  it('brings back the bodies from before, as new versions', async () => {
    const [a, b] = [await aRecord('A'), await aRecord('B')];
    const { changesetId } = await apply(rename(a, 'A1'), rename(b, 'B1'), rename(a, 'A2', 2));
    const { results } = await reverted(changesetId);
    expect(results.map(({ pid, version }) => [pid, version])).toEqual([
      [a, 4],
      [b, 3],
    ]);
    expect([await nameOf(a), await nameOf(b)]).toEqual(['A', 'B']);
    expect((await verifyChains(db)).kind).toBe('intact');
    const diff = only(await changesetDiff(ctx, staff, { id: changesetId, limit: 10 }), 'found');
    expect(diff.changeset).toMatchObject({ kind: 'import', reason: 'nhập', counts: { updated: 3 } });
    expect(diff.changeset.revertedBy).toBeGreaterThan(changesetId);
    expect(diff.records.items[0]).toMatchObject({ pid: a, fromVersion: 1, toVersion: 3 });
    expect(diff.records.items[0]?.changes).toMatchObject([
      {
        field: 'name',
        statement: 'name-1',
        change: 'changed',
        before: { value: 'A' },
        after: { value: 'A2' },
      },
    ]);
  });

  it('withdraws what was created, and what hung on it', async () => {
    const old = await aRecord('Cũ');
    const { changesetId, results } = await apply(
      { op: 'create', ref: 'new', state: 'draft', body: aBody('artefact', { name: 'Mới' }) },
      { op: 'addAlias', record: { ref: 'new' }, scheme: 'local', value: '7' },
      { op: 'addRelation', type: 'associatedWith', from: { ref: 'new' }, to: { pid: old } },
      { op: 'addDecision', key: 'd-1', number: '1/QĐ', issuer: 'THU_TUONG', source: 's' },
      {
        op: 'addDesignation',
        decision: { key: 'd-1' },
        list: 'BAO_VAT_QUOC_GIA',
        act: 'designate',
        source: 's',
        members: [{ record: { pid: old }, verbatimName: 'Cũ' }],
      },
    );
    const fresh = results[0]?.pid ?? '';
    expect((await view(old)).designations).toHaveLength(1);
    const { counts, changesetId: revertId } = await reverted(changesetId);
    expect(counts).toMatchObject({ moved: 1, voided: 5 });
    expect(await readRecord(ctx, staff, { pid: fresh })).toMatchObject({
      kind: 'withdrawn',
      tombstone: { pid: fresh, reason: 'nhập sai' },
    });
    expect(await view(old)).toMatchObject({ relations: [], designations: [] });

    // Taking back the taking back brings everything to where it was.
    await reverted(revertId);
    expect(await view(fresh)).toMatchObject({ state: 'draft', aliases: [{ scheme: 'local', value: '7' }] });
    expect(await view(old)).toMatchObject({
      relations: [{ type: 'associatedWith', record: { pid: fresh } }],
      designations: [{ decision: { key: 'd-1' }, verbatimName: 'Cũ' }],
    });
  });

  it('undoes a merge: both records stand again, each with its own', async () => {
    const [from, into, third] = [await aRecord('Từ'), await aRecord('Vào'), await aRecord('Ba')];
    await apply(
      { op: 'addAlias', record: { pid: from }, scheme: 'local', value: 'from' },
      { op: 'addRelation', type: 'partOf', from: { pid: from }, to: { pid: third } },
      { op: 'addRelation', type: 'associatedWith', from: { pid: from }, to: { pid: into } },
    );
    const before = [await view(from), await view(into)];
    only(await mergeRecords(ctx, { from, into, reason: 'một vật' }), 'ok');
    const [{ id } = { id: 0 }] = await db
      .selectFrom('changeset')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    await reverted(id);
    const withoutIds = (record: object) => JSON.parse(JSON.stringify(record));
    expect([await view(from), await view(into)].map(withoutIds)).toEqual(before.map(withoutIds));
  });

  it('takes back transitions and confirmations', async () => {
    const pid = await aRecord('Trạng thái');
    const { changesetId } = await apply(
      { op: 'transition', record: { pid }, to: 'submitted' },
      { op: 'transition', record: { pid }, to: 'verified' },
      { op: 'confirm', record: { pid } },
    );
    expect(await view(pid)).toMatchObject({ state: 'verified', verification: 'confirmed' });
    await reverted(changesetId);
    expect(await view(pid)).toMatchObject({ state: 'draft', verification: 'unconfirmed' });
  });

  it('announces what it makes public or takes from the public', async () => {
    const body = aBody('artefact', { name: 'Công bố', description: 'x' });
    const { changesetId, results } = await apply({ op: 'create', state: 'published', body });
    const pid = results[0]?.pid ?? '';
    const { changesetId: revertId } = await reverted(changesetId);
    await reverted(revertId);
    const events = await db
      .selectFrom('publication')
      .innerJoin('record', 'record.id', 'record_id')
      .select('event')
      .where('pid', '=', pid)
      .orderBy('publication.id')
      .execute();
    expect(events.map((row) => row.event)).toEqual(['published', 'withdrawn', 'published']);
  });

  it('stops before later edits, names all of them, and changes nothing', async () => {
    const [a, b, c] = [await aRecord('A'), await aRecord('B'), await aRecord('C')];
    const { changesetId, results } = await apply(
      rename(a, 'A1'),
      rename(b, 'B1'),
      { op: 'create', body: aBody('artefact', { name: 'Mới' }) },
      { op: 'transition', record: { pid: c }, to: 'submitted' },
    );
    const fresh = results[2]?.pid ?? '';
    await updateRecord(ctx, { pid: a, expectedVersion: 2, body: aBody('artefact', { name: 'A2' }) });
    await addRelation(ctx, { type: 'partOf', from: { pid: b }, to: { pid: fresh } });
    await transitionRecord(ctx, { pid: c, to: 'draft' });
    const { problems } = only(await revert(changesetId), 'refused');
    expect(problems).toMatchObject([{ kind: 'conflict', code: 'later-edits' }]);
    expect(problems[0]?.kind === 'conflict' && problems[0].records.toSorted()).toEqual(
      [a, c, fresh].toSorted(),
    );
    expect([await nameOf(a), await nameOf(b)]).toEqual(['A2', 'B1']);
  });

  it('does not stop before a later edit that was itself taken back', async () => {
    const a = await aRecord('A');
    const { changesetId: first } = await apply(rename(a, 'A1'));
    const { changesetId: second } = await apply(rename(a, 'A2', 2));
    expect((await revert(first)).kind).toBe('refused');
    await reverted(second);
    await reverted(first);
    expect(await nameOf(a)).toBe('A');
  });

  it('stops before acts of others that stand on its decisions', async () => {
    const pid = await aRecord('Vật');
    const { changesetId } = await apply({
      op: 'addDecision',
      key: 'd-2',
      number: '2/QĐ',
      issuer: 'THU_TUONG',
      source: 's',
    });
    await apply({
      op: 'addDesignation',
      key: 'act-2',
      decision: { key: 'd-2' },
      list: 'BAO_VAT_QUOC_GIA',
      act: 'designate',
      source: 's',
      members: [{ record: { pid }, verbatimName: 'Vật' }],
    });
    expect(await revert(changesetId)).toMatchObject({
      problems: [{ code: 'later-edits', records: ['act-2'] }],
    });
  });

  it('stops before a person’s confirmation of what it created, and before an alias that was given on', async () => {
    const { changesetId, results } = await apply({ op: 'create', body: aBody('artefact', { name: 'Mới' }) });
    const fresh = results[0]?.pid ?? '';
    await confirmRecord(ctx, { pid: fresh });
    expect(await revert(changesetId)).toMatchObject({ problems: [{ records: [fresh] }] });

    const [a, b] = [await aRecord('A'), await aRecord('B')];
    await apply({ op: 'addAlias', record: { pid: a }, scheme: 'local', value: 'moved' });
    const voiding = await apply({ op: 'voidAlias', scheme: 'local', value: 'moved' });
    await apply({ op: 'addAlias', record: { pid: b }, scheme: 'local', value: 'moved' });
    expect(await revert(voiding.changesetId)).toMatchObject({ problems: [{ records: ['local:moved'] }] });
  });

  it('happens once', async () => {
    const a = await aRecord('A');
    const { changesetId } = await apply(rename(a, 'A1'));
    await reverted(changesetId);
    expect(await revert(changesetId)).toMatchObject({ problems: [{ code: 'already-reverted' }] });
    expect(await revert(999_999)).toMatchObject({ problems: [{ kind: 'not-found' }] });
    const { id } = await db
      .insertInto('actor')
      .values({ kind: 'person', label: 'p' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const other = await apply(rename(a, 'A3', 3));
    const outcome = await revertChangeset(
      { ...ctx, actorId: id },
      { changesetId: other.changesetId, reason: '' },
    );
    expect(outcome).toMatchObject({ problems: [{ kind: 'forbidden' }] });
  });
});
