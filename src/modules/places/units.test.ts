import { describe, expect, it } from 'vitest';
import { formerUnits } from './former-units.ts';
import { unitRows, units } from './unit-rows.fixture.ts';
import { adminUnits } from './units.ts';

const unit = (key: string) => units.units.find((candidate) => candidate.key === key);
const successionsOf = (predecessor: string) => units.successions.filter((s) => s.predecessor === predecessor);
const successionsTo = (successor: string) => units.successions.filter((s) => s.successor === successor);

describe('adminUnits', () => {
  it('has 34 and 63 provinces, all communes and their named predecessors', () => {
    const count = (scheme: string, level: string) =>
      units.units.filter((u) => u.scheme === scheme && u.level === level).length;
    expect(count('gso-2025', 'province')).toBe(34);
    expect(count('gso-2024', 'province')).toBe(63);
    expect(count('gso-2025', 'commune')).toBe(3321);
    // 10,034 units of commune level existed on 30 June 2025; two of one name in one province count as one here.
    expect(count('named', 'commune')).toBeGreaterThan(9000);
    expect(count('named', 'commune')).toBeLessThan(10_100);
  });

  it('gives every key once, every parent before its children, every succession two known ends', () => {
    const seen = new Set<string>();
    for (const { key, parent } of units.units) {
      expect(seen.has(key), key).toBe(false);
      if (parent !== null) expect(seen.has(parent), `${key} before ${parent}`).toBe(true);
      seen.add(key);
    }
    for (const { predecessor, successor } of units.successions) {
      expect(seen.has(predecessor), predecessor).toBe(true);
      expect(seen.has(successor), successor).toBe(true);
    }
    const pairs = units.successions.map((s) => `${s.predecessor} ${s.successor}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('leads from every commune of today to the old province of its land', () => {
    for (const commune of units.units.filter((u) => u.scheme === 'gso-2025' && u.level === 'commune')) {
      const old = successionsTo(commune.key).map((s) => unit(s.predecessor));
      expect(old.length, commune.key).toBeGreaterThan(0);
      for (const former of old) {
        const parent = former?.parent?.startsWith('named:district:')
          ? unit(former.parent)?.parent
          : former?.parent;
        const province = unit(parent ?? '');
        const after = units.successions.find(
          (s) => s.predecessor === province?.key && province.level === 'province',
        );
        expect(after?.successor, `${commune.key} ${former?.key}`).toBe(commune.parent);
      }
    }
  }, 60_000);

  it('tells wholes from parts and does not guess where the source does not say', () => {
    expect(successionsOf('named:commune:gso-2024:01:phường đồng xuân')).toMatchObject([
      { successor: 'gso-2025:00004', extent: 'part' },
      { successor: 'gso-2025:00070', extent: 'unstated' },
    ]);
    expect(successionsTo('gso-2025:26732')).toMatchObject([
      { predecessor: 'named:district:gso-2024:77:huyện côn đảo', extent: 'whole', verbatim: 'Huyện Côn Đảo' },
    ]);
    expect(successionsTo('gso-2025:00859')).toMatchObject([{ extent: 'whole', verbatim: 'giữ nguyên' }]);
  });

  it('keeps the district that tells units of one name apart', () => {
    const key = 'named:commune:gso-2024:01:quận hai bà trưng:phường minh khai';
    expect(unit(key)).toMatchObject({
      level: 'commune',
      parent: 'named:district:gso-2024:01:quận hai bà trưng',
    });
    expect(unit('named:district:gso-2024:01:quận hai bà trưng')).toMatchObject({
      fullName: 'Quận Hai Bà Trưng',
      parent: 'gso-2024:01',
      to: '2025-07-01',
    });
  });

  it('notes what was no unit', () => {
    expect(unit('gso-2025:07537')?.note).toBe('Gồm cả: Trường bắn TB1');
  });

  it('names the archipelagos as the State does', () => {
    expect(unit('gso-2025:20333')?.nameEn).toBe('Hoang Sa');
    expect(unit('gso-2025:22736')?.nameEn).toBe('Truong Sa');
    expect(JSON.stringify(units)).not.toMatch(/Paracel|Spratly/i);
  });

  it('knows Đồng Nai and Huế by their types over time', () => {
    expect(unit('gso-2025:75')).toMatchObject({ type: 'thành phố', fullName: 'Thành phố Đồng Nai' });
    expect(units.types.filter((t) => t.unit === 'gso-2025:75').map((t) => [t.type, t.from, t.to])).toEqual([
      ['tỉnh', '2025-07-01', '2026-04-30'],
      ['thành phố', '2026-04-30', null],
    ]);
    expect(unit('gso-2024:46')).toMatchObject({ name: 'Thừa Thiên Huế', fullName: 'Thành phố Huế' });
    expect(unit('gso-2024:01')).toMatchObject({ type: 'thành phố' });
    expect(unit('gso-2024:49')).toMatchObject({ type: 'tỉnh', fullName: 'Tỉnh Quảng Nam' });
  });

  it('does without points', () => {
    const bare = adminUnits({ ...unitRows, provincePoints: [], communePoints: [] });
    expect(bare.units).toHaveLength(units.units.length);
    expect(bare.units.every((u) => u.lat === null && u.lon === null)).toBe(true);
  });
});

describe('formerUnits', () => {
  it('falls back to the province of today where the old one is not known', () => {
    const merged = {
      type: 'xã',
      name: 'A',
      provinceCode: '08',
      mergedFrom: 'Xã B',
      source: 's',
      key: 'gso-2025:1',
    };
    const { units: found } = formerUnits([{ ...merged, oldProvinceCode: undefined }]);
    expect(found).toMatchObject([{ key: 'named:commune:gso-2025:08:xã b', parent: 'gso-2025:08' }]);
  });
});
