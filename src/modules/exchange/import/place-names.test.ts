import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { adminUnits, loadAdminUnits } from '#modules/places/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { placeNames } from './place-names.ts';

const { db, close } = await testDatabase();
afterAll(close);

function rows(file: string): Record<string, string>[] {
  const table = readCsv(readFileSync(`data/${file}`));
  if (table.kind !== 'table') throw new Error(`${file}: ${table.kind}`);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(table.header.map((name, i) => [name, cells[i] ?? ''])),
  );
}

beforeAll(async () => {
  const units = adminUnits({
    provinces: rows('facts/provinces.csv'),
    oldProvinces: rows('facts/province_mapping_63_to_34.csv'),
    provinceTypes: rows('facts/province_types.csv'),
    communes: rows('facts/communes.csv'),
    formerProvinces: rows('facts/commune_former_provinces.csv'),
    provincePoints: rows('coordinates/provinces.csv'),
    communePoints: rows('coordinates/communes.csv'),
    districts: [],
  });
  await db.transaction().execute((trx) => loadAdminUnits(trx, units));
});

async function find(text: string) {
  const places = placeNames(db, '2026-06-01');
  await places.prepare([text]);
  return places.find(text);
}

describe('a place in a cell', () => {
  it.each([
    ['38', ['38'], []],
    ['Thanh Hóa', ['38'], []],
    ['tỉnh thanh hoa', ['38'], []],
    ['Quảng Nam', ['48'], ['49']],
    ['tỉnh Quảng Nam', ['48'], ['49']],
    ['TP. Huế', ['46'], []],
    ['phường Ba Đình, Hà Nội', ['00004'], []],
    ['00004', ['00004'], []],
  ])('%s is %j, formerly %j', async (text, units, historicUnits) => {
    expect(await find(text)).toEqual({ kind: 'units', units, historicUnits });
  });

  it('of many places of one name must say which', async () => {
    const match = await find('xã Tân Thành');
    if (match.kind !== 'ambiguous') throw new Error(JSON.stringify(match));
    expect(match.candidates.length).toBeGreaterThan(1);
    for (const candidate of match.candidates) expect(candidate).toMatch(/^\d{5} \(.*Tân Thành.*\)$/u);
  });

  it.each(['Xứ Thần Tiên', '99', '99999', ''])('%j is none', async (text) => {
    expect(await find(text)).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['phường Ba Đinn, Hà Nội', '00004 (Phường Ba Đình, Thành phố Hà Nội)'],
    ['Thanh Hoas', '38 (Tỉnh Thanh Hóa)'],
    ['phường Ba Đình, Cà Mau', '00004 (Phường Ba Đình, Thành phố Hà Nội)'],
  ])('%s may have been meant for %s', async (text, near) => {
    expect(await find(text)).toMatchObject({ kind: 'unknown', near: expect.arrayContaining([near]) });
  });

  it('that nobody prepared is unknown', () => {
    expect(placeNames(db, '2026-06-01').find('Thanh Hóa')).toEqual({ kind: 'unknown' });
  });
});
