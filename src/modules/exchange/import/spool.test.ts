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
