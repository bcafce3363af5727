import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTerritory } from './territory.ts';

interface Feature {
  type: string;
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
}

interface MapFile {
  type: string;
  bbox?: number[];
  features: Feature[];
}

const file = readFileSync(join(import.meta.dirname, '../../../data/map/provinces.json'), 'utf8');

/** The shipped map with one change. */
function changed(change: (map: MapFile) => void): MapFile {
  const map: MapFile = JSON.parse(file);
  change(map);
  return map;
}

function featureNamed(map: MapFile, name: string): Feature {
  const feature = map.features.find(({ properties }) => properties.name_vi === name);
  if (!feature) throw new Error(`the map has no ${name}`);
  return feature;
}

const without = (name: string): MapFile =>
  changed((map) => {
    map.features = map.features.filter(({ properties }) => properties.name_vi !== name);
  });

const withProperties = (name: string, properties: Record<string, unknown>): MapFile =>
  changed((map) => Object.assign(featureNamed(map, name).properties, properties));

const withFeature = (properties: Record<string, unknown>, coordinates = [112.33, 16.83]): MapFile =>
  changed((map) =>
    map.features.push({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } }),
  );

function rulesOf(json: unknown): string[] {
  const outcome = checkTerritory(json);
  return outcome.kind === 'refused' ? outcome.violations.map(({ rule }) => rule) : [];
}

function pointersOf(json: unknown): string[] {
  const outcome = checkTerritory(json);
  return outcome.kind === 'refused' ? outcome.violations.map(({ pointer }) => pointer) : [];
}

const HOANG_SA = 'Quần đảo Hoàng Sa';
const TRUONG_SA = 'Quần đảo Trường Sa';

describe('the shipped map', () => {
  it('passes and is arranged by kind', () => {
    const outcome = checkTerritory(JSON.parse(file));
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome.violations));
    const { map } = outcome;
    expect(map.provinces).toHaveLength(34);
    expect(map.archipelagos.map(({ label }) => label.vi)).toEqual([
      'Quần đảo Hoàng Sa (TP. Đà Nẵng)',
      'Quần đảo Trường Sa (tỉnh Khánh Hòa)',
    ]);
    expect(map.archipelagos.map(({ code, provinceCode }) => [code, provinceCode])).toEqual([
      ['20333', '48'],
      ['22736', '56'],
    ]);
    expect(map.seas.map(({ name }) => name)).toEqual([{ vi: 'Biển Đông', en: 'East Sea' }]);
    expect(map.frame).toEqual({ west: 102, south: 4.5, east: 118, north: 23.5 });
  });
});

describe('the frame', () => {
  it.each([
    ['cropped in the east', [102, 4.5, 110, 23.5]],
    ['cropped in the south', [102, 8, 118, 23.5]],
    ['with text', ['102', '4.5', '118', '23.5']],
    ['empty', []],
  ])('%s is refused', (_, bbox) => {
    expect(rulesOf({ ...JSON.parse(file), bbox })).toEqual(['frame']);
  });

  it('missing is refused', () => {
    expect(rulesOf(changed((map) => delete map.bbox))).toEqual(['frame']);
  });

  it('may be larger', () => {
    expect(rulesOf(changed((map) => Object.assign(map, { bbox: [95, 0, 125, 30] })))).toEqual([]);
  });
});

describe('the archipelagos', () => {
  it.each([HOANG_SA, TRUONG_SA])('%s may not be missing', (name) => {
    const outcome = checkTerritory(without(name));
    expect(outcome).toMatchObject({
      kind: 'refused',
      violations: [{ rule: 'archipelago-missing', pointer: '/features' }],
    });
    expect(outcome).toHaveProperty('violations.0.message.vi', expect.stringContaining(name));
    expect(outcome).toHaveProperty('violations.0.message.en', expect.stringContaining(name));
  });

  it('both missing are both listed', () => {
    const neither = changed((map) => {
      map.features = map.features.filter(({ properties }) => properties.kind !== 'archipelago');
    });
    expect(rulesOf(neither)).toEqual(['archipelago-missing', 'archipelago-missing']);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['renamed', { name_vi: 'Quần đảo Tây Sa' }, 'archipelago-name'],
    ['without the generic term', { name_vi: 'Hoàng Sa' }, 'archipelago-name'],
    ['with a foreign English name', { name_en: 'Paracel Islands' }, 'archipelago-name'],
    ['without a province in the label', { label_vi: HOANG_SA }, 'archipelago-label'],
    ['without any label', { label_vi: undefined, label_en: undefined }, 'archipelago-label'],
    ['with an English label without the province', { label_en: 'Hoàng Sa Archipelago' }, 'archipelago-label'],
    ['with the label of another province', { label_vi: `${HOANG_SA} (tỉnh Khánh Hòa)` }, 'archipelago-label'],
    ['in another province', { province_code: '56' }, 'archipelago-province'],
    ['in no province', { province_code: '' }, 'archipelago-province'],
    ['under another code', { code: '99999' }, 'archipelago-province'],
  ])('Hoàng Sa %s is refused', (_, properties, rule) => {
    expect(rulesOf(withProperties(HOANG_SA, properties))).toContain(rule);
  });

  it('Trường Sa under Đà Nẵng is refused, naming the place in the file', () => {
    expect(pointersOf(withProperties(TRUONG_SA, { province_code: '48' }))).toEqual([
      '/features/35/properties/province_code',
    ]);
  });

  it('drawn elsewhere is refused', () => {
    const moved = changed((map) => {
      featureNamed(map, TRUONG_SA).geometry = { type: 'Point', coordinates: [106.6, 8.7] };
    });
    expect(rulesOf(moved)).toEqual(['archipelago-position']);
  });

  it('may be written in decomposed letters', () => {
    expect(rulesOf(withProperties(HOANG_SA, { name_vi: HOANG_SA.normalize('NFD') }))).toEqual([]);
  });
});

