import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import {
  expandPlace,
  loadAdminUnits,
  predecessors,
  provinceSlugs,
  provincesOn,
  resolvePlaceName,
  successors,
  unitOn,
  unitsByKey,
} from './index.ts';
import { units } from './unit-rows.fixture.ts';

const { db, close } = await testDatabase();
const load = (data = units) => db.transaction().execute((trx) => loadAdminUnits(trx, data));
beforeAll(async () => {
  await load();
});
afterAll(close);

const keys = async (text: string) => (await resolvePlaceName(db, text)).map((unit) => unit.key);

describe('loadAdminUnits', () => {
  it('changes nothing the second time', async () => {
    expect(await load()).toEqual({ units: 0, types: 0, successions: 0 });
    const { rows } = await sql<{ n: number }>`select count(*) as n from admin_unit`.execute(db);
    expect(rows).toEqual([{ n: units.units.length }]);
  });

  it('takes new words over and removes nothing', async () => {
    const renamed = units.units.slice(0, 1).map((unit) => ({ ...unit, note: 'sửa' }));
    expect(await load({ units: renamed, types: [], successions: [] })).toEqual({
      units: 1,
      types: 0,
      successions: 0,
    });
    expect((await load()).units).toBe(1);
  });
});

describe('units over time', () => {
  it('knows who bore a code on a day', async () => {
    const on = async (level: 'province' | 'commune', code: string, date: string) =>
      (await unitOn(db, { level, code, date }))?.fullName;
    expect(await on('province', '49', '2015-01-01')).toBe('Tỉnh Quảng Nam');
    expect(await on('province', '49', '2025-07-01')).toBeUndefined();
    expect(await on('province', '46', '2024-12-31')).toBe('Tỉnh Thừa Thiên Huế');
    expect(await on('province', '46', '2025-01-01')).toBe('Thành phố Huế');
    expect(await on('province', '75', '2026-04-29')).toBe('Tỉnh Đồng Nai');
    expect(await on('province', '75', '2026-04-30')).toBe('Thành phố Đồng Nai');
    expect(await on('commune', '20410', '2025-06-30')).toBeUndefined();
    expect(await on('commune', '20410', '2025-07-01')).toBe('Phường Hội An');
  });

  it('has 63 provinces until the reform and 34 since, in Vietnamese order', async () => {
    const before = await provincesOn(db, '2025-06-30');
    const since = await provincesOn(db, '2025-07-01');
    expect([before.length, since.length]).toEqual([63, 34]);
    expect(since.map((unit) => unit.name).slice(0, 4)).toEqual([
      'An Giang',
      'Bắc Ninh',
      'Cà Mau',
      'Cao Bằng',
    ]);
    expect(since.at(-1)?.name).toBe('Vĩnh Long');
    expect(since.filter((unit) => unit.type === 'thành phố')).toHaveLength(6);
    expect((await provincesOn(db, '2026-05-01')).filter((unit) => unit.type === 'thành phố')).toHaveLength(7);
  });

  it('follows successions forwards and back', async () => {
    expect(await successors(db, 'gso-2024:49')).toMatchObject([
      { key: 'gso-2025:48', extent: 'whole', date: '2025-07-01' },
    ]);
    expect(await successors(db, 'gso-2024:49', '2025-06-30')).toEqual([]);
    expect((await predecessors(db, 'gso-2025:48')).map((unit) => unit.name)).toEqual([
      'Đà Nẵng',
      'Quảng Nam',
    ]);
    expect((await predecessors(db, 'gso-2025:20410')).map((unit) => unit.scheme)).toContain('named');
    expect(await successors(db, 'no such unit')).toEqual([]);
  });

  it('finds units by key', async () => {
    expect((await unitsByKey(db, ['gso-2025:01', 'nowhere'])).map((unit) => unit.name)).toEqual(['Hà Nội']);
  });
});

describe('resolvePlaceName', () => {
  it('takes old and new names, with and without marks', async () => {
    expect(await keys('Quảng Nam')).toEqual(['gso-2024:49']);
    for (const text of [
      'quang nam',
      'QUẢNG NAM',
      'tỉnh Quảng Nam',
      ' Quảng  Nam ',
      'Quảng-Nam'.normalize('NFD'),
    ]) {
      expect(await keys(text), text).toEqual(['gso-2024:49']);
    }
  });

  it('gives all candidates, provinces of today first', async () => {
    const hue = await resolvePlaceName(db, 'Huế');
    expect(hue[0]).toMatchObject({ key: 'gso-2025:46', level: 'province' });
    const daNang = await keys('da nang');
    expect(daNang.slice(0, 2)).toEqual(['gso-2025:48', 'gso-2024:48']);
    expect((await keys('xã Tân Lập')).length).toBeGreaterThan(10);
    expect(new Set((await resolvePlaceName(db, 'xã Tân Lập')).map((unit) => unit.type))).toEqual(
      new Set(['xã']),
    );
  });

  it('narrows by a type and keeps all when no unit of the type bears the name', async () => {
    expect((await resolvePlaceName(db, 'phường Hội An')).map((unit) => unit.type)).toEqual(['phường']);
    expect(await keys('thị xã Quảng Nam')).toEqual(['gso-2024:49']);
  });

  it('reads the short names of Hồ Chí Minh City', async () => {
    for (const text of ['TP.HCM', 'tphcm', 'Sài Gòn', 'TP. Hồ Chí Minh']) {
      expect((await keys(text)).slice(0, 1), text).toEqual(['gso-2025:79']);
    }
  });

  it.each(['', ' ', '-', '%', "'; drop table admin_unit; --", 'x'.repeat(10_000)])(
    'finds nothing for %j',
    async (text) => {
      expect(await keys(text)).toEqual([]);
    },
  );
});

describe('expandPlace', () => {
  it('reaches the communes of today on the land of an old province', async () => {
    const found = await expandPlace(db, 'gso-2024:49');
    const by = (relation: string) => found.filter((unit) => unit.relation === relation);
    expect(by('self').map((unit) => unit.key)).toEqual(['gso-2024:49']);
    expect(by('successor').map((unit) => unit.key)).toEqual(['gso-2025:48']);
    const communes = by('within')
      .filter((unit) => unit.scheme === 'gso-2025')
      .map((unit) => unit.code);
    // Hội An and Thu Bồn (Mỹ Sơn) lay in Quảng Nam, Hải Châu in Đà Nẵng.
    expect(communes).toEqual(expect.arrayContaining(['20410', '20611']));
    expect(communes).not.toContain('20242');
  });

  it('reaches what a province of today came from', async () => {
    const found = await expandPlace(db, 'gso-2025:48');
    expect(
      found
        .filter((unit) => unit.relation === 'predecessor')
        .map((unit) => unit.key)
        .sort(),
    ).toEqual(['gso-2024:48', 'gso-2024:49']);
    expect(found.map((unit) => unit.code)).toEqual(expect.arrayContaining(['20410', '20242']));
  });

  it('is empty for an unknown key', async () => {
    expect(await expandPlace(db, 'gso-2025:xx')).toEqual([]);
  });
});

describe('provinceSlugs', () => {
  it('gives each province of today an address', async () => {
    const slugs = await provinceSlugs(db);
    expect(slugs.size).toBe(34);
    expect(slugs.get('da-nang')?.code).toBe('48');
    expect(slugs.get('ho-chi-minh')?.code).toBe('79');
  });
});
