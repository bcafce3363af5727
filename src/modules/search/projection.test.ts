import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, actorId } from '#modules/access/index.ts';
import {
  addRelation,
  type Context,
  createRecord,
  transitionRecord,
  updateRecord,
} from '#modules/registry/index.ts';
import type { RecordBody, Statement } from '#modules/standards/index.ts';
import { drainJobs, migrateJobs, type Tasks } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { starterContext } from '#tests/support/starter.ts';
import {
  createSearchProjection,
  mapClusters,
  parseSearchQuery,
  reindex,
  search,
  searchTasks,
  suggest,
} from './index.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);

const log = createLog('silent');
const STAFF = { actorId: 2, staff: true };
let context: Context;
let tasks: Tasks;
let sources: Parameters<typeof reindex>[0];

beforeAll(async () => {
  await migrateJobs(pool, log);
  const { registry, catalogue, vocabularies } = await starterContext(db);
  sources = { db, catalogue, vocabularies };
  tasks = searchTasks(sources);
  const projections = [createSearchProjection()];
  context = { ...registry, actorId: await actorId(db, 'administrator'), projections };
});

const work = () => drainJobs(pool, tasks, log);
let made = 0;
const statements = (...list: Omit<Statement, 'id'>[]): Statement[] =>
  list.map((statement) => {
    made += 1;
    return { id: `s${made}`, ...statement };
  });

/** An artefact that may be published: what is not given is said to be unknown. */
function artefact(name: string, fields: RecordBody['fields'] = {}): RecordBody {
  const standard = sources.catalogue.standard('artefact');
  const mandatory = (standard?.groups ?? [])
    .flatMap((group) => group.fields)
    .filter((field) => field.obligation.published === 'mandatory')
    .map(({ id }) => [id, statements({ absent: 'unknown' })] as const);
  return {
    standard: 'artefact@1.0',
    fields: { ...Object.fromEntries(mandatory), ...fields, name: statements({ value: name, lang: 'vi' }) },
  };
}

const create = async (body: RecordBody) => only(await createRecord(context, { body }), 'created').pid;

async function versionOf(pid: string): Promise<number> {
  const row = await db
    .selectFrom('record')
    .select('version')
    .where('pid', '=', pid)
    .executeTakeFirstOrThrow();
  return row.version;
}

async function move(pid: string, to: 'submitted' | 'verified' | 'published' | 'withdrawn'): Promise<void> {
  const expectedVersion = await versionOf(pid);
  only(await transitionRecord(context, { pid, to, reason: 'thử', expectedVersion }), 'moved', 'ok');
}

async function published(body: RecordBody): Promise<string> {
  const pid = await create(body);
  for (const to of ['submitted', 'verified', 'published'] as const) await move(pid, to);
  return pid;
}

