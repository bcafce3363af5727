import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { listPublications } from '#modules/audit/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { listChangesets } from './changeset/changeset-queries.ts';
import { applyChangeset } from './changeset/commands.ts';
import { listDecisions, readDecision } from './decision/decision-queries.ts';
import { listDuplicates } from './duplicate/duplicate-queries.ts';
import { resolve } from './identifier/resolve-queries.ts';
import { currentRecordsAfter } from './record/bulk-queries.ts';
import { readRecord } from './record/record-queries.ts';
import { listRelations } from './relation/relation-queries.ts';
import { listVersions } from './version/history-queries.ts';
import { verifyChains } from './version/verify-queries.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);
const sent: { text: string; values: unknown[] }[] = [];
pool.on('connect', (client: PoolClient) => {
  const query: (text: string, values?: unknown[]) => unknown = client.query.bind(client);
  const record = (text: string, values: unknown[] = []) => {
    if (typeof text === 'string') sent.push({ text, values });
    return query(text, values);
  };
  Object.assign(client, { query: record });
});

const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };
const body = aBody('artefact', { name: 'Vật', description: 'x' });
const outcome = await applyChangeset(ctx, {
  kind: 'import',
  operations: [
    { op: 'create', ref: 'a', state: 'published', body },
    { op: 'create', ref: 'b', state: 'published', body },
    { op: 'addRelation', type: 'partOf', from: { ref: 'a' }, to: { ref: 'b' } },
    { op: 'addDecision', key: 'd-1', number: '1', issuer: 'THU_TUONG', source: 's' },
  ],
});
const pid = only(outcome, 'applied').results[0]?.pid ?? '';

/** The plans of the statements that a piece of work sends, where scanning a table and sorting are the last resort. */
async function plansOf(work: () => Promise<unknown>): Promise<string> {
  sent.length = 0;
  await work();
  const statements = sent.filter(({ text }) => /^(select|with)\b/i.test(text.trim()));
  expect(statements.length).toBeGreaterThan(0);
  const client = await pool.connect();
  try {
    await client.query('set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off');
    const plans: string[] = [];
    for (const { text, values } of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return plans.join('\n\n');
  } finally {
    await client.query('reset all');
    client.release();
  }
}

/** Tables that stay small: reading them whole is right. */
const SMALL = /Seq Scan on (access_class|actor)/g;

describe('reads that follow a key', () => {
  it.each([
    ['publications', () => listPublications(db, { after: 10, limit: 10 })],
    ['changesets', () => listChangesets(db, staff, { before: 10, limit: 10 })],
    ['decisions', () => listDecisions(db, { after: { day: '2000-01-01', id: 5 }, limit: 10 })],
    ['the first decisions', () => listDecisions(db, { limit: 10 })],
    [
      'the acts of a decision',
      () => readDecision(db, staff, { key: 'd-1', on: '2026-01-01', after: 3, limit: 10 }),
    ],
    ['versions', () => listVersions(ctx, staff, { pid, before: 5, limit: 10 })],
    ['all records', () => currentRecordsAfter(db, { after: 0, limit: 10 })],
    ['the chains', () => verifyChains(db)],
  ])('%s: by index, without sorting', async (_what, work) => {
    const plans = (await plansOf(work)).replace(SMALL, '');
    expect(plans).not.toContain('Seq Scan');
    expect(plans.replace(/Sort Key: .*/g, '')).not.toMatch(/^\s*(->\s+)?Sort\b/m);
  });

  it.each([
    ['a record', () => readRecord(ctx, staff, { pid })],
    ['an identifier', () => resolve(db, staff, { text: pid, naan: '99999' })],
    ['an alias', () => resolve(db, staff, { text: 'unesco:WH-678', naan: '99999' })],
    ['relations', () => listRelations(ctx, staff, { pid, after: 3, limit: 10 })],
    ['duplicates', () => listDuplicates(db, { after: 1, limit: 10 })],
  ])('%s: by index', async (_what, work) => {
    expect((await plansOf(work)).replace(SMALL, '')).not.toContain('Seq Scan');
  });

  it('are watched by a test that would see a scan', async () => {
    const scanned = await plansOf(() => sql`select id from record where closed_reason = 'x'`.execute(db));
    expect(scanned).toContain('Seq Scan on record');
  });
});
