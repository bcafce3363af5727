import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#formats/jcs/index.ts';
import { ANONYMOUS, actorId } from '#modules/access/index.ts';
import { addDecision, addDesignation } from '#modules/registry/index.ts';
import { starterContext, starterDatabase } from '#tests/support/starter.ts';
import { freezeList, openProgramme, takeSnapshot } from './commands.ts';
import { compareFigures } from './figure-queries.ts';
import { type ItemRequest, listItems, type ProgrammeItem } from './listing-queries.ts';
import { listVersions } from './lists-queries.ts';
import { readProgress } from './progress-queries.ts';
import { listSnapshots, readSnapshot } from './snapshot-queries.ts';
import { hasDenominator, type TargetProgress } from './tally.ts';
import { type Target, targetById } from './targets.ts';

const { db, close } = await starterDatabase();
afterAll(close);
const ON = '2026-12-01';
const context = { db, actorId: await actorId(db, 'bootstrap'), now: () => new Date(`${ON}T03:00:00Z`) };
const registry = { ...(await starterContext(db)).registry, actorId: await actorId(db, 'administrator') };

function targetOf(id: string): Target {
  const target = targetById(id);
  if (target === undefined) throw new Error(`no target ${id}`);
  return target;
}

async function progressOf(id: string): Promise<TargetProgress> {
  const [progress] = await readProgress(db, ON, [targetOf(id)]);
  if (progress === undefined) throw new Error(`no progress of ${id}`);
  return progress;
}

