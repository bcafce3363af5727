import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { jsonSchemaOf } from './json-schema.ts';
import { aBody, aCatalogue, aField, aStandard } from './standards.fixture.ts';
import { compileStructure } from './structure.ts';
import { DATATYPES, type Datatype, VALUE_SCHEMAS } from './values.ts';

interface Examples {
  accepted: unknown[];
  refused: unknown[];
}

const sha256 = 'a'.repeat(64);
const point = { type: 'Point', coordinates: [105.8, 21] };
const geometry = { role: 'point', geojson: point, crs: 'EPSG:4326', publicPrecision: 'exact' };

/** One table per datatype: what its value may look like, and what it may not. */
const EXAMPLES: Record<Datatype, Examples> = {
  text: { accepted: ['a', 'Trống đồng', '𡨸'], refused: ['', 1, null, ['a'], 'x'.repeat(100_001)] },
  localizedText: { accepted: ['Chùa Một Cột'], refused: ['', { vi: 'Chùa' }] },
  term: { accepted: ['KHAO_CO', 'bronze'], refused: ['', 4, 'x'.repeat(501)] },
  boolean: { accepted: [true, false], refused: ['true', 0, null] },
  integer: { accepted: [0, -3, 1_000_000], refused: [1.5, '3', JSON.parse('1e999')] },
  decimal: {
    accepted: ['0', '-1', '63.5', '0.000000000000001', '123456789012345'],
    refused: [63.5, '63,5', '.5', '5.', '1e3', '+1', ' 1', '', '1234567890123456'],
  },
  url: {
    accepted: ['https://example.vn/a?b=c#d', 'http://example.vn'],
    refused: ['javascript:alert(1)', 'ftp://x', 'example.vn', 'https://a b', 'https://a"onload=', ''],
  },
  identifier: {
    accepted: [{ scheme: 'inventory', value: 'BTLS-123' }],
    refused: [
      'BTLS-123',
      { scheme: 'inventory' },
      { value: '1' },
      { scheme: 'a', value: '' },
      { scheme: 'a', value: '1', x: 1 },
    ],
  },
  date: {
    accepted: [
      { verbatim: 'thế kỷ XVIII' },
      { edtf: '17XX', earliest: -98_615, latest: -62_092, approximate: true },
      { edtf: '1990/..', earliest: 7305, latest: null },
      { verbatim: 'Minh Mạng năm thứ 12', derivation: 'niên hiệu', uncertain: false },
    ],
    refused: [{}, '1990', { earliest: '1990-01-01' }, { earliest: 0.5, verbatim: 'x' }, { year: 1990 }],
  },
  recurrence: {
    accepted: [
      {
        calendar: 'lunar-vi',
        start: '03-10',
        end: '03-12',
        leap: 'regular',
        everyYears: 3,
        anchorYear: 2020,
      },
      { calendar: 'words', words: 'Ngày Mão đầu tháng Hai' },
      { calendar: 'cham', overrides: [{ year: 2024, start: '2024-10-02', status: 'official' }] },
    ],
    refused: [
      {},
      { calendar: 'lunar' },
      { calendar: 'lunar-vi', start: '3-10' },
      { calendar: 'lunar-vi', start: '13-01' },
      { calendar: 'lunar-vi', everyYears: 0 },
      { calendar: 'lunar-vi', leap: 'maybe' },
      { calendar: 'cham', overrides: [{ start: '2024-10-02', status: 'official' }] },
    ],
  },
  geometry: {
    accepted: [
      geometry,
      { ...geometry, crs: 'EPSG:9211', original: { e: 587_000.5, n: '2325000.25' }, precisionMetres: 0.5 },
      { ...geometry, original: 'X = 2325000; Y = 587000', decision: '12/QĐ-UBND' },
    ],
    refused: [
      point,
      { ...geometry, crs: 'VN-2000' },
      { ...geometry, publicPrecision: 'secret' },
      { ...geometry, precisionMetres: -1 },
      { ...geometry, precisionMetres: JSON.parse('1e999') },
      { ...geometry, original: { e: JSON.parse('-1e999'), n: 1 } },
      { ...geometry, original: { e: '1,5', n: 1 } },
      { ...geometry, geojson: { type: 'GeometryCollection', geometries: [] } },
      { ...geometry, geojson: { ...point, crs: 'x' } },
      { ...geometry, geojson: { type: 'Point', coordinates: [] } },
    ],
  },
  measurement: {
    accepted: [
      { type: 'height', value: '63.5', unit: 'cm' },
      { type: 'height', value: '2', unit: 'm', part: 'chân đế', approximate: true },
    ],
    refused: [
      { type: 'height', value: 63.5, unit: 'cm' },
      { type: 'height', value: '63.5' },
      { value: '1', unit: 'cm' },
      '63 cm',
    ],
  },
  reference: {
    accepted: [
      { pid: 'ark:99999/x1' },
      { verbatim: 'Đại Việt sử ký toàn thư' },
      { pid: 'p', kind: 'source', verbatim: 'v' },
    ],
    refused: [{}, 'ark:99999/x1', { pid: '' }, { url: 'https://x' }],
  },
  agentRole: {
    accepted: [
      { role: 'maker', pid: 'p' },
      { role: 'maker', verbatim: 'Thợ làng' },
    ],
    refused: [{ role: 'maker' }, { verbatim: 'Thợ làng' }, { role: '', verbatim: 'x' }],
  },
  place: {
    accepted: [{ verbatim: 'Phường Ba Đình' }, { units: ['38', '20410'] }, { historicUnits: ['49'] }],
    refused: [{}, 'Hà Nội', { units: '38' }, { units: [38] }, { units: [''] }],
  },
  decision: {
    accepted: [
      { number: '1426/QĐ-TTg' },
      { number: '12/QĐ', date: '2012-10-01', issuer: 'Thủ tướng Chính phủ', id: 'd1' },
    ],
    refused: [{}, { date: '2012-10-01' }, { number: '' }, '1426/QĐ-TTg'],
  },
  inscription: {
    accepted: [
      { original: '文廟門' },
      { transliteration: 'Văn Miếu môn', translation: 'Cổng Văn Miếu', position: 'cổng', script: 'Hani' },
    ],
    refused: [{}, '文廟門', { original: '' }, { text: 'x' }],
  },
  file: {
    accepted: [
      { name: 'a.pdf', role: 'profile' },
      { name: 'a.pdf', role: 'profile', sha256 },
    ],
    refused: [
      { name: 'a.pdf' },
      { name: 'a.pdf', role: 'x', sha256: sha256.toUpperCase() },
      { name: 'a.pdf', role: 'x', path: '/' },
    ],
  },
};

describe.each(DATATYPES)('%s', (datatype) => {
  const check = compileStructure(VALUE_SCHEMAS[datatype]);

  test.each(EXAMPLES[datatype].accepted.map((value) => [value]))('takes %j', (value) => {
    expect(check(value)).toEqual([]);
  });

  test.each(EXAMPLES[datatype].refused.map((value) => [value]))('refuses %j', (value) => {
    expect(check(value).length).toBeGreaterThan(0);
  });

  test('an outside validator with the published schema agrees', () => {
    const field = aField({ id: 'x', datatype });
    const standard = aStandard({}, [aField({ id: 'name', datatype: 'localizedText' }), field]);
    const accepts = new Ajv2020({ strict: false }).compile(jsonSchemaOf(standard, aCatalogue([standard])));
    for (const value of EXAMPLES[datatype].accepted) expect(accepts(aBody({ x: [{ value }] }))).toBe(true);
    for (const value of EXAMPLES[datatype].refused) expect(accepts(aBody({ x: [{ value }] }))).toBe(false);
  });
});
