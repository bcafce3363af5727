import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorId, readerFor } from '#modules/access/index.ts';
import { seal } from '#modules/audit/index.ts';
import { catalogueRules, createRecord } from '#modules/registry/index.ts';
import { createSearchProjection } from '#modules/search/index.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { runCommand } from '../invocation.fixture.ts';
import { loadKnowledge } from '../knowledge.ts';
import { reindex, verify } from './care.ts';
import { doctor } from './doctor.ts';
import { migrate } from './roles.ts';
import { token } from './token.ts';

const { db, close } = await testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-care-'));
  const knowledge = await loadKnowledge();
  if (knowledge.kind === 'refused') throw new Error(knowledge.problems.join('\n'));
  const ctx = {
    ...{
      db,
      rules: catalogueRules(knowledge.catalogue),
      naan: '99999',
      shoulder: 'd1',
      now: () => new Date(),
    },
    actorId: await actorId(db, 'administrator'),
    projections: [createSearchProjection()],
  };
  // Searching needs the queue, and opening the program makes it.
  expect((await runCommand(migrate, { db })).code).toBe(0);
  for (const name of ['Đại Việt sử ký toàn thư', 'Lĩnh Nam chích quái'])
    expect((await createRecord(ctx, { body: sourceBody(name) })).kind).toBe('created');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await close();
});

/** Does what only a superuser can: goes round the triggers. */
async function tamper(statement: string): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection);
    await sql.raw(statement).execute(connection);
    await sql`set session_replication_role = origin`.execute(connection);
  });
}

describe('migrate', () => {
  it('does nothing, and says nothing, where everything is up to date', async () => {
    expect(await runCommand(migrate, { db })).toEqual({ code: 0, answers: [], said: [] });
  });
});

describe('reindex', () => {
  it('tells how many records can be found now', async () => {
    expect(await runCommand(reindex, { db })).toEqual({ code: 0, answers: ['indexed 2 records'], said: [] });
  });
});

describe('token', () => {
  it('prints a new token alone on its line, which opens, and the one before no longer does', async () => {
    const [first, second] = [await runCommand(token, { db }), await runCommand(token, { db })];
    expect([first.code, first.said]).toEqual([0, []]);
    expect(first.answers).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    expect(await readerFor(db, first.answers[0])).toEqual({ kind: 'bad-token' });
    expect((await readerFor(db, second.answers[0])).kind).toBe('administrator');
  });
});

describe('verify', () => {
  const verified = async () => {
    const { code, answers } = await runCommand(verify, { db });
    expect(answers).toHaveLength(1);
    return { code, ...(JSON.parse(answers[0] ?? '') as { versions: object; audit: object }) };
  };

  it('finds versions and audit trail intact, as one line of JSON', async () => {
    await seal(db);
    const { code, versions, audit } = await verified();
    expect(code).toBe(0);
    expect(versions).toMatchObject({ kind: 'intact' });
    expect(audit).toMatchObject({ kind: 'intact', events: expect.any(Number) });
  });

  it('exits 1 and names the place when a row was changed behind the program’s back', async () => {
    await tamper("update audit_event set subject_id = 'forged' where position = 1");
    expect(await verified()).toMatchObject({
      code: 1,
      audit: { kind: 'broken', position: 1, reason: 'altered' },
    });
  });
});

describe('doctor', () => {
  const examine = () => runCommand(doctor, { db, changes: { DISAN_DATA: folder } });

  it('names disk, PostgreSQL, tools, queue and what waits for its position, each with a mark', async () => {
    const { code, answers } = await examine();
    expect(code).toBe(0);
    for (const line of answers) expect(line).toMatch(/^[✓–] \S/);
    const text = answers.join('\n');
    expect(text).toMatch(/\d+\.\d GB of disk are free/);
    expect(text).toMatch(/queue: \d+ jobs waiting, 0 failed/);
    expect(text).toMatch(/\d+ rows wait for their position/);
    expect(text).toMatch(/PostgreSQL/);
    expect(text).toMatch(/Chromium/);
  });

  it('exits 1 for a job that was given up', async () => {
    await sql`select graphile_worker.add_job('broken', max_attempts := 1)`.execute(db);
    await sql`update graphile_worker._private_jobs set attempts = max_attempts where max_attempts = 1`.execute(
      db,
    );
    const { code, answers } = await examine();
    expect(code).toBe(1);
    expect(answers).toContainEqual(expect.stringMatching(/^✗ queue: .* 1 failed/));
  });

  it('does not need the data directory to be there yet', async () => {
    const { answers } = await runCommand(doctor, { db, changes: { DISAN_DATA: join(folder, 'not', 'yet') } });
    expect(answers.join('\n')).toMatch(/GB of disk are free/);
  });
});
