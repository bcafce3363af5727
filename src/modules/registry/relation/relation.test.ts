import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody, SMALL_RULES } from '#tests/support/small-rules.ts';
import { applyChangeset } from '../changeset/commands.ts';
import type { Operation } from '../changeset/operation.ts';
import { createRecord, transitionRecord } from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';
import { addRelation, voidRelation } from './commands.ts';
import { relationIssues } from './relation.ts';
import { listRelations } from './relation-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };

const aRecord = async (name: string, kind: 'artefact' | 'museum' | 'monument' = 'artefact') =>
  only(await createRecord(ctx, { body: aBody(kind, { name }) }), 'created').pid;
const relations = async (pid: string, reader = staff) =>
  only(await readRecord(ctx, reader, { pid }), 'found').record.relations;
const relate = async (type: string, from: string, to: string) =>
  await addRelation(ctx, { type, from: { pid: from }, to: { pid: to }, source: 'sổ đăng ký' });

describe('relationIssues', () => {
  const artefact = { id: 1, kind: 'artefact' } as const;
  const museum = { id: 2, kind: 'museum' } as const;
  const codes = (code: string, ends: Parameters<typeof relationIssues>[2]) =>
    relationIssues(code, SMALL_RULES.relationType(code), ends).map(
      (found) => `${found.pointer} ${found.code}`,
    );

  it('checks type, ends and that a thing is not related to itself', () => {
    expect(codes('housedIn', { from: artefact, to: museum })).toEqual([]);
    expect(codes('eats', { from: artefact, to: museum })).toEqual(['/type unknown-relation-type']);
    expect(codes('partOf', { from: artefact, to: artefact })).toEqual(['/to relation-to-itself']);
    expect(codes('housedIn', { from: museum, to: artefact })).toEqual([
      '/from relation-kind',
      '/to relation-kind',
    ]);
  });
});

describe('relations', () => {
  it('are read from both ends', async () => {
    const [drum, museum] = [await aRecord('Trống'), await aRecord('Bảo tàng', 'museum')];
    expect(await relate('housedIn', drum, museum)).toMatchObject({ kind: 'created' });
    expect(await relations(drum)).toMatchObject([
      {
        type: 'housedIn',
        direction: 'out',
        record: { pid: museum, kind: 'museum', title: { vi: 'Bảo tàng' } },
      },
    ]);
    expect(await relations(museum)).toMatchObject([
      { type: 'holds', direction: 'in', record: { pid: drum, title: { vi: 'Trống' } }, source: 'sổ đăng ký' },
    ]);
  });

  it('are entered once, from whichever side they are told', async () => {
    const [part, whole] = [await aRecord('Phần'), await aRecord('Toàn thể')];
    expect((await relate('partOf', part, whole)).kind).toBe('created');
    expect(await relate('partOf', part, whole)).toEqual({ kind: 'ok' });
    expect(await relate('hasPart', whole, part)).toEqual({ kind: 'ok' });
    const [a, b] = [await aRecord('A'), await aRecord('B')];
    expect((await relate('associatedWith', b, a)).kind).toBe('created');
    expect(await relate('associatedWith', a, b)).toEqual({ kind: 'ok' });
    expect(await relations(whole)).toMatchObject([{ type: 'hasPart', record: { pid: part } }]);
  });

  it('end when they are taken back, and can be entered again', async () => {
    const [part, whole] = [await aRecord('Phần'), await aRecord('Toàn thể')];
    await relate('partOf', part, whole);
    const id = (await relations(part))[0]?.id ?? 0;
    expect(await voidRelation(ctx, id, { reason: 'nhầm' })).toMatchObject({ kind: 'created' });
    expect(await relations(part)).toEqual([]);
    expect(await voidRelation(ctx, id)).toMatchObject({ kind: 'not-found' });
    expect((await relate('partOf', part, whole)).kind).toBe('created');
  });

  it('lead only to records that the reader may see', async () => {
    const body = aBody('artefact', { name: 'Công khai', description: 'x' });
    const created = await applyChangeset(ctx, {
      kind: 'edit',
      operations: [{ op: 'create', state: 'published', body }],
    });
    const open = only(created, 'applied').results[0]?.pid ?? '';
    const [draft, closed] = [await aRecord('Nháp'), await aRecord('Đóng')];
    await relate('associatedWith', open, draft);
    await relate('associatedWith', open, closed);
    await transitionRecord(ctx, { pid: closed, to: 'withdrawn', reason: 'x' });
    expect((await relations(open)).map((relation) => relation.record.pid)).toEqual([draft]);
    expect(await relations(open, ANONYMOUS as typeof staff)).toEqual([]);
    expect(await relate('associatedWith', open, closed)).toMatchObject({ kind: 'gone' });
  });

  it('are paged through to the last', async () => {
    const museum = await aRecord('Kho', 'museum');
    const operations = Array.from({ length: 25 }, (_, i): Operation[] => [
      { op: 'create', ref: `r${i}`, body: aBody('artefact', { name: `Hiện vật ${i}` }) },
      { op: 'addRelation', type: 'housedIn', from: { ref: `r${i}` }, to: { pid: museum } },
    ]).flat();
    only(await applyChangeset(ctx, { kind: 'import', operations }), 'applied');
    const seen: number[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page = await listRelations(ctx, staff, {
        pid: museum,
        code: 'housedIn',
        direction: 'in',
        after,
        limit: 10,
      });
      seen.push(...(page?.items.map((item) => item.id) ?? []));
      after = page?.next;
    }
    expect(new Set(seen).size).toBe(25);
    expect((await listRelations(ctx, staff, { pid: museum, direction: 'out', limit: 10 }))?.items).toEqual(
      [],
    );
    expect(await listRelations(ctx, ANONYMOUS, { pid: museum, limit: 10 })).toBeUndefined();
  });
});

