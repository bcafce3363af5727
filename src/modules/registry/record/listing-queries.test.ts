import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type Reader } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { applyChangeset } from '../changeset/commands.ts';
import { mergeRecords, transitionRecord } from './commands.ts';
import { type RecordFilter, recordIdsAfter, recordIdsByAlias } from './find-queries.ts';
import { occupiedSpans, recordsInSpan, recordsOfIds } from './listing-queries.ts';
import { publicRecordsAfter } from './public-queries.ts';
import type { RecordState } from './record.ts';
import { findIdsByPid } from './record-store.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };
const DAY = '2026-01-01';

interface Written {
  id: number;
  pid: string;
}

async function write(
  name: string,
  state: Extract<RecordState, 'draft' | 'published'> = 'published',
  more: object = {},
): Promise<Written & { changeset: number }> {
  const body = aBody('artefact', { name, description: 'Mô tả', storage: 'Kho 3', ...more });
  const outcome = await applyChangeset(ctx, { kind: 'edit', operations: [{ op: 'create', state, body }] });
  const { results, changesetId } = only(outcome, 'applied');
  const pid = results[0]?.pid ?? '';
  const id = (await findIdsByPid(db, [pid])).get(pid) ?? 0;
  return { id, pid, changeset: changesetId };
}

let [open, hidden, draft, withdrawn, merged]: Written[] = [];
let changeset = 0;
const idOf = (written: Written | undefined) => written?.id ?? 0;
const pidOf = (written: Written | undefined) => written?.pid ?? '';

beforeAll(async () => {
  const first = await write('Trống đồng Ngọc Lũ', 'published', { place: '01' });
  [open, changeset] = [first, first.changeset];
  hidden = await write('Kho vàng chưa khai quật');
  draft = await write('Bản thảo', 'draft');
  withdrawn = await write('Ghi nhầm');
  merged = await write('Trống Ngọc Lũ (trùng)');
  only(await transitionRecord(ctx, { pid: withdrawn.pid, to: 'withdrawn', reason: 'ghi nhầm' }), 'ok');
  only(await mergeRecords(ctx, { from: merged.pid, into: first.pid, reason: 'trùng' }), 'ok');
  // A class for the staff only, whose records are published all the same.
  await db.insertInto('access_class').values({ id: 9, code: 'sealed', audience: 'staff' }).execute();
  await db
    .updateTable('record')
    .set({ access_class: 9, updated_at: '2031-05-05T00:00:00Z' })
    .where('id', '=', hidden.id)
    .execute();
});

describe('ids of records', () => {
  const ids = (filter: RecordFilter, reader: Reader = staff, { after = 0, limit = 100 } = {}) =>
    recordIdsAfter(db, reader, { filter, after, limit });

  it('are those that the reader may see, closed ones only where they are asked for', async () => {
    expect(await ids({})).toEqual([open, hidden, draft].map(idOf));
    expect(await ids({}, ANONYMOUS)).toEqual([idOf(open)]);
    expect(await ids({ state: 'withdrawn' })).toEqual([idOf(withdrawn)]);
    expect(await ids({ state: 'merged' })).toEqual([idOf(merged)]);
  });

  it('do not tell by a filter that a record is there which the reader may not see', async () => {
    expect(await ids({ pid: pidOf(hidden) }, ANONYMOUS)).toEqual([]);
    expect(await ids({ pid: pidOf(hidden) })).toEqual([idOf(hidden)]);
    expect(await ids({ state: 'draft' }, ANONYMOUS)).toEqual([]);
  });

  it('narrow by every condition at once', async () => {
    expect(await ids({ changeset })).toEqual([idOf(open)]);
    expect(await ids({ changeset, kind: 'monument' })).toEqual([]);
    expect(await ids({ state: 'published', kind: 'artefact', verification: 'unconfirmed' })).toEqual(
      [open, hidden].map(idOf),
    );
    expect(await ids({ verification: 'confirmed' })).toEqual([]);
    expect(await ids({ pid: pidOf(draft), state: 'published' })).toEqual([]);
  });

  it('come page by page, none twice and none left out', async () => {
    const seen: number[] = [];
    for (let page = await ids({}, staff, { limit: 1 }); page.length > 0 && seen.length < 9; ) {
      seen.push(...page);
      page = await ids({}, staff, { after: seen.at(-1) ?? 0, limit: 1 });
    }
    expect(seen).toEqual(await ids({}));
  });

  it('are found by alias, each under its scheme', async () => {
    const alias = { scheme: 'inventory', value: 'LSb 5721' };
    const record = { pid: pidOf(open) };
    only(
      await applyChangeset(ctx, { kind: 'edit', operations: [{ op: 'addAlias', record, ...alias }] }),
      'applied',
    );
    const found = await recordIdsByAlias(db, [alias, { scheme: 'other', value: alias.value }]);
    expect([...found]).toEqual([['inventory:LSb 5721', idOf(open)]]);
    expect(await recordIdsByAlias(db, [])).toEqual(new Map());
  });
});

