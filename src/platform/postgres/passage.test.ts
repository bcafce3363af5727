import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closedAncestor, mayRead } from './passage.ts';
import { scratchDirectory } from './scratch.fixture.ts';

const stranger = { uid: 4_000_001, gid: 4_000_001 };

async function nested(): Promise<{ outer: string; inner: string }> {
  const outer = join(await scratchDirectory(), 'outer');
  const inner = join(outer, 'inner');
  await mkdir(inner, { recursive: true, mode: 0o755 });
  return { outer, inner };
}

test('open ancestors let anybody pass; the outermost closed one is named', async () => {
  const { outer, inner } = await nested();
  expect(await closedAncestor(inner, stranger)).toBeUndefined();
  await chmod(inner, 0o700);
  expect(await closedAncestor(inner, stranger)).toBe(inner);
  await chmod(outer, 0o744);
  expect(await closedAncestor(inner, stranger)).toBe(outer);
});

test('passing needs no right to read', async () => {
  const { outer, inner } = await nested();
  await chmod(outer, 0o711);
  expect(await closedAncestor(inner, stranger)).toBeUndefined();
});

test('an owner and a group are judged by their own bits', async () => {
  const { outer, inner } = await nested();
  const { uid, gid } = await stat(inner);
  await chmod(outer, 0o700);
  expect(await closedAncestor(inner, { uid, gid: stranger.gid })).toBeUndefined();
  await chmod(outer, 0o750);
  expect(await closedAncestor(inner, { uid: stranger.uid, gid })).toBeUndefined();
  await chmod(outer, 0o705);
  expect(await closedAncestor(inner, { uid: stranger.uid, gid })).toBe(outer);
});

test('reading a file goes by its read bit', async () => {
  const file = join(await scratchDirectory(), 'file');
  await writeFile(file, '');
  await chmod(file, 0o644);
  expect(await mayRead(file, stranger)).toBe(true);
  await chmod(file, 0o640);
  expect(await mayRead(file, stranger)).toBe(false);
});
