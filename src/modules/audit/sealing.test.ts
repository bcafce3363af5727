import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import {
  countUnsealed,
  listPublications,
  newestPublicChange,
  type Publication,
  recordAudit,
  recordPublications,
  seal,
  verifyAuditChain,
} from './index.ts';

const { db, close } = await testDatabase();
afterAll(close);

async function aRecord(pid: string): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`insert into record (pid, kind, state, access_class, version, standard)
    values (${pid}, 'monument', 'published', 1, 1, 'monument@1.0') returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

const publish = async (rows: Publication[], at: string) =>
  await db.transaction().execute((trx) => recordPublications(trx, rows, { at }));

const note = async (subjectId: string, requestId?: string) =>
  await db
    .transaction()
    .execute((trx) =>
      recordAudit(trx, { actorId: 1, action: 'test.note', subjectKind: 'test', subjectId, requestId }),
    );

describe('before anything is published', () => {
  it('nothing is new, nothing waits, and no feed has anything', async () => {
    expect(await newestPublicChange(db)).toBeNull();
    expect(await countUnsealed(db)).toBe(0);
    expect(await listPublications(db, { after: 0, limit: 10 })).toEqual([]);
    expect(await seal(db)).toEqual({ audit: 0, publications: 0 });
  });
});

describe('sealing', () => {
  it('gives publications of one transaction their positions in the order they were given in', async () => {
    const ids = [await aRecord('s1'), await aRecord('s2'), await aRecord('s3')];
    const events = ['published', 'restricted', 'withdrawn'] as const;
    const rows = ids.map((recordId, i): Publication => {
      return { recordId, version: i + 1, event: events[i] ?? 'merged', accessClass: i === 1 ? 2 : 1 };
    });
    await publish(rows, '2026-05-01T00:00:00Z');
    expect(await countUnsealed(db)).toBe(3);
    expect(await listPublications(db, { after: 0, limit: 10 })).toEqual([]);
    expect(await seal(db)).toEqual({ audit: 0, publications: 3 });
    expect(await countUnsealed(db)).toBe(0);
    const listed = await listPublications(db, { after: 0, limit: 10 });
    expect(listed.map(({ sealedAt, at, ...row }) => [row, at])).toEqual(
      rows.map((row, i) => [{ position: i + 1, ...row }, '2026-05-01T00:00:00.000Z']),
    );
    for (const { sealedAt } of listed) expect(Date.parse(sealedAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is read page by page without a gap, wherever the pages are cut', async () => {
    const record = await aRecord('pages');
    for (let i = 0; i < 7; i += 1)
      await publish(
        [{ recordId: record, version: 1, event: 'updated', accessClass: 1 }],
        '2026-05-02T00:00:00Z',
      );
    await seal(db, 2);
    const all = await listPublications(db, { after: 0, limit: 100 });
    expect(all.map(({ position }) => position)).toEqual(all.map((_, i) => i + 1));
    for (const limit of [1, 3, 4]) {
      const read: number[] = [];
      for (let after = 0; ; after = read.at(-1) ?? 0) {
        const page = await listPublications(db, { after, limit });
        read.push(...page.map(({ position }) => position));
        if (page.length < limit) break;
      }
      expect(read).toEqual(all.map(({ position }) => position));
    }
  });

  it('goes on for the other kind when one kind fills its batches', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, i) => note(`n${i}`)));
    const record = await aRecord('both');
    await publish(
      [{ recordId: record, version: 1, event: 'updated', accessClass: 1 }],
      '2026-05-03T00:00:00Z',
    );
    expect(await countUnsealed(db)).toBe(6);
    expect(await seal(db, 2)).toEqual({ audit: 5, publications: 1 });
    expect(await verifyAuditChain(db)).toEqual({ kind: 'intact', events: 5 });
  });

  it('leaves the work to a sealer that is there already', async () => {
    await note('while another seals');
    const other = await db.startTransaction().execute();
    await sql`select pg_advisory_xact_lock(730227)`.execute(other);
    expect(await seal(db)).toEqual({ audit: 0, publications: 0 });
    await other.rollback().execute();
    expect(await seal(db)).toEqual({ audit: 1, publications: 0 });
  });

  it('keeps what an event says: who, what, when to the microsecond, and the request', async () => {
    await note('đối tượng “1”', 'req-7');
    await seal(db);
    const row = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('request_id', '=', 'req-7')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actor_id: 1, action: 'test.note', subject_id: 'đối tượng “1”', detail: {} });
    expect(row.position).toBe(7);
    expect(row.hash).toHaveLength(32);
  });
});

describe('the newest public change', () => {
  it('is the time of the change that was written last, sealed or not', async () => {
    const record = await aRecord('newest');
    await publish(
      [{ recordId: record, version: 1, event: 'updated', accessClass: 1 }],
      '2026-06-01T12:00:00+07:00',
    );
    expect(await newestPublicChange(db)).toBe('2026-06-01T05:00:00.000Z');
    await seal(db);
    expect(await newestPublicChange(db)).toBe('2026-06-01T05:00:00.000Z');
  });
});
