import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Db } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { createRecord, eraseSealed, updateRecord } from '../record/commands.ts';
import { verifyChains } from './verify-queries.ts';

/** Does what only a superuser can: goes round the triggers. */
async function tamper(db: Db, statement: string): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection);
    await sql.raw(statement).execute(connection);
    await sql`set session_replication_role = origin`.execute(connection);
  });
}

/** Two records with three versions each; the first holds a personal value. */
async function aRegistry() {
  const { db, close } = await testDatabase();
  const ctx = await aContext(db);
  const pids: string[] = [];
  for (const ownerContact of ['0901 234 567', undefined]) {
    const body = (name: string) =>
      aBody('artefact', { name, ...(ownerContact === undefined ? {} : { ownerContact }) });
    const { pid } = only(await createRecord(ctx, { body: body('1') }), 'created');
    await updateRecord(ctx, { pid, expectedVersion: 1, body: body('2') });
    await updateRecord(ctx, { pid, expectedVersion: 2, body: body('3') });
    pids.push(pid);
  }
  return { db, close, ctx, pids };
}

const OF = (record: number) => `record_id = (select id from record order by id offset ${record} limit 1)`;

describe('verifyChains', () => {
  it('finds an untouched registry intact, also after an erasure', async () => {
    const { db, close, ctx, pids } = await aRegistry();
    expect(await verifyChains(db)).toEqual({ kind: 'intact', versions: 6 });
    await eraseSealed(ctx, { pid: pids[0] ?? '', reason: 'theo yêu cầu' });
    expect(await verifyChains(db)).toEqual({ kind: 'intact', versions: 6 });
    await close();
  });

  it('finds an empty registry intact', async () => {
    const { db, close } = await testDatabase();
    expect(await verifyChains(db)).toEqual({ kind: 'intact', versions: 0 });
    await close();
  });

  it.each([
    [
      'a body',
      0,
      2,
      'body',
      `update record_version set body = jsonb_set(body, '{fields,name,0,value}', '"X"') where version = 2 and ${OF(0)}`,
    ],
    [
      'body and hash',
      1,
      1,
      'chain',
      `update record_version set body = v.body, body_hash = v.body_hash from record_version v where v.version = 2 and v.${OF(1)} and record_version.version = 1 and record_version.${OF(1)}`,
    ],
    ['a version in the middle', 1, 2, 'missing', `delete from record_version where version = 2 and ${OF(1)}`],
    ['the newest version', 0, 3, 'missing', `delete from record_version where version = 3 and ${OF(0)}`],
    [
      'the newest version of the last record',
      1,
      3,
      'missing',
      `delete from record_version where version = 3 and ${OF(1)}`,
    ],
    ['a whole history', 1, 1, 'missing', `delete from record_version where ${OF(1)}`],
    ['a personal value', 0, 1, 'sealed', `update sealed_value set value = '"0909"'`],
    ['a personal value by deleting it', 0, 1, 'sealed', 'delete from sealed_value'],
  ] as const)('shows the loss or change of %s', async (_what, record, version, reason, statement) => {
    const { db, close, pids } = await aRegistry();
    await tamper(db, statement);
    expect(await verifyChains(db)).toEqual({ kind: 'broken', pid: pids[record], version, reason });
    await close();
  });
});

describe('the database', () => {
  it('lets nobody rewrite history', async () => {
    const { db, close } = await aRegistry();
    const refused = (statement: string) =>
      expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/append-only|may change/);
    for (const table of [
      'record_version',
      'record',
      'changeset',
      'relation',
      'decision',
      'designation',
      'designation_member',
      'record_alias',
      'voiding',
      'sealed_value',
      'record_state_change',
    ]) {
      await refused(`delete from ${table}`);
      await refused(`truncate ${table} cascade`);
    }
    await refused("update record_version set reason = 'x'");
    await refused("update record set pid = 'x'");
    await refused("update record set kind = 'museum'");
    await refused(`update sealed_value set value = '"x"'`);
    await refused("update sealed_value set field = 'x', value = null, salt = null, erased_at = now()");
    await close();
  });
});
