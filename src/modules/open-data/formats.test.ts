import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import type { PublicRecord } from '#modules/registry/index.ts';
import type { Statement } from '#modules/standards/index.ts';
import { OPEN_COLUMNS } from './columns.ts';
import { datasetsOfRecord } from './datasets.ts';
import { OPEN_FORMATS } from './formats.ts';
import { type OpenRow, openRow } from './row.ts';

const aRecord = (changes: Partial<PublicRecord> = {}): PublicRecord => ({
  id: 7,
  pid: 'k0hwqwj08',
  kind: 'artefact',
  version: 3,
  verification: 'unconfirmed',
  updatedAt: '2026-01-02T03:04:05.000Z',
  title: { vi: 'Trống đồng Ngọc Lũ' },
  body: { standard: 'artefact@1.0', fields: {} },
  provinces: [],
  entries: [],
  ...changes,
});
const withFields = (fields: Record<string, Statement[]>) =>
  aRecord({ body: { standard: 'artefact@1.0', fields } });
const row = (record: PublicRecord, origin = 'https://disan.example'): OpenRow =>
  openRow(record, { origin, provinceName: (code) => ({ '01': 'Hà Nội', '46': 'Huế' })[code] ?? code });
const at = (coordinates: number[], more: Partial<Statement> = {}): Statement => ({
  id: 'g',
  value: { role: 'point', geojson: { type: 'Point', coordinates } },
  ...more,
});
const entry = (list: string, decision: string | null, on: string | null) => ({
  ...{ list, decision, on },
  rank: null,
});

describe('a row', () => {
  it('names the record by its lasting address, absolute only where the installation has one', () => {
    expect(row(aRecord()).url).toBe('https://disan.example/id/k0hwqwj08');
    expect(row(aRecord(), '').url).toBe('/id/k0hwqwj08');
    expect(row(aRecord({ title: { vi: 'Trống', en: 'Drum' } }))).toMatchObject({
      name: 'Trống',
      name_en: 'Drum',
    });
    expect(row(aRecord()).name_en).toBe('');
  });

  it('keeps decisions and days in the order of the lists, with room for those that are not known', () => {
    const entries = [
      entry('QUOC_GIA', null, null),
      entry('BAO_VAT_QUOC_GIA', '1426/QĐ-TTg', '2012-10-01'),
      entry('UNESCO', null, '2003-07-05'),
    ];
    expect(row(aRecord({ entries }))).toMatchObject({
      lists: 'QUOC_GIA; BAO_VAT_QUOC_GIA; UNESCO',
      decisions: '; 1426/QĐ-TTg; ',
      decided_on: '; 2012-10-01; 2003-07-05',
    });
    expect(row(aRecord({ entries: entries.slice(0, 1) }))).toMatchObject({ decisions: '', decided_on: '' });
  });

  it('names the provinces in the order of their codes', () => {
    expect(row(aRecord({ provinces: ['46', '01', '99'] }))).toMatchObject({
      provinces: '46; 01; 99',
      province_names: 'Huế; Hà Nội; 99',
    });
  });

  it('takes the first location that can be told, and the first date', () => {
    const record = withFields({
      geometry: [{ id: 'a', absent: 'restricted' }, at([200, 95]), at([105.8, 21]), at([107.6, 16.5])],
      date: [
        { id: 'd', absent: 'unknown' },
        { id: 'e', value: 'thế kỷ III' },
        { id: 'f', value: { edtf: '-0299/-0199' } },
      ],
    });
    expect(row(record)).toMatchObject({ lat: 21, lon: 105.8, date: '-0299/-0199' });
    expect(row(withFields({ geometry: [{ id: 'a', absent: 'restricted' }] }))).toMatchObject({
      ...{ lat: null, lon: null, date: '', position_licence: '' },
    });
  });

  it('gives the licence of a position only where the note is one', () => {
    const licence = (more: Partial<Statement>) =>
      row(withFields({ geometry: [at([105, 21], more)] })).position_licence;
    expect(licence({ by: 'starter:coordinates', note: 'ODbL 1.0' })).toBe('ODbL 1.0');
    expect(licence({ by: 'starter:coordinates' })).toBe('');
    expect(licence({ by: 'Bảo tàng', note: 'gần cổng sau' })).toBe('');
  });
});

describe('the formats', () => {
  const { csv, jsonl, geojson } = OPEN_FORMATS;
  const keys = OPEN_COLUMNS.map(({ key }) => key);

  it('have a column for everything that a row says', () => {
    expect(keys.toSorted()).toEqual(Object.keys(row(aRecord())).toSorted());
  });

  it('give names back from CSV, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '=', '+', '-', '@'), (tail, head) => {
        const record = aRecord({ title: { vi: `${head}x${tail}`.replace(/\0/g, '') } });
        const text = csv.head + csv.write(record, row(record)) + csv.foot;
        const outcome = readCsv(Buffer.from(text), { unguard: true });
        if (outcome.kind !== 'table') throw new Error(JSON.stringify(outcome));
        expect(outcome.header).toEqual(keys);
        expect(outcome.rows).toHaveLength(1);
        expect(outcome.rows[0]?.cells[keys.indexOf('name')]?.replace(/\r\n?/g, '\n')).toBe(
          record.title.vi.replace(/\r\n?/g, '\n'),
        );
      }),
    );
  });

  it('let no spreadsheet run a name', () => {
    const record = aRecord({ title: { vi: '=HYPERLINK("http://x")' } });
    expect(csv.write(record, row(record))).not.toMatch(/(^|,)"?=/);
  });

  it('write JSON on one line, the whole record beside the row', () => {
    const fields = { name: [{ id: 'n', value: 'một\nhai\u2028' }] };
    const record = { ...withFields(fields), entries: [entry('QUOC_GIA', null, null)] };
    const text = jsonl.write(record, row(record));
    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(JSON.parse(text)).toMatchObject({
      ...{ pid: 'k0hwqwj08', standard: 'artefact@1.0', fields },
      designations: [{ list: 'QUOC_GIA', decision: null }],
    });
  });

  it('hold in GeoJSON what has a position, on the equator and the meridian too, longitude first', () => {
    const features = [at([0, 0]), at([105.8, 21])].map((point) => {
      const record = withFields({ geometry: [point] });
      return geojson.write(record, row(record)) ?? '';
    });
    const collection = JSON.parse(geojson.head + features.join(geojson.between) + geojson.foot);
    expect(collection.features.map((one: { geometry: object }) => one.geometry)).toEqual([
      { type: 'Point', coordinates: [0, 0] },
      { type: 'Point', coordinates: [105.8, 21] },
    ]);
    expect(collection.features[0].properties).not.toHaveProperty('lat');
    expect(geojson.write(aRecord(), row(aRecord()))).toBeNull();
    expect(JSON.parse(geojson.head + geojson.foot)).toEqual({ type: 'FeatureCollection', features: [] });
  });
});

it('a record belongs to each of its datasets once', () => {
  const entries = [entry('BAO_VAT_QUOC_GIA', '1', null), entry('BAO_VAT_QUOC_GIA', '2', null)];
  expect(datasetsOfRecord(aRecord({ entries, provinces: ['01', '46'] }))).toEqual([
    ...['all', 'kind-artefact', 'list-bao-vat-quoc-gia', 'province-01', 'province-46'],
  ]);
});
