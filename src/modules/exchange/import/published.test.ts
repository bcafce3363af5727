import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import {
  createSearchProjection,
  mapClusters,
  parseSearchQuery,
  search,
  searchTasks,
} from '#modules/search/index.ts';
import { drainJobs, migrateJobs } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { undoImport } from './commands.ts';
import { anExchange, imported, standardOf, unknownBut } from './sheets.fixture.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);
const log = createLog('silent');
beforeAll(() => migrateJobs(pool, log));

const { registry, ...knowledge } = await anExchange(db);
const ctx = { ...knowledge, registry: { ...registry, projections: [createSearchProjection()] } };
const standard = standardOf(ctx, 'monument');
const work = () => drainJobs(pool, searchTasks({ db, ...knowledge }), log);

const SHEET = [
  'id,name[vi],place.verbatim,geometry.role,geometry.crs,geometry.n,geometry.e,geometry.publicPrecision',
  'DT-1,Chùa Thử Nhập,Quốc Oai,point,EPSG:4326,21.0237,105.6443,exact',
  'DT-2,Đình Thử Nhập,Sơn Tây,,,,,',
].join('\n');
const constants = unknownBut(standard, ['name', 'place']);
const mapping = { state: 'published', constants } as const;

async function found(asked: Record<string, string>) {
  const { query } = only(parseSearchQuery(asked, { lang: 'vi', mistakes: 'refuse' }), 'query');
  const { items } = await search(db, ANONYMOUS, query);
  const { clusters } = await mapClusters(db, ANONYMOUS, query, { zoom: 12, bbox: null });
  return { pids: items.map(({ pid }) => pid), points: clusters.map(({ lat, lon }) => [lat, lon]) };
}

describe('new records that are published as they are imported', () => {
  it('are found by everybody, on the map where they have a point, and forgotten with the undo', async () => {
    const { outcome, rows } = await imported(ctx, SHEET, { standard, mapping });
    const { changesetId } = only(outcome, 'applied');
    await work();
    const pids = rows.map(({ pid }) => pid);
    expect((await found({ q: 'thử nhập' })).pids.toSorted()).toEqual(pids.toSorted());
    const boxed = await found({ bbox: '105.6,21.0,105.7,21.1' });
    expect(boxed.pids).toEqual([pids[0]]);
    expect(boxed.points).toEqual([[expect.closeTo(21.0237, 4), expect.closeTo(105.6443, 4)]]);

    only(await undoImport(ctx.registry, { changesetId, reason: 'nhập nhầm' }), 'undone');
    expect((await found({ q: 'thử nhập' })).pids).toEqual([]);
    await work();
    expect(await found({ bbox: '105.6,21.0,105.7,21.1' })).toEqual({ pids: [], points: [] });
  });

  it('are drafts that nobody finds where the mapping does not say so', async () => {
    const { rows } = await imported(ctx, 'id,name[vi],type\nDT-3,Miếu Chưa Công Bố,[không rõ]\n', {
      standard,
    });
    await work();
    expect(rows[0]?.pid).not.toBe('');
    expect((await found({ q: 'miếu chưa công bố' })).pids).toEqual([]);
  });
});

describe('a row that may not be published', () => {
  const SHORT = 'id,name[vi],type\nDT-4,Lăng Thiếu Tin,\n';
  const short = { standard, mapping: { state: 'published' } } as const;

  it('is rejected in the dry run with each field that it lacks and what to do', async () => {
    const { outcome, rows } = await imported(ctx, SHORT, { ...short, dryRun: true });
    expect(outcome.counts).toMatchObject({ created: 0, rejected: 1 });
    const problems = rows[0]?.problems ?? [];
    expect(problems.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/fields/type', '/fields/summary', '/fields/place', '/fields/licence']),
    );
    const type = problems.find(({ pointer }) => pointer === '/fields/type');
    expect(type?.column).toBe('type');
    expect(type?.problem.vi).toContain('bắt buộc khi công bố');
    expect(type?.advice).toEqual({
      vi: expect.stringContaining('“[không rõ]”'),
      en: expect.stringContaining('“[unknown]”'),
    });
  });

  it('is rejected in the same way as it is written, and is no obstacle to a draft', async () => {
    expect((await imported(ctx, SHORT, short)).outcome.kind).toBe('rejected');
    const draft = { ...short, mapping: { state: 'draft' }, dryRun: true } as const;
    const drafts = SHORT.replace('Tin,', 'Tin,[không rõ]');
    expect((await imported(ctx, drafts, draft)).outcome.counts).toMatchObject({ created: 1, rejected: 0 });
  });
});
