import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverVersion } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { countHits, hitRows, type Scope } from './hit-queries.ts';
import { sampleOf, staticRank } from './importance.ts';
import type { Order, Step } from './order.ts';
import { readPage } from './page.ts';
import { type PagePart, readRows, sortedRows, walkedRows } from './page-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);

const ROWS = 40_000;
const EVERY = 1;
const FREQUENT = 2;
const RARE = 3;
/** In the rows of importance 3 only, and there in every tenth. */
const LATE = 4;
const IMPORTANCE = (importance: number) => 10 + importance;

beforeAll(async () => {
  const ids = Array.from({ length: ROWS }, (_, at) => at + 1);
  const importances = ids.map((id) => (id % 100 === 0 ? 1 : 3));
  const tokens = ids.map((id, at) => {
    const held = [EVERY, IMPORTANCE(importances[at] ?? 3)];
    if (id % 2 === 0) held.push(FREQUENT);
    if (id % 1000 === 0) held.push(RARE);
    if (importances[at] === 3 && id % 10 === 0) held.push(LATE);
    return `{${held.join(',')}}`;
  });
  const ranks = ids.map((id, at) => staticRank({ id, importance: importances[at] ?? 3, year: 2000 }));
  await sql`insert into search_row select id, 1, sample, rank, case when id % 3 = 0 then null else id end, id,
      timestamptz '2020-01-01' + id * interval '1 minute', point(105 + id % 100 / 50.0, 16 + id % 77 / 40.0), '\\x00000000', tokens::int[]
    from unnest(${ids}::int[], ${ids.map(sampleOf)}::smallint[], ${ranks}::int[], ${tokens}::text[]) r(id, sample, rank, tokens)`.execute(
    db,
  );
  await sql`insert into search_card select id, 'x' || id, 'artefact', 'Tên ' || md5(id::text), '{}' from generate_series(1, ${ROWS}) id`.execute(
    db,
  );
  await sql`vacuum analyze search_row, search_card`.execute(db);
});

const scope: Scope = { classes: [1], days: { earliest: null, latest: null }, undated: false, bbox: null };
const step = (token: number, order: Order = { sort: 'relevance' }, not: number[] = []): Step => ({
  group: 1,
  clause: { must: [[token]], not: not.length > 0 ? [[not]] : [] },
  order,
});
const part = (given: Step, change: Partial<PagePart> = {}): PagePart => ({
  step: given,
  scope,
  from: null,
  backwards: false,
  limit: 25,
  ...change,
});

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows': number;
  Plans?: Plan[];
}

/**
 * All nodes of the plan that was really run, from the root down. `large` plans as for a table that is too large to be
 * read and sorted: the nearest 5,000 of 40,000 rows are cheap to sort, those of a million are not.
 */
async function planOf(query: ReturnType<typeof sortedRows>, { large = false } = {}): Promise<Plan[]> {
  const { rows } = await db.transaction().execute(async (trx) => {
    if (large) await sql`set local enable_seqscan = off`.execute(trx);
    return await sql<{
      'QUERY PLAN': { Plan: Plan }[];
    }>`explain (analyze, timing off, format json) ${query}`.execute(trx);
  });
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
  return flat(rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'none', 'Actual Rows': 0 });
}
const indexes = (plan: Plan[]) => plan.flatMap((node) => node['Index Name'] ?? []);
const nodes = (plan: Plan[]) => plan.map((node) => node['Node Type']);

const ORDERS: [Order, string][] = [
  [{ sort: 'relevance' }, 'search_row_rank'],
  [{ sort: 'newest', keyed: true }, 'search_row_newest'],
  [{ sort: 'date', keyed: true }, 'search_row_earliest'],
  [{ sort: 'name' }, 'search_card_title'],
  [{ sort: 'near', near: { lat: 16, lon: 105 }, keyed: true }, 'search_row_point'],
];

// An index in order of distance serves a sort by distance and id from PostgreSQL 17 on; before, the rows are sorted.
const SORTS_BY_DISTANCE = (await serverVersion(db)) >= 170_000;

async function holdsToIndex(order: Order, index: string): Promise<void> {
  const [last] = await readRows(
    db,
    step(FREQUENT, order),
    walkedRows(part(step(FREQUENT, order), { limit: 1 })),
  );
  const starts = [{ from: null }, { from: last ?? null }];
  for (const start of starts)
    for (const backwards of order.sort === 'near' ? [false] : [false, true]) {
      const plan = await planOf(walkedRows(part(step(FREQUENT, order), { ...start, backwards })), {
        large: order.sort === 'near',
      });
      expect(indexes(plan), JSON.stringify(plan)).toContain(index);
      expect(nodes(plan)).not.toContain('Sort');
      expect(nodes(plan)).not.toContain('Seq Scan');
      // A page of a clause that every second row meets is found after some fifty rows, wherever it starts.
      const read = Math.max(...plan.filter((node) => node['Index Name']).map((node) => node['Actual Rows']));
      expect(read).toBeLessThan(300);
    }
}