describe('circles', () => {
  it('are refused, and the way round is named', async () => {
    const [a, b, c] = [await aRecord('A'), await aRecord('B'), await aRecord('C')];
    await relate('partOf', a, b);
    await relate('partOf', b, c);
    const { issues } = only(await relate('partOf', c, a), 'invalid');
    expect(issues).toMatchObject([{ code: 'circular-relation' }]);
    expect(issues[0]?.message.vi).toContain([c, a, b, c].join(' → '));
    expect((await relate('hasPart', a, c)).kind).toBe('invalid');
    expect((await relate('associatedWith', c, a)).kind).toBe('created');
  });

  it('are found inside one changeset, with the operation that closes them', async () => {
    const refs = ['x', 'y', 'z'];
    const creates = refs.map(
      (ref): Operation => ({ op: 'create', ref, body: aBody('artefact', { name: ref }) }),
    );
    const links = refs.map((ref, i): Operation => {
      return { op: 'addRelation', type: 'partOf', from: { ref }, to: { ref: refs[(i + 1) % 3] ?? '' } };
    });
    const { problems } = only(
      await applyChangeset(ctx, { kind: 'import', operations: [...creates, ...links] }),
      'refused',
    );
    expect(problems.map((problem) => [problem.operation, problem.kind])).toEqual([
      [3, 'invalid'],
      [4, 'invalid'],
      [5, 'invalid'],
    ]);
  });

  it('are not closed by two writers who each add one half at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c, d] = [await aRecord('A'), await aRecord('B'), await aRecord('C'), await aRecord('D')];
      await relate('partOf', b, c);
      await relate('partOf', d, a);
      const outcomes = await Promise.all([relate('partOf', a, b), relate('partOf', c, d)]);
      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['created', 'invalid']);
    }
  });

  it('are found in a wide hierarchy without walking every path', async () => {
    const layers = 12;
    const operations: Operation[] = [];
    for (let layer = 0; layer < layers; layer++) {
      for (let i = 0; i < 4; i++) {
        operations.push({ op: 'create', ref: `${layer}-${i}`, body: aBody('artefact', { name: 'x' }) });
      }
    }
    for (let layer = 0; layer + 1 < layers; layer++) {
      for (let i = 0; i < 16; i++) {
        const from = { ref: `${layer}-${i % 4}` };
        operations.push({
          op: 'addRelation',
          type: 'partOf',
          from,
          to: { ref: `${layer + 1}-${Math.floor(i / 4)}` },
        });
      }
    }
    const started = performance.now();
    expect((await applyChangeset(ctx, { kind: 'import', operations })).kind).toBe('applied');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
