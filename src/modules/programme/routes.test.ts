import { afterAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#formats/jcs/index.ts';
import { testApp } from '#tests/support/app.ts';
import { starterDatabase } from '#tests/support/starter.ts';

const { db, close } = await starterDatabase();
const app = await testApp(db, { now: () => new Date('2026-12-01T03:00:00Z') });
afterAll(async () => {
  await app.close();
  await close();
});

interface Overview {
  on: string;
  targets: { id: string; measure: string; total: { listed: number } }[];
  provinces: { code: string; name: string; cells: Record<string, { listed: number; digitised: number }> }[];
}

describe('the programme for programs', () => {
  it('tells every target, and the cells of 34 provinces', async () => {
    const { status, body } = await app.read('/programme');
    expect(status).toBe(200);
    const { targets, provinces, on } = body as Overview;
    expect([on, provinces.length]).toEqual(['2026-12-01', 34]);
    expect(targets.map(({ id, measure }) => `${id} ${measure}`)).toEqual(
      expect.arrayContaining(['T2a share', 'T3 count', 'T4 not-frozen', 'N80 not-frozen']),
    );
    const hue = provinces.find(({ name }) => name === 'Huế');
    expect(hue?.cells.T2a).toEqual({ listed: 14, digitised: 0, applied: 0 });
  });

  it('tells a target with its frozen lists', async () => {
    const { body } = await app.read('/programme/targets/t2a');
    expect(body).toMatchObject({ target: { id: 'T2a' }, lists: [{ version: 1, size: 357, decision: null }] });
    expect((await app.read('/programme/targets/T9')).status).toBe(404);
  });

  it('opens every figure page by page', async () => {
    const address = '/programme/targets/T2a/items?place=46&limit=10';
    const first = (await app.read(address)).body as { items: unknown[]; next?: string };
    const second = (await app.read(`${address}&after=${first.next}`)).body as {
      items: unknown[];
      next?: string;
    };
    expect([first.items.length, second.items.length, second.next]).toEqual([10, 4, undefined]);
    const unplaced = (await app.read('/programme/targets/T2a/items?place=none')).body;
    expect(unplaced).toEqual({ items: [] });
  });

  it('refuses what it does not understand, naming the place', async () => {
    for (const query of ['place=H%C3%A0', 'state=x', 'after=zzz', 'limit=1000', 'plaec=46'])
      expect((await app.read(`/programme/targets/T2a/items?${query}`)).status, query).toBeGreaterThanOrEqual(
        400,
      );
    expect((await app.read('/programme/targets/nope/items')).status).toBe(404);
  });

  it('gives a snapshot byte for byte', async () => {
    const { items } = (await app.read('/programme/snapshots')).body as {
      items: { month: string; digest: string }[];
    };
    expect(items).toHaveLength(1);
    const { text } = await app.read(`/programme/snapshots/${items[0]?.month}`);
    expect(sha256Hex(text)).toBe(items[0]?.digest);
    expect((await app.read('/programme/snapshots/1999-01')).status).toBe(404);
  });
});
