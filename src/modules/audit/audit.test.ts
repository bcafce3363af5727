import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import type { Db } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { listPublications, recordAudit, recordPublications, seal, verifyAuditChain } from './index.ts';

const { db, close } = await testDatabase();
afterAll(close);

const note = async (on: Db, subjectId: string, detail: Record<string, unknown> = {}) =>
  await on
    .transaction()
    .execute((trx) =>
      recordAudit(trx, { actorId: 1, action: 'test.note', subjectKind: 'test', subjectId, detail }),
    );

/** Does what only a superuser can: goes round the triggers. */
async function tamper(on: Db, statement: string): Promise<void> {
  await on.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection);
    await sql.raw(statement).execute(connection);
    await sql`set session_replication_role = origin`.execute(connection);
  });
}

describe('the audit chain', () => {
  it('has no position before the sealer gives one, and verifies after', async () => {
    expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: 0 });
    await note(db, 'a', { cũ: 'Trống đồng', mới: null, số: 1.5 });
    await note(db, 'b');
    expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: 0 });
    expect(await seal(db)).toEqual({ audit: 2, publications: 0 });
    expect(await seal(db)).toEqual({ audit: 0, publications: 0 });
    expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: 2 });
  });

  it('grows over several batches', async () => {
    for (const id of ['c', 'd', 'e', 'f', 'g']) await note(db, id);
    expect(await seal(db, 2)).toEqual({ audit: 5, publications: 0 });
    expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: 7 });
  });

  it('gives one position to each event when two sealers run at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => note(db, `parallel ${i}`)));
    const sealed = await Promise.all([seal(db, 7), seal(db, 7), seal(db, 7)]);
    expect(sealed.reduce((sum, { audit }) => sum + audit, 0)).toBe(40);
    expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: 47 });
  });

  it('goes with its transaction', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await recordAudit(trx, { actorId: 1, action: 'test.note', subjectKind: 'test', subjectId: 'undone' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    const rows = await db.selectFrom('audit_event').select('id').where('subject_id', '=', 'undone').execute();
    expect(rows).toEqual([]);
  });

  it.each([
    ['update audit_event set detail = \'{"x":1}\' where position = 1'],
    ['update audit_event set position = 900 where position = 1'],
    ['delete from audit_event'],
    ['truncate audit_event'],
  ])('refuses: %s', async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/append-only/);
  });

  it('lets nobody change an event that waits for the sealer', async () => {
    await note(db, 'waiting');
    await expect(
      sql`update audit_event set subject_id = 'other' where position is null`.execute(db),
    ).rejects.toThrow(/append-only/);
    await seal(db);
  });
});

describe('tampering by a superuser', () => {
  it.each([
    ['altered', "update audit_event set subject_id = 'forged' where position = 2", 2],
    ['altered', "update audit_event set at = at + interval '1 microsecond' where position = 3", 3],
    ['missing', 'delete from audit_event where position = 4', 4],
  ] as const)('shows as %s: %s', async (reason, statement, position) => {
    const own = await testDatabase();
    for (const id of ['1', '2', '3', '4', '5']) await note(own.db, id);
    await seal(own.db);
    await tamper(own.db, statement);
    expect(await verifyAuditChain(own.db)).toEqual({ kind: 'broken', position, reason });
    await own.close();
  });
});

const AT = '2026-01-01T00:00:00.000Z';

describe('publication rows', () => {
  const record = async (pid: string) =>
    await sql<{ id: number }>`insert into record (pid, kind, state, access_class, version, standard)
      values (${pid}, 'monument', 'published', 1, 1, 'monument@1.0') returning id`
      .execute(db)
      .then(({ rows }) => rows[0]?.id ?? 0);

  const publish = async (on: Db, recordId: number) =>
    await on
      .transaction()
      .execute((trx) =>
        recordPublications(trx, [{ recordId, version: 1, event: 'updated', accessClass: 1 }], { at: AT }),
      );

  it('reach a follower once each, although an older transaction is still open', async () => {
    const [held, other] = [await record('held'), await record('other')];
    const open = await db.startTransaction().execute();
    await recordPublications(open, [{ recordId: held, version: 1, event: 'published', accessClass: 1 }], {
      at: AT,
    });

    const seen: number[] = [];
    const follow = async () => {
      await seal(db);
      const page = await listPublications(db, { after: seen.length, limit: 100 });
      seen.push(...page.map((row) => row.recordId));
    };
    for (let i = 0; i < 5; i++) {
      await publish(db, other);
      await follow();
    }
    expect(seen).toEqual([other, other, other, other, other]);
    await open.commit().execute();
    await publish(db, other);
    await follow();
    expect(seen.toSorted()).toEqual([held, other, other, other, other, other, other].toSorted());
    const positions = await listPublications(db, { after: 0, limit: 100 });
    expect(positions.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('do not change once they are sealed, and never otherwise', async () => {
    await publish(db, await record('unsealed'));
    const change = (what: string) =>
      expect(sql.raw(what).execute(db)).rejects.toThrow(/append-only|only position/);
    await change('update publication set position = 99 where position = 1');
    await change('update publication set version = 2 where position is null');
    await change('delete from publication');
    await change('truncate publication');
  });

  it('are not written when there is nothing to say', async () => {
    const before = await db.selectFrom('publication').select('id').execute();
    await db.transaction().execute((trx) => recordPublications(trx, [], { at: AT }));
    expect(await db.selectFrom('publication').select('id').execute()).toHaveLength(before.length);
  });
});
