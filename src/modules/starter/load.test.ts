import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorId } from '#modules/access/index.ts';
import { successors } from '#modules/places/index.ts';
import { applyChangeset } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { starterContext, starterDatabase } from '#tests/support/starter.ts';
import { listUnknownDecisions, loadStarter, starterRelease } from './index.ts';

const count = async (db: Db, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
};
const TABLES = [
  'record',
  'record_version',
  'decision',
  'designation',
  'relation',
  'record_alias',
  'admin_unit',
  'admin_succession',
  'changeset',
  'publication',
];
const counts = async (db: Db) =>
  Object.fromEntries(await Promise.all(TABLES.map(async (t) => [t, await count(db, t)])));

const scratch = await mkdtemp(join(tmpdir(), 'disan-starter-'));
afterAll(() => rm(scratch, { recursive: true }));

/** A copy of the data in which one file was changed. */
async function changedData(name: string, file: string, change: (text: string) => string): Promise<string> {
  const copy = join(scratch, name);
  await cp('data', copy, { recursive: true });
  await writeFile(join(copy, file), change(await readFile(join(copy, file), 'utf8')));
  return copy;
}

describe('the first start', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('leaves nothing when it is cut off before the end, and starts afresh the next time', async () => {
    const { db } = database;
    const context = await starterContext(db);
    const before = await counts(db);
    const cutOff = {
      recordsChanged: async (trx: Db) => {
        expect(await count(trx, 'record')).toBeGreaterThan(1600);
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
      },
    };
    const registry = { ...context.registry, projections: [cutOff] };
    await expect(loadStarter({ ...context, registry }, 'data')).rejects.toThrow();
    expect(await counts(db)).toEqual(before);
  });

  it('loads everything in one changeset, well under a minute', async () => {
    const { db } = database;
    const started = performance.now();
    const outcome = await loadStarter(await starterContext(db), 'data');
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(outcome).toMatchObject({
      kind: 'loaded',
      release: await starterRelease('data'),
      counts: { created: 1686, designations: 1461, relations: 498 },
      strayPoints: [],
    });
    expect(await count(db, 'changeset')).toBe(1);
  });

  it('loads nothing the second time', async () => {
    const { db } = database;
    const before = await counts(db);
    expect(await loadStarter(await starterContext(db), 'data')).toEqual({
      kind: 'up-to-date',
      release: await starterRelease('data'),
    });
    expect(await counts(db)).toEqual(before);
  });
});

