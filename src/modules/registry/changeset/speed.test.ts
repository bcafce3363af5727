import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { applyChangeset, revertChangeset } from './commands.ts';
import type { Operation } from './operation.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

const COUNT = 10_000;
const text = 'Hiện vật thuộc sưu tập của bảo tàng, được phát hiện trong đợt khai quật. '.repeat(8);
const body = (i: number, description: string) =>
  aBody('artefact', { name: `Hiện vật số ${i}`, description, place: '38', inventoryNumber: `BT-${i}` });

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1_000 };
}

it('writes, updates and reverts ten thousand records in seconds', { timeout: 180_000 }, async () => {
  const creates = {
    *[Symbol.iterator](): Generator<Operation> {
      for (let i = 0; i < COUNT; i++) yield { op: 'create', state: 'published', body: body(i, text) };
    },
  };
  const created = await timed(() => applyChangeset(ctx, { kind: 'import', operations: creates }));
  const pids = only(created.result, 'applied').results.map((result) => result.pid);
  expect(new Set(pids).size).toBe(COUNT);

  const updates = pids.map((pid, i): Operation => {
    return { op: 'update', record: { pid }, expectedVersion: 1, body: body(i, `${text} Đã sửa.`) };
  });
  const updated = await timed(() => applyChangeset(ctx, { kind: 'bulk', operations: updates }));
  const { changesetId, counts } = only(updated.result, 'applied');
  expect(counts).toEqual({ updated: COUNT });

  const reverted = await timed(() => revertChangeset(ctx, { changesetId, reason: 'thử' }));
  expect(only(reverted.result, 'applied').counts).toMatchObject({ updated: COUNT });

  // Generous: two busy cores do each in a few seconds; a statement per record would take minutes.
  for (const { seconds } of [created, updated, reverted]) expect(seconds).toBeLessThan(45);
});
