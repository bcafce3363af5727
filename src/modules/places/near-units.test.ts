import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { loadAdminUnits, nearUnits } from './index.ts';
import { units } from './unit-rows.fixture.ts';

const { db, close } = await testDatabase();
afterAll(close);
beforeAll(async () => {
  await db.transaction().execute((trx) => loadAdminUnits(trx, units));
});

const living = units.units.filter(({ to }) => to === null).map(({ name }) => name);

it('a name with one letter wrong finds its unit', async () => {
  const name = living.find((candidate) => candidate.length > 5) ?? '';
  const found = await nearUnits(db, `${name.slice(0, -1)}x`);
  expect(found.map((unit) => unit.name)).toContain(name);
  expect(found.every((unit) => unit.to === null && !('folded' in unit))).toBe(true);
});

it.each(['', 'Huế'.slice(0, 2), 'x'.repeat(80), 'Xứ Thần Tiên Xa Lạ'])('%j finds none', async (text) => {
  expect(await nearUnits(db, text)).toEqual([]);
});