describe('a frequent clause', () => {
  it.each(ORDERS.filter(([order]) => order.sort !== 'near'))(
    'is read in the order of an index, without sorting: %j',
    holdsToIndex,
  );

  it.skipIf(!SORTS_BY_DISTANCE)(
    'is read in the order of an index, without sorting: near (PostgreSQL 17)',
    async () => {
      for (const [order, index] of ORDERS.filter(([one]) => one.sort === 'near'))
        await holdsToIndex(order, index);
    },
  );

  it('gives the same rows in both ways of reading', async () => {
    for (const [order] of ORDERS) {
      const given = step(FREQUENT, order, [RARE]);
      const walked = await readRows(db, given, walkedRows(part(given)));
      const sorted = await readRows(db, given, sortedRows(part(given)));
      expect(walked.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
      expect(walked).toHaveLength(25);
      const next = { from: walked.at(-1) ?? null };
      expect(await readRows(db, given, walkedRows(part(given, next)))).toEqual(
        await readRows(db, given, sortedRows(part(given, next))),
      );
    }
  });

  it('is read within one importance, so that late hits are found at once', async () => {
    const importance = { ...step(LATE), importance: 3 };
    const plan = await planOf(walkedRows(part(importance)));
    expect(indexes(plan)).toContain('search_row_rank');
    expect(
      Math.max(...plan.filter((node) => node['Index Name']).map((node) => node['Actual Rows'])),
    ).toBeLessThan(800);
  });
});

describe('a rare clause', () => {
  it.each(ORDERS)('is found through the tokens and sorted: %j', async (order) => {
    const plan = await planOf(sortedRows(part(step(RARE, order))));
    expect(indexes(plan)).toContain('search_row_tokens');
    expect(nodes(plan)).not.toContain('Seq Scan');
    expect(nodes(plan)).toContain('Sort');
  });

  it('is found through the tokens also with exclusions, from a place on', async () => {
    const from = { key: 3 * 2 ** 27, id: 5 };
    const plan = await planOf(sortedRows(part(step(RARE, { sort: 'relevance' }, [FREQUENT]), { from })));
    expect(indexes(plan)).toEqual(['search_row_tokens', 'search_row_pkey']);
  });
});

describe('counting', () => {
  const hits = { clause: { must: [[FREQUENT], [EVERY, RARE]], not: [] }, scope };

  it.each([
    ['all', 'search_row_tokens'],
    ['sixteenth', 'search_row_sample_16'],
    ['sixty-fourth', 'search_row_sample_64'],
  ] as const)('of %s reads %s', async (share, index) => {
    const plan = await planOf(sql`select count(*) from ${hitRows({ ...hits, share })}`);
    expect(indexes(plan)).toEqual([index]);
  });

  it('estimates from a sample within a few per cent', async () => {
    const sample = await countHits(db, { ...hits, share: 'sixteenth' });
    expect(Math.abs(sample.count * 16 - ROWS / 2)).toBeLessThan(ROWS / 20);
  });
});

describe('a page of a frequent clause', () => {
  it('goes from one importance to the next, on and back', async () => {
    const options = {
      steps: [step(FREQUENT)],
      scope,
      limit: 100,
      atMost: ({ importance }: Step) =>
        importance === undefined ? 30_000 : importance === 1 || importance === 3 ? 25_000 : 0,
      importanceIds: (importance: number) => [IMPORTANCE(importance)],
      otherForms: async () => [],
    };
    const ranked = await sql<{
      id: number;
    }>`select record_id as id from search_row where tokens @> array[${FREQUENT}::int]
      order by static_rank, record_id limit 600`.execute(db);
    const seen: number[] = [];
    let cursor: Parameters<typeof readPage>[1]['cursor'] = null;
    for (let page = 0; page < 6; page += 1) {
      const { rows, more } = await readPage(db, { ...options, cursor });
      seen.push(...rows.map(({ id }) => id));
      expect(more).toBe(true);
      const last = rows.at(-1);
      if (last) cursor = { ...last, backwards: false };
    }
    // 400 rows of importance 1 hold it; the rest are of importance 3.
    expect(seen).toEqual(ranked.rows.map(({ id }) => id));
    const back = await readPage(db, {
      ...options,
      cursor: cursor === null ? null : { ...cursor, backwards: true },
    });
    expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(-101, -1));
  });
});