async function allItems(
  request: Pick<ItemRequest, 'target' | 'state' | 'province'>,
): Promise<ProgrammeItem[]> {
  const items: ProgrammeItem[] = [];
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page = await listItems(db, ANONYMOUS, { ...request, on: ON, after, limit: 60 });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

describe('the lists frozen when the first data came in', () => {
  it('hold what the designations make of each target, UNESCO split in three without the geoparks', async () => {
    const progress = await readProgress(db, ON);
    const sizes = progress.map(({ target, total, list }) => [target.id, list?.version ?? null, total.listed]);
    expect(sizes).toEqual([
      ['T1a', 1, 37],
      ['T1b', 1, 149],
      ['T2a', 1, 357],
      ['T2b', 1, 621],
      ['T3', null, 288],
      ...['T4', 'N80', 'N162', 'N611a', 'N611b'].map((id) => [id, null, 0]),
    ]);
    const unesco = progress.find(({ target }) => target.id === 'T1a');
    expect([...(unesco?.parts ?? [])].map(([part, { listed }]) => [part, listed])).toEqual([
      ['vat-the', 9],
      ['phi-vat-the', 17],
      ['tu-lieu', 11],
    ]);
  });

  it('leave targets without a list without a share, and name what is in the registry', async () => {
    const staff = await progressOf('T4');
    const later = await progressOf('N80');
    expect([hasDenominator(staff), hasDenominator(later)]).toEqual([false, false]);
    expect(later.outside).toBe(437);
  });

  it('are not opened twice', async () => {
    const again = await openProgramme(context, 'again');
    expect(new Set(again.map(({ kind }) => kind))).toEqual(new Set(['needs-decision']));
  });

  it('cannot be changed afterwards', async () => {
    await expect(sql`update programme_list set size = 1`.execute(db)).rejects.toThrow(/append-only/);
    await expect(sql`delete from programme_list_item`.execute(db)).rejects.toThrow(/append-only/);
    await expect(sql`delete from programme_snapshot`.execute(db)).rejects.toThrow(/append-only/);
  });
});

describe('cells', () => {
  it('equal the lists behind them, in every province and for the nation', async () => {
    const progress = await progressOf('T2a');
    const target = progress.target;
    expect(await allItems({ target, state: 'counted', province: undefined })).toHaveLength(
      progress.total.listed,
    );
    for (const code of ['46', '01', '79']) {
      const cell = progress.provinces.get(code);
      const [done, missing] = await Promise.all([
        allItems({ target, state: 'done', province: code }),
        allItems({ target, state: 'missing', province: code }),
      ]);
      expect([done.length, missing.length]).toEqual([
        cell?.digitised,
        (cell?.listed ?? 0) - (cell?.digitised ?? 0),
      ]);
      expect(missing.length).toBeGreaterThan(0);
      for (const item of missing) expect(item.provinces).toContain(code);
    }
  });

  it('count an item of several provinces in each, and once for the nation', async () => {
    const { total, provinces } = await progressOf('T2b');
    const sum = [...provinces.values()].reduce((all, { listed }) => all + listed, 0);
    const shared = (
      await allItems({ target: targetOf('T2b'), state: 'counted', province: undefined })
    ).filter((item) => item.provinces.length > 1);
    expect(shared.length).toBeGreaterThan(0);
    const extra = shared.reduce((all, item) => all + item.provinces.length - 1, 0);
    expect(sum).toBe(total.listed + extra);
  });

  it('read 0 of a target at M3, and every item says which evidence is missing', async () => {
    const { total } = await progressOf('T2a');
    expect([total.digitised, total.applied, total.levels.M0]).toEqual([0, 0, 357]);
    const [first] = await allItems({ target: targetOf('T2a'), state: 'missing', province: '46' });
    expect(first).toMatchObject({ level: 'M0', digitised: false, gone: null });
    expect(first?.missing).toEqual(['described', 'images', 'preserved', 'used']);
  });

  it('are below M0 where the decision is not known', async () => {
    const { total } = await progressOf('T2b');
    expect(total.levels).toMatchObject({ below: 98, M0: 523 });
  });

  it('are read for all targets and provinces in well under a second', async () => {
    await readProgress(db, ON);
    const started = performance.now();
    await readProgress(db, ON);
    // A tenth of a second on a quiet machine; tests share theirs.
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a monument ranked after the list was frozen', () => {
  const source = 'https://example.vn/quyet-dinh';
  let ranked: string[] = [];
  beforeAll(async () => {
    const { rows } = await sql<{ pid: string }>`select record.pid from record
      where kind = 'monument' and not exists (select from programme_list_item i join programme_list l
        on l.id = i.list_id and l.target = 'T1b' where i.record_id = record.id) order by id limit 3`.execute(
      db,
    );
    ranked = rows.map(({ pid }) => pid);
    await addDecision(registry, {
      key: '9-qd-ttg-2026',
      number: '9/QĐ-TTg',
      date: '2026-11-27',
      issuer: 'THU_TUONG',
      source,
    });
    await addDesignation(registry, {
      ...{ key: 'dot-20', decision: { key: '9-qd-ttg-2026' }, list: 'QUOC_GIA_DAC_BIET', act: 'designate' },
      ...{ earliest: '2026-11-27', latest: '2026-11-27', source },
      members: ranked.map((pid) => ({ record: { pid }, verbatimName: 'Di tích', verbatimPlace: 'xã A' })),
    });
  });

  it('does not move the denominator: it is outside the list until a document freezes it again', async () => {
    const before = await progressOf('T1b');
    expect([before.total.listed, before.outside]).toEqual([149, 3]);
    const outside = await allItems({ target: targetOf('T1b'), state: 'outside', province: undefined });
    expect(outside.map(({ record }) => record?.pid)).toEqual(ranked);

    const evidence = 'Danh mục kèm theo';
    expect(await freezeList(context, { target: 't1b', decision: ' ', evidence })).toEqual({
      kind: 'needs-decision',
      target: 'T1b',
      version: 1,
    });
    const frozen = await freezeList(context, { target: 'T1b', decision: '77/QĐ-BVHTTDL', evidence });
    expect(frozen).toMatchObject({ kind: 'frozen', version: 2, size: 152 });
    const again = await freezeList(context, { target: 'T1b', decision: '77/QĐ-BVHTTDL', evidence });
    expect(again).toEqual({ kind: 'unchanged', target: 'T1b', version: 2 });

    const after = await progressOf('T1b');
    expect([after.total.listed, after.outside, after.list?.decision]).toEqual([152, 0, '77/QĐ-BVHTTDL']);
    const versions = await listVersions(db, 'T1b');
    expect(versions.map(({ version, size, decision }) => [version, size, decision])).toEqual([
      [2, 152, '77/QĐ-BVHTTDL'],
      [1, 149, null],
    ]);
  });

  it('leaves the list, with the reason, when the ranking is revoked', async () => {
    await addDecision(registry, {
      key: '10-qd-ttg-2026',
      number: '10/QĐ-TTg',
      date: '2026-11-30',
      issuer: 'THU_TUONG',
      source,
    });
    await addDesignation(registry, {
      ...{
        decision: { key: '10-qd-ttg-2026' },
        list: 'QUOC_GIA_DAC_BIET',
        act: 'revoke',
        of: { key: 'dot-20' },
      },
      ...{ earliest: '2026-11-30', latest: '2026-11-30', source },
      members: [],
    });
    const { total } = await progressOf('T1b');
    expect([total.listed, total.gone.revoked]).toEqual([149, 3]);
    const gone = await allItems({ target: targetOf('T1b'), state: 'gone', province: undefined });
    expect(gone.map(({ record, gone: why }) => [record?.pid, why])).toEqual(
      ranked.map((pid) => [pid, 'revoked']),
    );
  });
});

describe('a list that cannot be frozen', () => {
  it('is refused with what is known', async () => {
    const evidence = 'x';
    expect(await freezeList(context, { target: 'T9', decision: '1', evidence })).toMatchObject({
      kind: 'unknown-target',
    });
    expect(await freezeList(context, { target: 'T4', decision: '1', evidence })).toEqual({
      kind: 'nothing-to-list',
      target: 'T4',
    });
  });
});

describe('monthly snapshots', () => {
  it('keep a month once, under the hash of their very bytes', async () => {
    expect(await takeSnapshot(context)).toMatchObject({ kind: 'taken', month: '2026-12' });
    expect(await takeSnapshot(context)).toEqual({ kind: 'already-taken', month: '2026-12' });
    const kept = await readSnapshot(db, '2026-12');
    expect(sha256Hex(kept?.content ?? '')).toBe(kept?.digest);
    const newest = (await listSnapshots(db)).at(-1);
    expect(newest).toMatchObject({ month: '2026-12', takenOn: ON });
    const treasures = newest?.targets.find(({ id }) => id === 'T2a');
    expect(treasures).toMatchObject({ listed: 357, digitised: 0, listVersion: 1 });
    expect(treasures?.provinces.find(({ code }) => code === '46')?.listed).toBe(14);
    expect(await readSnapshot(db, '1999-01')).toBeUndefined();
  });
});

describe('published figures', () => {
  it('stand beside our own, of today and of their day', async () => {
    const compared = await compareFigures(db, ANONYMOUS, ON);
    const told = compared.map(({ figure, now, sameDay }) => [figure.id, figure.value, now, sameDay]);
    expect(told).toContainEqual(['special-2023', 130, 149, 130]);
    expect(told).toContainEqual(['treasures-2017', 142, 357, 142]);
    expect(told).toContainEqual(['inventory-2023', 40_000, 0, 0]);
  });
});