describe('loaded starter data', () => {
  let database: Awaited<ReturnType<typeof starterDatabase>>;
  beforeAll(async () => {
    database = await starterDatabase();
  });
  afterAll(() => database.close());

  it('is published, unconfirmed and by bootstrap', async () => {
    const { db } = database;
    const { rows } = await sql<{ state: string; verification: string; label: string; n: number }>`
      select r.state, r.verification, a.label, count(*) as n from record r
      join record_version v on v.record_id = r.id and v.version = r.version join actor a on a.id = v.actor_id
      group by 1, 2, 3`.execute(db);
    expect(rows).toEqual([{ state: 'published', verification: 'unconfirmed', label: 'bootstrap', n: 1686 }]);
    const { rows: open } = await sql<{
      n: number;
    }>`select count(*) as n from record where starter_key is null`.execute(db);
    expect(open).toEqual([{ n: 0 }]);
  });

  it('never meets a name that the node mints itself', async () => {
    const context = await starterContext(database.db);
    const { rows } = await sql<{ pid: string }>`select pid from record`.execute(database.db);
    expect(rows.every((row) => row.pid.startsWith('k0'))).toBe(true);
    expect(context.registry.shoulder).not.toBe('k0');
  });

  it('knows the registry on 1 January 2015', async () => {
    const { rows } = await sql<{ list: string; n: number }>`
      select list, count(*) as n from designation where latest <= '2015-01-01' and list in
        ('QUOC_GIA_DAC_BIET', 'BAO_VAT_QUOC_GIA', 'DSVHPVT_QUOC_GIA') group by 1 order by 1`.execute(
      database.db,
    );
    // Batches 1–5 of the monuments, 1–2 of the treasures.
    expect(rows).toEqual([
      { list: 'BAO_VAT_QUOC_GIA', n: 67 },
      { list: 'DSVHPVT_QUOC_GIA', n: expect.any(Number) },
      { list: 'QUOC_GIA_DAC_BIET', n: 62 },
    ]);
  });

  it('has the units with their history', async () => {
    expect(await count(database.db, 'admin_unit')).toBeGreaterThan(13_000);
    expect((await successors(database.db, 'gso-2024:49')).map((unit) => unit.name)).toEqual(['Đà Nẵng']);
  });

  it('lists the decisions that are still to be found, page by page', async () => {
    const seen: number[] = [];
    let after: number | undefined;
    do {
      const page = await listUnknownDecisions(database.db, { after, limit: 100 });
      seen.push(...page.items.map((item) => item.id));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toHaveLength(41 + 98 + 201);
    expect(new Set(seen).size).toBe(seen.length);
    const { items } = await listUnknownDecisions(database.db, {
      list: 'CONG_VIEN_DIA_CHAT_TOAN_CAU',
      limit: 10,
    });
    expect(items[0]).toMatchObject({
      absence: 'not-entered',
      earliest: '2010-01-01',
      members: [{ name: 'Công viên địa chất toàn cầu Cao nguyên đá Đồng Văn' }],
    });
  });
});

describe('a newer release', () => {
  let database: Awaited<ReturnType<typeof starterDatabase>>;
  beforeAll(async () => {
    database = await starterDatabase();
  });
  afterAll(() => database.close());

  const nameOf = async (key: string) => {
    const { rows } = await sql<{ names: string[]; version: number }>`
      select r.version, (select array_agg(n.name::text order by n.ordinal) from record_name n where n.record_id = r.id) as names
      from record r where starter_key = ${key}`.execute(database.db);
    return rows[0];
  };

  it('is offered, changes nothing by itself, and spares what a person has edited', async () => {
    const { db } = database;
    const context = await starterContext(db);
    const editor = { ...context.registry, actorId: await actorId(db, 'administrator') };
    const { rows } = await sql<{
      pid: string;
      body: { standard: string; fields: Record<string, unknown[]> };
    }>`
      select r.pid, v.body from record r join record_version v on v.record_id = r.id where starter_key = 'treasure:1'`.execute(
      db,
    );
    const [drum] = rows;
    if (!drum) throw new Error('The drum is not there');
    const body = {
      ...drum.body,
      fields: { ...drum.body.fields, name: [{ id: 'name-vi', value: 'Trống Ngọc Lũ I', lang: 'vi' }] },
    };
    const update = { op: 'update', record: { pid: drum.pid }, body, expectedVersion: 1 } as const;
    const edited = await applyChangeset(
      { ...editor, rules: lenient(editor.rules) },
      { kind: 'edit', operations: [update] },
    );
    expect(edited.kind).toBe('applied');

    const newer = await changedData('newer', 'facts/national_treasures.csv', (text) =>
      text
        .replace('Trống đồng Ngọc Lũ,', 'Trống đồng Ngọc Lũ 1,')
        .replace('Trống đồng Hoàng Hạ,', 'Trống đồng Hoàng Hạ 1,'),
    );
    const before = await counts(db);
    const offered = await loadStarter(context, newer);
    expect(offered).toMatchObject({ kind: 'offered', counts: { updated: 1, skipped: 1 } });
    expect(await counts(db)).toEqual(before);

    const loaded = await loadStarter(context, newer, { upgrade: true });
    expect(loaded).toMatchObject({ kind: 'loaded', counts: { updated: 1, skipped: 1 } });
    expect(await nameOf('treasure:1')).toMatchObject({ version: 2, names: ['Trống Ngọc Lũ I'] });
    expect(await nameOf('treasure:2')).toMatchObject({ version: 2 });
    expect((await nameOf('treasure:2'))?.names).toContain('Trống đồng Hoàng Hạ 1');
    expect((await loadStarter(context, newer)).kind).toBe('up-to-date');
    expect((await counts(db)).designation).toBe(before.designation);
    expect((await counts(db)).relation).toBe(before.relation);
  });

  it('brings back nothing that a person took away', async () => {
    const { db } = database;
    const context = await starterContext(db);
    const editor = { ...context.registry, actorId: await actorId(db, 'administrator') };
    const { rows } = await sql<{
      id: number;
    }>`select id from relation where voided_in is null order by id limit 1`.execute(db);
    const relation = rows[0]?.id ?? 0;
    const pid =
      (await sql<{ pid: string }>`select pid from record where starter_key = 'museum:3'`.execute(db)).rows[0]
        ?.pid ?? '';
    const taken = await applyChangeset(editor, {
      kind: 'edit',
      operations: [
        { op: 'voidRelation', id: relation },
        { op: 'transition', record: { pid }, to: 'withdrawn', reason: 'thử', expectedVersion: 1 },
      ],
    });
    expect(taken.kind).toBe('applied');
    const newer = await changedData('newest', 'facts/museums.csv', (text) =>
      text.replace('Bảo tàng Hà Nội,', 'Bảo tàng thành phố Hà Nội,'),
    );
    const outcome = await loadStarter(context, newer, { upgrade: true });
    expect(outcome).toMatchObject({
      kind: 'loaded',
      counts: expect.objectContaining({ updated: expect.any(Number) }),
    });
    const { rows: live } =
      await sql`select from relation where id = ${relation} and voided_in is null`.execute(db);
    expect(live).toEqual([]);
    const { rows: record } = await sql<{
      state: string;
    }>`select state from record where pid = ${pid}`.execute(db);
    expect(record).toEqual([{ state: 'withdrawn' }]);
  });

  it('loads without the coordinates', async () => {
    const bare = await testDatabase();
    try {
      const copy = join(scratch, 'bare');
      await cp('data', copy, { recursive: true });
      await rm(join(copy, 'coordinates'), { recursive: true });
      const outcome = await loadStarter(await starterContext(bare.db), copy);
      expect(outcome).toMatchObject({ kind: 'loaded', counts: { created: 1686 } });
      const { rows } = await sql<{
        n: number;
      }>`select count(*) as n from record_version where body->'fields' ? 'geometry'`.execute(bare.db);
      expect(rows).toEqual([{ n: 0 }]);
    } finally {
      await bare.close();
    }
  });
});

/** A person's first correction need not complete a record; only its structure is checked here. */
function lenient<R extends { validate(body: unknown, state: 'draft' | 'submitted' | 'published'): unknown }>(
  rules: R,
): R {
  return { ...rules, validate: (body: unknown) => rules.validate(body, 'draft') };
}
