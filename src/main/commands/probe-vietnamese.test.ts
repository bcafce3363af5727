import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { loadKnowledge } from '../knowledge.ts';
import { ROOT } from '../paths.ts';
import { type Probe, vietnameseProbes } from './probe-vietnamese.ts';

const FIXTURES = join(ROOT, '../shared/fixtures/vn');
const present = existsSync(FIXTURES);

let probes: Record<string, Probe>;
beforeAll(async () => {
  const knowledge = await loadKnowledge();
  if (knowledge.kind !== 'known') throw new Error(knowledge.problems.join('\n'));
  probes = vietnameseProbes(knowledge.eras);
});

function ask(kind: string, input: unknown): unknown {
  const outcome = probes[kind]?.(input);
  return outcome?.kind === 'answer' ? outcome.value : outcome;
}

function rowsOf(file: string): Record<string, string>[] {
  const table = readCsv(readFileSync(join(FIXTURES, file)));
  if (table.kind !== 'table') throw new Error(`${file}: ${table.kind}`);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(table.header.map((name, index) => [name, cells[index] ?? ''])),
  );
}

describe('the examples of the contract', () => {
  test('lunar and solar', () => {
    expect(ask('lunar', '1968-01-29')).toMatchObject({
      year: 1968,
      month: 1,
      day: 1,
      leap: false,
      yearName: 'Mậu Thân',
      dayName: 'Mậu Tuất',
      basis: 'computed',
    });
    expect(ask('solar', { year: 1968, month: 1, day: 1, leap: false })).toBe('1968-01-29');
  });

  test('text', () => {
    expect(ask('fold', 'Trống Đồng')).toBe('trong dong');
    expect(ask('sort', ['đ', 'd'])).toEqual(['d', 'đ']);
    expect(ask('same', ['hoà', 'hòa'])).toBe(true);
    expect(ask('same', ['hoà', 'hoá'])).toBe(false);
  });

  test('reign eras become an interval of days', () => {
    expect(ask('era', 'Minh Mạng năm thứ 12')).toMatchObject({ edtf: '1831-02-13/1832-02-01' });
  });

  test('legacy bytes', () => {
    const bytes = Buffer.from([0x54, 0x72, 0xe8, 0x6e, 0x67, 0x20, 0xae, 0xe5, 0x6e, 0x67]).toString(
      'base64',
    );
    expect(ask('decode', { bytes })).toMatchObject({ encoding: 'TCVN3', text: 'Trống đồng' });
  });
});

describe('what is refused says why', () => {
  test.each([
    ['lunar', '2025-02-30'],
    ['lunar', 7],
    ['solar', { year: 2026, month: 13, day: 1, leap: false }],
    ['solar', { year: 2026, month: 1, day: 30, leap: true }],
    ['vn2000', { epsg: 4326, e: 1, n: 2 }],
    ['era', 'Minh Mạng năm thứ 40'],
    ['era', 'con mèo'],
    ['decode', { bytes: Buffer.from([0xff, 0x81, 0x90]).toString('base64') }],
  ])('%s %j', (kind, input) => {
    expect(ask(kind, input)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/./) });
  });
});

describe.skipIf(!present)('the conformance tables of ../shared/fixtures/vn', () => {
  test('every scored lunar month', () => {
    const scored = rowsOf('lunar-months.csv').filter((row) => Number(row.minutes_from_midnight) >= 2);
    const wrong = scored.filter((row) => {
      const date = {
        year: Number(row.lunar_year),
        month: Number(row.lunar_month),
        day: 1,
        leap: row.leap === '1',
      };
      const lunar = ask('lunar', row.solar_start) as Record<string, unknown>;
      return (
        ask('solar', date) !== row.solar_start ||
        lunar.dayName !== row.first_day_canchi ||
        lunar.yearName !== row.year_canchi
      );
    });
    expect(scored.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  test('every point within 2 cm, both ways', () => {
    const metresPerDegree = 111_320;
    for (const row of rowsOf('vn2000.csv')) {
      const [epsg, e, n] = [Number(row.epsg), Number(row.vn2000_e), Number(row.vn2000_n)];
      const [lat, lon] = [Number(row.wgs84_lat), Number(row.wgs84_lon)];
      const there = ask('vn2000', { epsg, e, n }) as { lat: number; lon: number };
      const back = ask('wgs84', { epsg, lat, lon }) as { e: number; n: number };
      expect(
        Math.hypot(there.lat - lat, (there.lon - lon) * Math.cos((lat * Math.PI) / 180)) * metresPerDegree,
      ).toBeLessThan(0.02);
      expect(Math.hypot(back.e - e, back.n - n)).toBeLessThan(0.02);
    }
  });

  test('folding and order', () => {
    for (const row of rowsOf('fold-forms.csv')) expect(ask('fold', row.input)).toBe(row.expected_lower_fold);
    const orders = JSON.parse(readFileSync(join(FIXTURES, 'collation.json'), 'utf8')) as {
      input: string[];
      sorted: string[];
    }[];
    expect(orders.length).toBeGreaterThan(0);
    for (const { input, sorted } of orders) expect(ask('sort', input)).toEqual(sorted);
  });

  test('old and new tone placement are one spelling', () => {
    for (const row of rowsOf('tone-placement.csv')) expect(ask('same', [row.input, row.expected])).toBe(true);
  });
});
