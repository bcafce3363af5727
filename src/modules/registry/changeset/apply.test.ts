import { afterAll, describe, expect, it } from 'vitest';
import { actorId } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import type { Projection } from '../context.ts';
import { updateRecord } from '../record/commands.ts';
import { applyChangeset } from './commands.ts';
import type { Operation } from './operation.ts';

const { db, close } = await testDatabase();
afterAll(close);

const projected: { changesetId: number; recordIds: readonly number[] }[] = [];
const watcher: Projection = { recordsChanged: async (_trx, change) => void projected.push(change) };
const ctx = await aContext(db, { projections: [watcher] });
const starter = { ...ctx, actorId: await actorId(db, 'bootstrap') };

const create = (name: string, more: object = {}): Operation => ({
  op: 'create',
  body: aBody('artefact', { name }),
  ...more,
});
const counts = async () => ({
  records: (await db.selectFrom('record').select('id').execute()).length,
  changesets: (await db.selectFrom('changeset').select('id').execute()).length,
  audit: (await db.selectFrom('audit_event').select('id').execute()).length,
});

describe('applyChangeset', () => {
  it('writes things that speak of each other in one go', async () => {
    const museum = { op: 'create', ref: 'museum', body: aBody('museum', { name: 'Bảo tàng' }) } as const;
    const outcome = await applyChangeset(ctx, {
      kind: 'import',
      reason: 'nhập thử',
      operations: [
        museum,
        create('Trống', { ref: 'drum', aliases: [{ scheme: 'inventory', value: 'LSb 5768' }] }),
        { op: 'addRelation', type: 'housedIn', from: { ref: 'drum' }, to: { ref: 'museum' }, source: 'sổ' },
        {
          op: 'addDecision',
          key: '1426-qd-ttg-2012',
          number: '1426/QĐ-TTg',
          date: '2012-10-01',
          issuer: 'THU_TUONG',
          source: 'https://dsvh.gov.vn',
        },
        {
          op: 'addDesignation',
          decision: { key: '1426-qd-ttg-2012' },
          list: 'BAO_VAT_QUOC_GIA',
          act: 'designate',
          earliest: '2012-10-01',
          latest: '2012-10-01',
          source: 'https://dsvh.gov.vn',
          members: [{ record: { ref: 'drum' }, verbatimName: 'Trống đồng Ngọc Lũ' }],
        },
        { op: 'transition', record: { ref: 'drum' }, to: 'submitted' },
      ],
    });
    const applied = only(outcome, 'applied');
    expect(applied.counts).toEqual({
      created: 2,
      aliases: 1,
      relations: 1,
      decisions: 1,
      designations: 1,
      moved: 1,
    });
    expect(applied.results.map(({ operation, change }) => [operation, change])).toEqual([
      [0, 'created'],
      [1, 'created'],
      [5, 'moved'],
    ]);
    expect(projected.at(-1)).toMatchObject({ changesetId: applied.changesetId });
    expect(projected.at(-1)?.recordIds).toHaveLength(2);
    const audit = await db
      .selectFrom('audit_event')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(audit).toMatchObject({
      action: 'changeset.import',
      subject_kind: 'changeset',
      subject_id: String(applied.changesetId),
      detail: { reason: 'nhập thử', counts: applied.counts },
    });
  });

  it('writes nothing when one operation is wrong, and names every wrong one', async () => {
    const before = await counts();
    const outcome = await applyChangeset(ctx, {
      kind: 'import',
      operations: [
        create('Tốt'),
        { op: 'create', body: aBody('artefact', {}) },
        { op: 'update', record: { pid: 'ds1none' }, expectedVersion: 1, body: {} },
        { op: 'addRelation', type: 'ownedBy', from: { ref: 'x' }, to: { ref: 'y' } },
        { op: 'addAlias', record: { ref: 'x' }, scheme: 'Bad Scheme', value: '' },
        { op: 'voidAlias', scheme: 'inventory', value: 'nobody' },
        { op: 'voidRelation', id: 999 },
        { op: 'voidDesignation', id: 999 },
        create('Tốt', { ref: 'twice' }),
        create('Tốt', { ref: 'twice' }),
      ],
    });
    const { problems } = only(outcome, 'refused');
    expect(problems.map(({ operation, kind }) => [operation, kind])).toEqual([
      [1, 'invalid'],
      [2, 'not-found'],
      [3, 'not-found'],
      [4, 'not-found'],
      [5, 'not-found'],
      [6, 'not-found'],
      [7, 'not-found'],
      [9, 'invalid'],
    ]);
    expect(await counts()).toEqual(before);
  });

  it('does everything but keep it in a dry run', async () => {
    const before = await counts();
    const outcome = await applyChangeset(ctx, { kind: 'import', dryRun: true, operations: [create('Thử')] });
    expect(outcome).toMatchObject({ kind: 'checked', counts: { created: 1 } });
    expect(await counts()).toEqual(before);
  });

  it('answers a key that it knows with the earlier result', async () => {
    const request = { kind: 'import', key: 'once', operations: [create('Một'), create('Hai')] } as const;
    const first = only(await applyChangeset(ctx, request), 'applied');
    const before = await counts();
    const again = only(await applyChangeset(ctx, { ...request, operations: [create('Ba')] }), 'repeated');
    expect(again).toEqual({ ...first, kind: 'repeated' });
    expect(await counts()).toEqual(before);
    expect(await applyChangeset(ctx, { ...request, kind: 'bulk' })).toMatchObject({
      kind: 'refused',
      problems: [{ kind: 'conflict', code: 'key-reused' }],
    });
  });

  it('lets two starts of the same import end in one', async () => {
    const request = { kind: 'import', key: 'race', operations: [create('Đua')] } as const;
    const outcomes = await Promise.all([1, 2, 3].map(() => applyChangeset(ctx, request)));
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['applied', 'repeated', 'repeated']);
  });

  it('keeps no changeset in which nothing changed', async () => {
    const before = await counts();
    expect(await applyChangeset(ctx, { kind: 'edit', operations: [] })).toEqual({
      kind: 'unchanged',
      results: [],
      counts: {},
    });
    expect(await counts()).toEqual(before);
  });

  it('refuses operations that it could walk only once, before it has written anything', async () => {
    function* once(): Generator<Operation> {
      yield create('Một lần');
    }
    await expect(applyChangeset(ctx, { kind: 'import', operations: once() })).rejects.toThrow(TypeError);
    const again = { [Symbol.iterator]: once };
    expect((await applyChangeset(ctx, { kind: 'import', operations: again })).kind).toBe('applied');
  });

  it('takes operations in order, also on one record', async () => {
    const { results } = only(
      await applyChangeset(ctx, { kind: 'edit', operations: [create('Gốc')] }),
      'applied',
    );
    const record = { pid: results[0]?.pid ?? '' };
    const update = (name: string, expectedVersion: number): Operation => {
      return { op: 'update', record, expectedVersion, body: aBody('artefact', { name }) };
    };
    const outcome = await applyChangeset(ctx, { kind: 'edit', operations: [update('A', 1), update('B', 2)] });
    expect(only(outcome, 'applied').results.map((result) => result.version)).toEqual([2, 3]);
    expect(
      await applyChangeset(ctx, { kind: 'edit', operations: [update('A', 3), update('B', 3)] }),
    ).toMatchObject({
      kind: 'refused',
      problems: [{ operation: 1, kind: 'stale', current: { version: 4 } }],
    });
  });

  it('fails as a whole when a projection fails', async () => {
    const before = await counts();
    const failing = { recordsChanged: () => Promise.reject(new Error('index')) };
    const broken = { ...ctx, projections: [failing] };
    await expect(applyChangeset(broken, { kind: 'edit', operations: [create('x')] })).rejects.toThrow(
      'index',
    );
    expect(await counts()).toEqual(before);
  });
});