describe('names around the archipelagos', () => {
  const phuLam = {
    kind: 'island',
    code: 'i1',
    province_code: '48',
    name_vi: 'Đảo Phú Lâm',
    name_en: 'Phú Lâm Island',
  };

  it('accept a named island of Vietnam', () => {
    expect(rulesOf(withFeature(phuLam))).toEqual([]);
    expect(rulesOf(withFeature({ ...phuLam, name_en: undefined }))).toEqual([]);
    expect(rulesOf(withFeature({ ...phuLam, name_en: 'Phu Lam Island' }))).toEqual([]);
  });

  it('accept an area of Đà Nẵng that includes them', () => {
    expect(rulesOf(withFeature({ code: '48', name_vi: 'Đà Nẵng', name_en: 'Da Nang' }))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a foreign chart name', { name_en: 'Woody Island' }],
    ['a foreign name without any Vietnamese one', { name_vi: 'Yongxing Dao', name_en: '' }],
    ['no name', { name_vi: '', name_en: '' }],
    ['Chinese characters', { name_zh: '永兴岛' }],
    ['another state', { note: 'administered by China' }],
    ['another state in Vietnamese', { ghi_chu: 'Trung Quốc' }],
    ['a state attribute', { adm0_a3: 'CHN' }],
    ['a state code', { iso_a2: 'PH' }],
    ['a nested name', { tags: { 'name:fil': 'Kalayaan' } }],
    ['a Sino-Vietnamese name', { name_vi: 'Quần đảo Nam Sa', name_en: '' }],
  ])('refuse %s', (_, properties) => {
    expect(rulesOf(withFeature({ ...phuLam, ...properties }))).toContain('foreign-name');
  });

  it('accept attributes that say Vietnam', () => {
    expect(rulesOf(withFeature({ ...phuLam, adm0_a3: 'VNM', iso_a2: 'VN', admin: 'Vietnam' }))).toEqual([]);
  });

  it.each(['20', '', 'CN-46'])('refuse the unit %j', (provinceCode) => {
    expect(rulesOf(withFeature({ ...phuLam, province_code: provinceCode }))).toEqual(['foreign-unit']);
  });

  it('point to the text', () => {
    expect(pointersOf(withFeature({ ...phuLam, tags: { 'name:zh': '永兴岛' } }))).toEqual([
      '/features/37/properties/tags/name:zh',
    ]);
  });

  it('see a line or area that only crosses the box', () => {
    const dashed = changed((map) =>
      map.features.push({
        type: 'Feature',
        properties: { kind: 'island', code: 'x', name_vi: '', name_en: '' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [110, 18],
            [112, 12],
            [117.5, 5],
          ],
        },
      }),
    );
    expect(rulesOf(dashed)).toEqual(['foreign-name', 'foreign-unit']);
  });

  it('refuse foreign names of the archipelagos and the sea anywhere on the map', () => {
    expect(rulesOf(withProperties('Huế', { note: 'facing the South China Sea' }))).toEqual(['foreign-name']);
    expect(rulesOf(withProperties('Huế', { note: 'Paracels' }))).toEqual(['foreign-name']);
  });

  it('do not judge neighbours named in texts of mainland features', () => {
    expect(rulesOf(withProperties('Lạng Sơn', { note: 'giáp Trung Quốc' }))).toEqual([]);
  });
});

describe('the label of the sea', () => {
  it.each<[string, Record<string, unknown>]>([
    ['another Vietnamese name', { name_vi: 'Biển Nam Hải' }],
    ['a foreign English name', { name_en: 'South China Sea' }],
    ['no English name', { name_en: '' }],
    ['another printed label', { label_vi: 'Biển Hoa Nam' }],
  ])('%s is refused', (_, properties) => {
    expect(rulesOf(withProperties('Biển Đông', properties))).toContain('sea-label');
  });

  it('may be absent', () => {
    expect(rulesOf(without('Biển Đông'))).toEqual([]);
  });

  it('leaves the gulfs their names', () => {
    const gulf = { kind: 'sea', code: 'vinh-bac-bo', name_vi: 'Vịnh Bắc Bộ', name_en: 'Gulf of Tonkin' };
    expect(rulesOf(withFeature(gulf, [107.8, 19.8]))).toEqual([]);
  });
});

describe('a file that is no map', () => {
  it.each([
    ['null', null],
    ['a feature', { type: 'Feature', properties: {}, geometry: null }],
    ['a collection without features', { type: 'FeatureCollection' }],
    ['TopoJSON', { type: 'Topology', objects: {}, arcs: [] }],
  ])('%s is refused', (_, json) => {
    expect(rulesOf(json)).toEqual(['not-a-map']);
  });

  it.each<[string, Partial<Feature>, string]>([
    ['no properties', { properties: undefined as never }, '/features/37'],
    ['an unknown kind', { properties: { kind: 'planet' } }, '/features/37/properties/kind'],
    ['no geometry', { geometry: undefined as never }, '/features/37/geometry'],
    [
      'metres',
      { geometry: { type: 'Point', coordinates: [588591, 2326345] } },
      '/features/37/geometry/coordinates',
    ],
  ])('a feature with %s is named', (_, part, pointer) => {
    const broken = changed((map) =>
      map.features.push({
        type: 'Feature',
        properties: { code: '01', name_vi: 'Hà Nội' },
        geometry: { type: 'Point', coordinates: [105, 21] },
        ...part,
      }),
    );
    expect([rulesOf(broken), pointersOf(broken)]).toEqual([['not-a-map'], [pointer]]);
  });
});
