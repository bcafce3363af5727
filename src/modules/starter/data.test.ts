import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isMintedName } from '#formats/ark/index.ts';
import { cell, cells, type Row, readStarterData, starterRelease } from './data.ts';
import { provinceCodes } from './place.ts';

const data = await readStarterData('data');
const lists = {
  specialMonuments: 153,
  nationalMonuments: 290,
  treasures: 357,
  intangible: 621,
  unesco: 41,
  museums: 146,
  festivals: 65,
  holders: 83,
} as const;
const keyedRows = (Object.keys(lists) as (keyof typeof lists)[]).flatMap((list) => data[list]);
const keys = new Set(keyedRows.map((row) => row.key));

const scratch = await mkdtemp(join(tmpdir(), 'disan-data-'));
afterAll(() => rm(scratch, { recursive: true }));

describe('the rows of the starter data', () => {
  it.each(Object.entries(lists))('has all of %s', (list, rows) => {
    expect(data[list as keyof typeof lists]).toHaveLength(rows);
  });

  it('each have a key and an identifier of their own, with a right check character', () => {
    expect(keys.size).toBe(keyedRows.length);
    expect(new Set(keyedRows.map((row) => row.pid)).size).toBe(keyedRows.length);
    for (const { key, pid } of keyedRows) {
      expect(isMintedName({ naan: '99999', name: pid }), key).toBe(true);
      expect(pid, key).toMatch(/^k0/);
    }
  });

  it('never change their identifiers', () => {
    const pid = (key: string) => keyedRows.find((row) => row.key === key)?.pid;
    expect(pid('treasure:1')).toBe('k0hwqwj08');
    expect(pid('special-monument:2')).toBe('k0zcrnk21');
    expect(pid('national-ich:68b')).toBe('k06brpvvz');
    expect(pid('festival:65')).toMatchInlineSnapshot(`"k05gzcst6"`);
    expect(pid('holder:83')).toMatchInlineSnapshot(`"k0vzj46sp"`);
  });

  it('each name a source, in composed letters', () => {
    for (const row of keyedRows) expect(cell(row, 'source'), row.key).not.toBe('');
    for (const row of [...keyedRows, ...data.communes, ...data.provinces]) {
      for (const text of Object.values(row)) expect(text.normalize('NFC')).toBe(text);
    }
  });

  it('say nothing of the machine they were made on', () => {
    const text = JSON.stringify([keyedRows, data.related, data.holderLinks, data.communes.slice(0, 50)]);
    expect(text).not.toMatch(/(?<![\w.:/-])\/(work|tmp|home|root)\/|localhost/);
  });

  it('hold no coordinates outside their own files', () => {
    for (const row of [...keyedRows, ...data.provinces, ...data.communes]) {
      expect(Object.keys(row)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(lat|lon|coord_.*|commune_code)$/)]),
      );
    }
    expect(data.points.size).toBe(136 + 123 + 340 + 76 + 27);
    for (const [key, point] of data.points) {
      expect(keys.has(key), key).toBe(true);
      expect(cell(point, 'licence'), key).not.toBe('');
    }
  });

  it('name provinces that exist', () => {
    const { today, old } = provinceCodes(data);
    const known = (names: ReadonlyMap<string, string>, list: string[]) =>
      list.every((name) => names.has(fold(name)));
    const fold = (name: string) =>
      [...today.keys(), ...old.keys()].find((key) => key === plain(name)) ?? name;
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/đ/giu, 'd')
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ')
        .trim();
    for (const row of keyedRows) {
      expect(known(today, [...cells(row, 'province_new'), ...cells(row, 'provinces')]), row.key).toBe(true);
      expect(known(old, cells(row, 'province_old')), row.key).toBe(true);
    }
    expect(data.formerProvinces).toHaveLength(3321);
  });
});

describe('the links between rows', () => {
  const column = (rows: readonly Row[], name: string) => rows.map((row) => cell(row, name));

  it.each([
    ['same heritage', data.sameHeritage, ['key', 'same_as']],
    ['related', data.related, ['from', 'to']],
    ['supplements', data.supplements, ['key', 'base']],
    ['festivals', data.festivalLinks, ['key', 'record']],
  ] as const)('%s point to rows and give their reason in both languages', (_name, rows, ends) => {
    for (const row of rows) {
      for (const end of ends) expect(keys, JSON.stringify(row)).toContain(cell(row, end));
      expect(cell(row, 'reason_vi')).not.toBe('');
      expect(cell(row, 'reason_en')).not.toBe('');
    }
  });

  it('settle every supplement, every festival and every holding institution', () => {
    const supplements = data.specialMonuments.filter((row) => cell(row, 'is_supplement') === 'yes');
    expect(column(data.supplements, 'key').sort()).toEqual(supplements.map((row) => row.key).sort());
    expect(column(data.festivalLinks, 'key')).toEqual(data.festivals.map((row) => row.key));
    const institutions = new Set(column(data.treasures, 'holding_institution'));
    expect(column(data.holderLinks, 'holding_institution').sort()).toEqual([...institutions].sort());
    for (const row of data.holderLinks) {
      expect(cell(row, 'holder')).toMatch(/^(museum|holder):\d+$/);
      expect(keys).toContain(cell(row, 'holder'));
      if (cell(row, 'located_at') !== '') expect(keys).toContain(cell(row, 'located_at'));
    }
  });

  it('follow the monument that a festival row names', () => {
    const monuments = new Map(data.specialMonuments.map((row) => [cell(row, 'name_vi'), row.key]));
    const record = new Map(data.festivalLinks.map((row) => [cell(row, 'key'), cell(row, 'record')]));
    const practised = data.related.filter((row) => cell(row, 'type') === 'practisedAt');
    for (const festival of data.festivals.filter((row) => cell(row, 'related_monument') !== '')) {
      const to = monuments.get(cell(festival, 'related_monument'));
      expect(practised).toContainEqual(expect.objectContaining({ from: record.get(festival.key), to }));
    }
  });
});

describe('starterRelease', () => {
  it('is another for other data, and for data without coordinates', async () => {
    const release = await starterRelease('data');
    expect(release).toBe(data.release);
    expect(release).toMatch(/^\d{4}\.\d{2}-[0-9a-f]{8}$/);
    const copy = join(scratch, 'data');
    await cp('data', copy, { recursive: true });
    expect(await starterRelease(copy)).toBe(release);
    await rm(join(copy, 'coordinates'), { recursive: true });
    const without = await starterRelease(copy);
    expect(without).not.toBe(release);
    await writeFile(join(copy, 'facts', 'festivals.csv'), 'key\n');
    expect(await starterRelease(copy)).not.toBe(without);
  });

  it('refuses a row without an identifier', async () => {
    const copy = join(scratch, 'unkeyed');
    await cp('data', copy, { recursive: true });
    await writeFile(join(copy, 'keys', 'museum.csv'), 'key,pid\n');
    await expect(readStarterData(copy)).rejects.toThrow('museum:1');
  });
});