describe('starter data', () => {
  const load = async (release: string, names: readonly string[]) => {
    const { findStarterRecords } = await import('../record/record-queries.ts');
    const known = new Map(
      (
        await findStarterRecords(
          db,
          names.map((_, i) => `treasure:${i}`),
        )
      ).map((r) => [r.key, r]),
    );
    const operations = names.map((name, i): Operation => {
      const pid = known.get(`treasure:${i}`)?.pid;
      const body = aBody('artefact', { name });
      return pid === undefined
        ? { op: 'create', starterKey: `treasure:${i}`, state: 'published', body }
        : { op: 'update', record: { pid }, onlyIfUntouched: true, body };
    });
    return only(await applyChangeset(starter, { kind: 'starter', key: release, operations }), 'applied');
  };

  it('is brought up to date by a newer release, never over the head of a person', async () => {
    const first = await load('starter-1', ['A', 'B', 'C']);
    expect(first.counts).toMatchObject({ created: 3 });
    const edited = first.results[1]?.pid ?? '';
    await updateRecord(ctx, {
      pid: edited,
      expectedVersion: 1,
      body: aBody('artefact', { name: 'B của tôi', description: 'x' }),
    });
    const second = await load('starter-2', ['A', 'B mới', 'C mới', 'D']);
    expect(second.results.map((result) => result.change)).toEqual([
      'unchanged',
      'skipped',
      'updated',
      'created',
    ]);
    const third = await load('starter-3', ['A', 'B mới hơn', 'C mới hơn', 'D']);
    expect(third.results.map((result) => result.change)).toEqual([
      'unchanged',
      'skipped',
      'updated',
      'unchanged',
    ]);
    const { body } = await db
      .selectFrom('record_version')
      .innerJoin('record', (on) =>
        on
          .onRef('record.id', '=', 'record_version.record_id')
          .onRef('record.version', '=', 'record_version.version'),
      )
      .select('body')
      .where('pid', '=', edited)
      .executeTakeFirstOrThrow();
    expect(body.fields.name?.[0]?.value).toBe('B của tôi');
  });

  it('keeps its keys unique', async () => {
    const twice = create('x', { starterKey: 'treasure:0' });
    expect(await applyChangeset(starter, { kind: 'starter', operations: [twice] })).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'starter-key-taken' }],
    });
  });
});
