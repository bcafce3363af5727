import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { loadAdminUnits } from './index.ts';
import { units } from './unit-rows.fixture.ts';

const { db, close } = await testDatabase();
await db.transaction().execute((trx) => loadAdminUnits(trx, units));
const app = await testApp(db, { now: () => new Date('2026-01-01T00:00:00Z') });
afterAll(async () => {
  await app.close();
  await close();
});

type Unit = { key: string; fullName: string; parent: string | null };
type Units = { items: Unit[]; next?: string };
const keys = ({ items }: Units) => items.map((unit) => unit.key);

describe('provinces', () => {
  it('are those of the day', async () => {
    const today = (await app.read('/places/provinces')).body as Units;
    const before = (await app.read('/places/provinces?on=2025-06-30')).body as Units;
    expect(keys(today).every((key) => key.startsWith('gso-2025:'))).toBe(true);
    expect(keys(before)).toContain('gso-2024:49');
    expect(keys(today)).not.toContain('gso-2024:49');
  });

  it.each(['2025-02-30', 'today', '0000-01-01'])('refuse the day %s', async (day) => {
    expect((await app.read(`/places/provinces?on=${day}`)).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/on', code: 'impossible-date' }],
    });
  });
});

describe('units', () => {
  it('are found by name, old or new, with marks or without', async () => {
    for (const name of ['Quảng Nam', 'quang nam', 'tỉnh Quảng Nam'])
      expect(keys((await app.read(`/places?name=${encodeURIComponent(name)}`)).body as Units)).toContain(
        'gso-2024:49',
      );
    expect((await app.read('/places?name=x')).body).toEqual({ items: [] });
    expect((await app.read('/places')).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/name' }],
    });
  });

  it('tell what they came from and what became of them', async () => {
    expect((await app.read('/places/gso-2024:49')).body).toMatchObject({
      fullName: 'Tỉnh Quảng Nam',
      to: '2025-07-01',
      predecessors: [],
      successors: [{ key: 'gso-2025:48', date: '2025-07-01', extent: 'whole' }],
    });
    expect((await app.read('/places/gso-2025:00')).status).toBe(404);
    expect((await app.read(`/places/${encodeURIComponent("x' or 1=1")}`)).status).toBe(404);
  });

  it('are listed below their province, page by page', async () => {
    const all = (await app.read('/places/gso-2025:48/units?limit=100')).body as Units;
    expect(all.items.length).toBeGreaterThan(1);
    expect(all.items.every((unit) => unit.parent === 'gso-2025:48')).toBe(true);
    const read: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: Units = (await app.read(`/places/gso-2025:48/units?limit=9${next && `&after=${next}`}`))
        .body as Units;
      read.push(...keys(page));
      next = page.next;
    }
    expect(read).toEqual(keys(all));
    expect((await app.read('/places/gso-2025:48/units?after=%5B')).status).toBe(400);
    expect((await app.read('/places/none/units')).status).toBe(404);
  });
});
