import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTerritory } from '#formats/geo/index.ts';
import { checkPointInProvince } from './territory.ts';
import { unitRows } from './unit-rows.fixture.ts';

const accepted = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
if (accepted.kind !== 'accepted') throw new Error('The shipped map breaks the territory rules');
const { map } = accepted;
const check = (lat: number, lon: number, province: string) =>
  checkPointInProvince(map, { point: { lat, lon }, province });

describe('checkPointInProvince', () => {
  it('accepts a point in its province and says where a stray one lies', () => {
    expect(check(21.03839, 105.840624, '01')).toEqual({ kind: 'inside' });
    const hueInHanoi = check(16.468973, 107.578127, '01');
    expect(hueInHanoi).toMatchObject({ kind: 'outside', found: '46' });
    expect(check(0, 100, '01')).toMatchObject({ kind: 'outside', found: undefined });
    expect(check(21, 105.8, '99')).toEqual({ kind: 'unknown-province' });
  });

  it('counts both archipelagos to their provinces', () => {
    expect(check(16.533, 111.612, '48').kind).toBe('inside');
    expect(check(8.645, 111.92, '56').kind).toBe('inside');
    expect(check(16.533, 111.612, '56').kind).toBe('outside');
  });

  it('measures the distance to the outline', () => {
    // Biển Đông, about 80 km east of Cù Lao Chàm.
    const outcome = check(16.1, 109.25, '48');
    expect(outcome.kind).toBe('outside');
    if (outcome.kind === 'outside') {
      expect(outcome.metres).toBeGreaterThan(70_000);
      expect(outcome.metres).toBeLessThan(90_000);
    }
    expect(
      checkPointInProvince(map, { point: { lat: 16.1, lon: 109.25 }, province: '48', tolerance: 200_000 })
        .kind,
    ).toBe('near');
  });

  it('finds nearly all points of the communes inside, and none outside', () => {
    const province = new Map(unitRows.communes.map((row) => [row.code, row.province_code ?? '']));
    const kinds = unitRows.communePoints.map(
      (row) => check(Number(row.lat), Number(row.lon), province.get(row.code) ?? '').kind,
    );
    expect(kinds).not.toContain('outside');
    expect(kinds.filter((kind) => kind === 'inside').length / kinds.length).toBeGreaterThan(0.98);
  });
});
