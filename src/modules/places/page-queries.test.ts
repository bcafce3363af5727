import { afterAll, describe, expect, it } from 'vitest';
import { slugify } from '#formats/vietnamese/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import {
  type AddressedUnit,
  addressedUnits,
  communesWithin,
  districtsWithin,
  formerProvinces,
  provincesOn,
  unitAtAddress,
  unitDetails,
  unitHistory,
} from './index.ts';

const { db, close } = await starterDatabase();
afterAll(close);

const TODAY = '2027-02-03';
const provinces = await addressedUnits(
  db,
  (await provincesOn(db, TODAY)).map(({ key }) => key),
);
const at = async (address: Parameters<typeof unitAtAddress>[1]) => (await unitAtAddress(db, address))?.key;

describe('addresses of units', () => {
  it('are names without marks, each its own among the 34 and among the 63', async () => {
    const former = await formerProvinces(db);
    expect([provinces.length, former.length]).toEqual([34, 63]);
    for (const list of [provinces, former]) {
      expect(new Set(list.map(({ slug }) => slug)).size).toBe(list.length);
      expect(list.filter(({ slug, name }) => slug !== slugify(name))).toEqual([]);
    }
  });

  it('lead back to every province of today and before', async () => {
    for (const { slug, key } of provinces) expect(await at({ kind: 'province', slug })).toBe(key);
    for (const { slug, key } of await formerProvinces(db))
      expect(await at({ kind: 'former', slug })).toBe(key);
    expect(await at({ kind: 'province', slug: 'quang-nam' })).toBeUndefined();
    expect(await at({ kind: 'former', slug: 'da-nang' })).toBe('gso-2024:48');
  });

  it('are each a commune’s own within its province, and lead back to it', async () => {
    const all = (await Promise.all(provinces.map(({ key }) => communesWithin(db, key)))).flat();
    expect(all).toHaveLength(3321);
    const paths = all.map(({ parentSlug, slug }) => `${parentSlug}/${slug}`);
    expect(new Set(paths).size).toBe(all.length);
    expect(paths.filter((path) => !/^[a-z-]+\/[a-z0-9-]+$/.test(path))).toEqual([]);
    const twins = all.filter(({ slug, code }) => slug.endsWith(`-${code}`));
    expect(twins.length).toBeGreaterThanOrEqual(20);
    const sample = [...twins, ...all.filter((_, index) => index % 40 === 0)];
    for (const unit of sample) expect(await at(addressOf(unit)), unit.slug).toBe(unit.key);
  });

  it('forgive a wrong province and a wrong name with the right code, never an ambiguous name', async () => {
    expect(await at({ kind: 'commune', province: 'ha-noi', slug: 'hoang-sa' })).toBe('gso-2025:20333');
    expect(await at({ kind: 'commune', province: 'da-nang', slug: 'nham-lan-20333' })).toBe('gso-2025:20333');
    expect(await at({ kind: 'commune', province: 'quang-ngai', slug: 'son-ha' })).toBeUndefined();
    expect(await at({ kind: 'commune', province: 'da-nang', slug: 'khong-co' })).toBeUndefined();
    expect(await at({ kind: 'commune', province: 'da-nang', slug: 'x'.repeat(5000) })).toBeUndefined();
  });
});

function addressOf({ parentSlug, slug }: AddressedUnit) {
  return { kind: 'commune', province: parentSlug ?? '', slug } as const;
}

describe('communes of a province', () => {
  it('stand in Vietnamese order', async () => {
    const names = (await communesWithin(db, 'gso-2025:48')).map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare));
    expect(names).toContain('Hoàng Sa');
  });
});

describe('history', () => {
  it('tells what Đà Nẵng was put together from, by which act', async () => {
    const steps = await unitHistory(db, 'gso-2025:48');
    const found = steps.map(({ relation, name, date, legalBasis }) => [relation, name, date, legalBasis]);
    expect(found).toEqual([
      ['predecessor', 'Đà Nẵng', '2025-07-01', 'Nghị quyết 202/2025/QH15'],
      ['predecessor', 'Quảng Nam', '2025-07-01', 'Nghị quyết 202/2025/QH15'],
    ]);
  });

  it('tells what became of Quảng Nam, and that Huế was a province before it was a city', async () => {
    const [next] = await unitHistory(db, 'gso-2024:49');
    expect(next).toMatchObject({ relation: 'successor', key: 'gso-2025:48', slug: 'da-nang' });
    const hue = await unitDetails(db, 'gso-2024:46');
    expect(hue?.types.map(({ fullName, to }) => [fullName, to])).toEqual([
      ['Tỉnh Thừa Thiên Huế', '2025-01-01'],
      ['Thành phố Huế', '2025-07-01'],
    ]);
  });

  it('names the province that followed each of the 63', async () => {
    const known = new Set(provinces.map(({ key }) => key));
    expect((await formerProvinces(db)).filter(({ successor }) => !known.has(successor ?? ''))).toEqual([]);
  });

  it('gives area, people and source, and nothing for an unknown unit', async () => {
    expect(await unitDetails(db, 'gso-2025:01')).toMatchObject({ area: '3359.84', population: 8807523 });
    expect(await unitDetails(db, 'gso-2025:00')).toBeUndefined();
  });
});

describe('districts', () => {
  it('are those that the data names, within their old province', async () => {
    const districts = await districtsWithin(db, 'gso-2024:49', 100);
    expect(districts.length).toBeGreaterThan(0);
    expect(districts.every(({ level, to }) => level === 'district' && to === '2025-07-01')).toBe(true);
    expect(await districtsWithin(db, 'gso-2024:49', 1)).toHaveLength(1);
  });
});
