import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openSpool } from './spool.ts';

test('rows can be walked again and again, and are gone afterwards', async () => {
  const spool = await openSpool<{ n: number; text: string }>();
  const rows = Array.from({ length: 3_000 }, (_, n) => ({
    n,
    text: `dòng ${n}\n${'漢字𡨸'.repeat(n % 40)}`,
  }));
  for (const row of rows) await spool.add(row);
  await spool.seal();
  expect([...spool.rows()]).toEqual(rows);
  expect([...spool.rows()]).toEqual(rows);
  const [first] = spool.rows();
  expect(first).toEqual(rows[0]);
  await spool.remove();
  expect(() => [...spool.rows()]).toThrow();
});

test('a row may be longer than what is read at a time', async () => {
  const spool = await openSpool<string>();
  const rows = ['a'.repeat(200_000), '', 'đ'.repeat(100_000)];
  for (const row of rows) await spool.add(row);
  await spool.seal();
  expect([...spool.rows()]).toEqual(rows);
  await spool.remove();
});

test('an empty sheet has no rows', async () => {
  const spool = await openSpool<string>();
  await spool.seal();
  expect([...spool.rows()]).toEqual([]);
  await spool.remove();
});

test('a disk that is full is said to be, whenever it is met', async () => {
  const spool = await openSpool<string>({ path: '/dev/full' });
  await spool.add('a'.repeat(100));
  await expect(spool.seal()).rejects.toMatchObject({ code: 'ENOSPC' });
  await expect(spool.add('a'.repeat(1_000_000))).rejects.toMatchObject({ code: 'ENOSPC' });
  await spool.remove();
});

test('what is kept stands in no folder, so that a program that is killed leaves nothing', async () => {
  const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('disan-import-'));
  const before = new Set(await left());
  const spool = await openSpool<string>();
  await spool.add('bí mật');
  await spool.seal();
  expect((await left()).filter((name) => !before.has(name) && !name.includes('test'))).toEqual([]);
  await spool.remove();
});