describe('lists for machines', () => {
  const everything = { after: 0, upTo: 1_000_000 };

  it('hold published records of classes that the reader may see', async () => {
    const list = await recordsInSpan(db, ANONYMOUS, everything);
    expect(list.map(({ pid, title }) => [pid, title])).toEqual([[pidOf(open), { vi: 'Trống đồng Ngọc Lũ' }]]);
    const all = await recordsInSpan(db, staff, everything);
    expect(all.map(({ pid }) => pid)).toEqual([open, hidden].map(pidOf));
  });

  it('begin above the lower end of a span and hold its upper end', async () => {
    const span = async (after: number, upTo: number) =>
      (await recordsInSpan(db, staff, { after, upTo })).map(({ id }) => id);
    const [first, second] = [idOf(open), idOf(hidden)];
    expect(await span(first - 1, first)).toEqual([first]);
    expect(await span(first, second)).toEqual([second]);
    expect(await span(second, second)).toEqual([]);
  });

  it('of ids leave out what is closed, hidden or not there', async () => {
    const ids = [...[open, hidden, draft, withdrawn, merged].map(idOf), 999_999];
    expect((await recordsOfIds(db, ANONYMOUS, ids)).map(({ id }) => id)).toEqual([idOf(open)]);
    expect(await recordsOfIds(db, ANONYMOUS, [])).toEqual([]);
  });

  it('tell neither that a span holds only hidden records, nor when those changed', async () => {
    const single = await occupiedSpans(db, ANONYMOUS, 1);
    expect(single.map(({ span }) => span)).toEqual([idOf(open) - 1]);
    expect((await occupiedSpans(db, staff, 1)).map(({ span }) => span)).toEqual(
      [open, hidden].map((written) => idOf(written) - 1),
    );
    const [whole] = await occupiedSpans(db, ANONYMOUS, 1_000);
    expect(new Date(whole?.updatedAt ?? '').getUTCFullYear()).toBeLessThan(2031);
  });
});

describe('records for everybody', () => {
  const page = (after = 0, limit = 100) => publicRecordsAfter(ctx, { after, limit, on: DAY });

  it('are the published ones of open classes, without the fields that are kept', async () => {
    const [record, ...others] = await page();
    expect(others).toEqual([]);
    expect(record).toMatchObject({ pid: pidOf(open), title: { vi: 'Trống đồng Ngọc Lũ' }, entries: [] });
    expect(record?.body.fields.description?.[0]?.value).toBe('Mô tả');
    expect(JSON.stringify(record)).not.toContain('Kho 3');
    expect(await page(idOf(open))).toEqual([]);
  });

  it('keep back a location that is withheld, and round one that is not to be exact', async () => {
    const located = async (publicPrecision: string) => {
      const body = aBody('artefact', { name: `Hang ${publicPrecision}`, description: 'Mô tả' });
      const geojson = { type: 'Point', coordinates: [108.123453, 15.76552] };
      const place = [{ id: 'p', value: { role: 'point', geojson, publicPrecision } }];
      const operation = {
        op: 'create' as const,
        state: 'published' as const,
        body: { ...body, fields: { ...body.fields, place } },
      };
      const outcome = await applyChangeset(ctx, { kind: 'edit', operations: [operation] });
      const pid = only(outcome, 'applied').results[0]?.pid;
      return (await page()).find((record) => record.pid === pid)?.body.fields.place;
    };
    expect(await located('withheld')).toEqual([{ id: 'p', absent: 'restricted' }]);
    const rounded = JSON.stringify(await located('approx-1km'));
    expect(rounded).toContain('"precisionMetres":800');
    expect(rounded).not.toMatch(/108\.1234|15\.7655/);
  });
});
