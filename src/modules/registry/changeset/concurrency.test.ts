import { afterAll, describe, expect, it } from 'vitest';
import { listPublications, seal } from '#modules/audit/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import type { Projection } from '../context.ts';
import { createRecord, mergeRecords, updateRecord } from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';
import { addRelation } from '../relation/commands.ts';
import { verifyChains } from '../version/verify-queries.ts';
import { applyChangeset } from './commands.ts';
import type { Operation } from './operation.ts';

const { db, close } = await testDatabase({ maxConnections: 30 });
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };

const body = (name: string) => aBody('artefact', { name, description: 'x' });
const aRecord = async (name = 'Vật') => only(await createRecord(ctx, { body: body(name) }), 'created').pid;
const update = (pid: string, name: string, expectedVersion: number): Operation => {
  return { op: 'update', record: { pid }, expectedVersion, body: body(name) };
};
const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));

describe('two writers', () => {
  it('never lose an edit: one wins, the others learn where the record stands', async () => {
    const pid = await aRecord();
    const outcomes = await Promise.all(
      times(20, (i) => updateRecord(ctx, { pid, expectedVersion: 1, body: body(`Người viết ${i}`) })),
    );
    const winners = outcomes.flatMap((outcome, i) => (outcome.kind === 'ok' ? [i] : []));
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'stale')).toHaveLength(19);
    const { record } = only(await readRecord(ctx, staff, { pid }), 'found');
    expect(record).toMatchObject({ version: 2, title: { vi: `Người viết ${winners[0]}` } });
  });

  it('who read again and try again all get through, each on top of the last', async () => {
    const pid = await aRecord();
    const persist = async (i: number) => {
      for (let expectedVersion = 1; ; ) {
        const outcome = await updateRecord(ctx, { pid, expectedVersion, body: body(`Lần ${i}`) });
        if (outcome.kind === 'ok') return;
        expectedVersion = only(outcome, 'stale').current.version;
      }
    };
    await Promise.all(times(10, persist));
    expect(only(await readRecord(ctx, staff, { pid }), 'found').record.version).toBe(11);
    expect((await verifyChains(db)).kind).toBe('intact');
  });

  it('do not wait for each other in a circle, whatever order they name records in', async () => {
    const pids = await Promise.all(times(12, () => aRecord()));
    const versions = new Map(pids.map((pid) => [pid, 1]));
    for (let round = 0; round < 4; round++) {
      const attempts = times(8, (i) => {
        const order = i % 2 === 0 ? pids : pids.toReversed();
        const operations = order.map((pid) => update(pid, `${round}-${i}`, versions.get(pid) ?? 0));
        return applyChangeset(ctx, { kind: 'bulk', operations });
      });
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter((outcome) => outcome.kind === 'applied')).toHaveLength(1);
      for (const pid of pids) versions.set(pid, (versions.get(pid) ?? 0) + 1);
    }
  });

  it('leave no relation behind at a record that is merged while it is being added', async () => {
    for (let round = 0; round < 8; round++) {
      const [from, into, other] = [await aRecord(), await aRecord(), await aRecord()];
      const [merged, related] = await Promise.all([
        mergeRecords(ctx, { from, into, reason: 'trùng' }),
        addRelation(ctx, { type: 'partOf', from: { pid: other }, to: { pid: from } }),
      ]);
      expect(merged.kind).toBe('ok');
      const { relations } = only(await readRecord(ctx, staff, { pid: into }), 'found').record;
      const expected = related.kind === 'created' ? [other] : [];
      expect(related.kind === 'created' || related.kind === 'moved').toBe(true);
      expect(relations.map((relation) => relation.record.pid)).toEqual(expected);
    }
  });

  it('may merge crosswise: one of the two merges is refused, none hangs', async () => {
    const [a, b] = [await aRecord(), await aRecord()];
    await addRelation(ctx, { type: 'associatedWith', from: { pid: a }, to: { pid: b } });
    const outcomes = await Promise.all([
      mergeRecords(ctx, { from: a, into: b, reason: 'x' }),
      mergeRecords(ctx, { from: b, into: a, reason: 'x' }),
    ]);
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['moved', 'ok']);
  });
});

describe('a long import held open', () => {
  it('neither holds up other writers nor slips behind a follower', async () => {
    const museum = only(
      await createRecord(ctx, { body: aBody('museum', { name: 'Bảo tàng' }) }),
      'created',
    ).pid;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reached = () => {};
    const written = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const gate: Projection = {
      recordsChanged: async () => {
        reached();
        await held;
      },
    };
    const operations = times(500, (i): Operation[] => [
      { op: 'create', ref: `${i}`, state: 'published', body: body(`Nhập ${i}`) },
      { op: 'addRelation', type: 'housedIn', from: { ref: `${i}` }, to: { pid: museum } },
    ]).flat();
    const slow = applyChangeset({ ...ctx, projections: [gate] }, { kind: 'import', operations });
    await written;

    // Meanwhile: others create and edit, also the museum that the import refers to, and relate things to it.
    const seen: number[] = [];
    let after = 0;
    const follow = async () => {
      await seal(db);
      for (;;) {
        const page = await listPublications(db, { after, limit: 100 });
        if (page.length === 0) return;
        seen.push(...page.map((row) => row.recordId));
        after = page.at(-1)?.position ?? after;
      }
    };
    const started = performance.now();
    for (let i = 0; i < 10; i++) {
      const create: Operation = { op: 'create', ref: 'x', state: 'published', body: body(`Lẻ ${i}`) };
      const relate: Operation = {
        op: 'addRelation',
        type: 'housedIn',
        from: { ref: 'x' },
        to: { pid: museum },
      };
      only(await applyChangeset(ctx, { kind: 'edit', operations: [create, relate] }), 'applied');
      const rename = aBody('museum', { name: `Bảo tàng ${i}` });
      only(await updateRecord(ctx, { pid: museum, expectedVersion: i + 1, body: rename }), 'ok');
      await follow();
    }
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(seen).toHaveLength(10);

    release();
    only(await slow, 'applied');
    await follow();
    expect(seen).toHaveLength(510);
    expect(new Set(seen).size).toBe(510);
    const positions = await listPublications(db, { after: 0, limit: 1_000 });
    expect(positions.map((row) => row.position)).toEqual(times(510, (i) => i + 1));
  });
});