async function find(q: string, reader = ANONYMOUS) {
  const parsed = parseSearchQuery({ q }, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  return await search(db, reader, parsed.query);
}

describe('a draft', () => {
  it('is found by staff only; its words are unknown to everybody else', async () => {
    await create(
      artefact('Bình vôi Quỳnh Lưu bí mật', {
        summary: statements({
          value: 'Bình vôi có chữ zorvanite ở đáy, chưa công bố cho người ngoài',
          lang: 'vi',
        }),
      }),
    );
    await work();
    expect((await find('zorvanite', STAFF)).total).toBe(1);
    expect((await find('zorvanite')).total).toBe(0);
    // One letter off: a correction would tell that the word exists.
    expect((await find('zorvanit', STAFF)).total).toBe(1);
    for (const q of ['zorvanit', 'zorvanitte', 'zorv']) {
      const answer = await find(q);
      expect(answer.interpretation).toBeUndefined();
      expect(answer.total).toBe(0);
    }
    expect(await suggest(db, ANONYMOUS, { text: 'binh voi quynh', lang: 'vi' })).toEqual([]);
    expect(await suggest(db, STAFF, { text: 'binh voi quynh', lang: 'vi' })).toHaveLength(1);
    const { facets } = await find('');
    expect(facets.flatMap(({ values }) => values)).toEqual([]);
  });
});

describe('a published record', () => {
  it('is found once its job has run, under its new name after an edit, and no longer under the old', async () => {
    const pid = await published(artefact('Thạp đồng Hợp Minh'));
    await work();
    expect((await find('thap dong hop minh')).items.map((item) => item.pid)).toEqual([pid]);
    const changed = { pid, body: artefact('Thạp đồng Đào Thịnh'), expectedVersion: await versionOf(pid) };
    only(await updateRecord(context, changed), 'ok');
    await work();
    expect((await find('dao thinh')).total).toBe(1);
    expect((await find('hop minh')).total).toBe(0);
  });

  it('vanishes with the withdrawal itself, before any job', async () => {
    const pid = await published(artefact('Ấn vàng Sắc mệnh'));
    await work();
    expect((await find('sac menh')).total).toBe(1);
    await move(pid, 'withdrawn');
    for (const reader of [ANONYMOUS, STAFF]) expect((await find('sac menh', reader)).total).toBe(0);
    await work();
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from search_card where pid = ${pid}`.execute(db);
    expect(rows[0]?.n).toBe(0);
  });

  it('is found by everybody only once its job has run, by staff throughout', async () => {
    const pid = await create(artefact('Kiếm ngắn núi Nưa'));
    await work();
    for (const to of ['submitted', 'verified', 'published'] as const) await move(pid, to);
    expect((await find('nui nua')).total).toBe(0);
    expect((await find('nui nua', STAFF)).total).toBe(1);
    await work();
    expect((await find('nui nua')).total).toBe(1);
  });

  it('never shows fields that are not public', async () => {
    await published(artefact('Bát gốm Chu Đậu', { storageLocation: statements({ value: 'khoxyz tủ 4' }) }));
    await work();
    expect((await find('chu dau')).total).toBe(1);
    expect((await find('khoxyz')).total).toBe(0);
    expect((await find('khoxyz', STAFF)).total).toBe(0);
  });
});

describe('a hidden place', () => {
  const geometry = (publicPrecision: string) =>
    statements({
      value: {
        role: 'point',
        geojson: { type: 'Point', coordinates: [105.123456, 21.654321] },
        crs: 'EPSG:4326',
        publicPrecision,
      },
    });
  const boxed = async (bbox: string, reader = ANONYMOUS) => {
    const parsed = parseSearchQuery({ bbox }, { lang: 'vi', mistakes: 'refuse' });
    if (parsed.kind !== 'query') throw new Error('refused');
    return [
      (await search(db, reader, parsed.query)).total,
      (await mapClusters(db, reader, parsed.query, { zoom: 14, bbox: null })).clusters.length,
    ];
  };

  it('is generalised before it reaches the index, and withheld means in no box', async () => {
    for (const precision of ['approx-1km', 'withheld']) {
      await published(artefact(`Rìu ${precision}`, { geometry: geometry(precision) }));
    }
    await work();
    expect(await boxed('105.1,21.6,105.2,21.7')).toEqual([1, 1]);
    for (const reader of [ANONYMOUS, STAFF])
      expect(await boxed('105.1233,21.6542,105.1236,21.6545', reader)).toEqual([0, 0]);
    const stored = await sql<{
      x: number;
    }>`select point[0] as x from search_row where point is not null`.execute(db);
    expect(stored.rows.map(({ x }) => x)).not.toContain(105.123456);
  });
});

describe('the index', () => {
  const state = async () => {
    const { rows } = await sql<{ rows: string; words: string }>`select
      (select md5(string_agg(md5(record_id || access_class::text || static_rank
        || (select string_agg(l.class || l.tier || l.lexeme, ' ' order by l.class, l.tier, l.lexeme) from lexicon l
          where l.id = any(tokens))), '' order by record_id)) from search_row) as rows,
      (select md5(string_agg(access_class || class || tier || lexeme || df, ' ' order by access_class, class, tier, lexeme))
        from lexicon where df > 0) as words`.execute(db);
    return rows[0];
  };

  it('counts each lexeme as often as rows hold it', async () => {
    const { rows } = await sql<{ lexeme: string }>`select lexeme from lexicon l where df <>
      (select count(*) from search_row where tokens @> array[l.id])`.execute(db);
    expect(rows).toEqual([]);
  });

  it('holds a lexeme in the class of the row only', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from search_row s, unnest(tokens) token
      join lexicon l on l.id = token where l.access_class <> s.access_class`.execute(db);
    expect(rows[0]?.n).toBe(0);
  });

  it('is the same when built again, once or twice', async () => {
    const before = await state();
    const steps: number[] = [];
    const read = await reindex(sources, (done) => steps.push(done));
    expect(read).toBe(7);
    expect(steps.at(-1)).toBe(read);
    expect(await state()).toEqual(before);
    await reindex(sources);
    expect(await state()).toEqual(before);
    const { rows } = await sql<{ n: number }>`select count(*) as n from lexicon where df = 0`.execute(db);
    expect(rows[0]?.n).toBe(0);
  });

  it('leaves nothing pending, and a job that runs twice changes nothing', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from search_pending`.execute(db);
    expect(rows[0]?.n).toBe(0);
    const before = await state();
    await tasks['search.project']?.({ changesetId: 1 }, { attempt: 1 });
    expect(await state()).toEqual(before);
    await expect(tasks['search.project']?.({}, { attempt: 1 })).rejects.toThrow('changesetId');
  });
});

describe('the card of a record', () => {
  it('does not name others that its readers may not see', async () => {
    const holder = await published(artefact('Kho Vrondelle'));
    await db.updateTable('record').set({ access_class: 2 }).where('pid', '=', holder).execute();
    const held = artefact('Chóe sứ Phú Lãng', {
      holder: statements({ value: { pid: holder, kind: 'museum' } }),
    });
    const pid = await published(held);
    await work();
    const shown = (await find('choe su phu lang')).items.find((item) => item.pid === pid);
    expect(shown).toBeDefined();
    expect(JSON.stringify(shown)).not.toContain('Vrondelle');
    expect((await find('vrondelle')).total).toBe(0);
    await db.updateTable('record').set({ access_class: 1 }).where('pid', '=', holder).execute();
  });

  it('no longer names one that was withdrawn', async () => {
    const whole = await published(artefact('Bộ ấm Quorandel'));
    const part = await published(artefact('Chén sứ Đông Hồ'));
    const ends = { from: { pid: part }, to: { pid: whole }, source: 'thử' };
    expect((await addRelation(context, { type: 'partOf', ...ends })).kind).toBe('created');
    await work();
    expect((await find('quorandel')).items.map(({ pid }) => pid)).toContain(part);
    await move(whole, 'withdrawn');
    await work();
    expect((await find('quorandel')).total).toBe(0);
  });
});
