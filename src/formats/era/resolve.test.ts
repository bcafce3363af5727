import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay, parseEdtf } from '#formats/dates/index.ts';
import { lunarYearInterval, type SourcedCalendar } from '#formats/lunar/index.ts';
import { resolveDateText } from './date-text.ts';
import type { EraRow } from './era-names.ts';
import { resolveEra } from './resolve.ts';

function row(dynasty: string, ruler: string, names: [string, string], years: [number, number]): EraRow {
  return { dynasty, ruler, era: names[0], eraHan: names[1], start: years[0], end: years[1] };
}

const ERAS: EraRow[] = [
  row('Nhà Lý', 'Lý Thái Tổ', ['Thuận Thiên', '順天'], [1010, 1028]),
  row('Nhà Trần', 'Trần Thánh Tông', ['Thiệu Long', '紹隆'], [1258, 1272]),
  row('Nhà Lê sơ', 'Lê Thái Tổ', ['Thuận Thiên', '順天'], [1428, 1433]),
  row('Nhà Lê sơ', 'Lê Nhân Tông', ['Đại Hòa (Thái Hòa)', '大和 (太和)'], [1443, 1453]),
  row('Nhà Lê sơ', 'Lê Thánh Tông', ['Quang Thuận', '光順'], [1460, 1469]),
  row('Nhà Lê sơ', 'Lê Thánh Tông', ['Hồng Đức', '洪德'], [1470, 1497]),
  row('Nhà Lê trung hưng', 'Lê Hy Tông', ['Chính Hòa', '正和'], [1680, 1705]),
  row('Nhà Lê trung hưng', 'Lê Hiển Tông', ['Cảnh Hưng', '景興'], [1740, 1786]),
  row('Nhà Tây Sơn', 'Quang Trung (Nguyễn Huệ)', ['Quang Trung', '光中'], [1788, 1792]),
  row('Nhà Nguyễn', 'Nguyễn Thế Tổ (Nguyễn Phúc Ánh)', ['Gia Long', '嘉隆'], [1802, 1819]),
  row('Nhà Nguyễn', 'Nguyễn Thánh Tổ', ['Minh Mạng (Minh Mệnh)', '明命'], [1820, 1840]),
  row('Nhà Nguyễn', 'Nguyễn Dực Tông', ['Tự Đức', '嗣德'], [1848, 1883]),
  row('Nhà Nguyễn', 'Dục Đức (Nguyễn Phúc Ưng Ái)', ['', ''], [1883, 1883]),
  row('Nhà Nguyễn', 'Nguyễn Cảnh Tông', ['Đồng Khánh', '同慶'], [1886, 1888]),
  row('Nhà Nguyễn', 'Nguyễn Phúc Vĩnh San', ['Duy Tân', '維新'], [1907, 1916]),
];

function read(text: string, eras = ERAS): string {
  const outcome = resolveEra(text, eras);
  if (outcome.kind === 'date')
    return outcome.certainty === 'certain' ? outcome.edtf : `${outcome.edtf} ${outcome.certainty}`;
  return outcome.kind === 'refused' ? `refused ${outcome.reason}` : 'unrecognised';
}

const MINH_MANG_12 = '1831-02-13/1832-02-01';
const CANH_HUNG_27 = '1766-02-09/1767-01-29';

describe('years of an era', () => {
  it.each([
    ['Minh Mạng năm thứ 12', MINH_MANG_12],
    ['Minh Mạng thứ 12', MINH_MANG_12],
    ['năm Minh Mạng thứ 12', MINH_MANG_12],
    ['năm thứ mười hai niên hiệu Minh Mạng', MINH_MANG_12],
    ['Minh Mạng 12', MINH_MANG_12],
    ['Minh Mệnh thập nhị niên', MINH_MANG_12],
    ['MINH MỆNH THẬP NHỊ NIÊN', MINH_MANG_12],
    ['minh mang nam thu 12', MINH_MANG_12],
    ['minh menh thap nhi nien', MINH_MANG_12],
    ['Minh Mạng năm thứ 12'.normalize('NFD'), MINH_MANG_12],
    ['Minh Mạng thứ 12, Tân Mão', MINH_MANG_12],
    ['Minh Mạng năm thứ 12 (1831)', MINH_MANG_12],
    ['1831 (Minh Mạng 12)', MINH_MANG_12],
    ['明命十二年', MINH_MANG_12],
    ['Cảnh Hưng nhị thập thất niên', CANH_HUNG_27],
    ['Cảnh Hưng năm thứ hai mươi bảy', CANH_HUNG_27],
    ['景興二十七年', CANH_HUNG_27],
    ['皇朝景興二十七年歲次丙戌', CANH_HUNG_27],
    ['景興廿七年', CANH_HUNG_27],
    ['景兴二十七年', CANH_HUNG_27],
    ['Minh Mạng nguyên niên', '1820-02-14/1821-02-02'],
    ['Gia Long năm thứ nhất', '1802-02-03/1803-01-22'],
    ['明命元年', '1820-02-14/1821-02-02'],
    ['Chánh Hoà thứ 15', '1694-01-25/1695-02-12'],
    ['Chính Hòa năm thứ 15 đời vua Lê Hi Tông', '1694-01-25/1695-02-12'],
    ['Hồng Đức thứ năm', '1474-01-27/1475-02-14'],
    ['Thái Hòa năm thứ 2', '1444-01-29/1445-02-15'],
    ['Thuận Thiên năm thứ 3 đời Lê Thái Tổ', '1430-02-02/1431-01-22'],
    ['vua Thánh Tông nhà Lê năm thứ 5', '1464-02-16/1465-02-04'],
    ['khoảng Minh Mạng năm thứ 12', '1831-02-13~/1832-02-01~ approximate'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('are whole lunar years, with every step that led there', () => {
    expect(resolveEra('Cảnh Hưng nhị thập thất niên', ERAS)).toMatchObject({
      kind: 'date',
      certainty: 'certain',
      retro: true,
      uncertaintyDays: 1,
      uncertaintyMonths: 1,
      earliest: lunarYearInterval(1766)?.[0],
      latest: lunarYearInterval(1766)?.[1],
      candidates: [{ ruler: 'Lê Hiển Tông', era: 'Cảnh Hưng', lunarYear: 1766, yearName: 'Bính Tuất' }],
      derivation: [
        { step: 'era', era: 'Cảnh Hưng', start: 1740, end: 1786 },
        { step: 'era-year', n: 27, lunarYear: 1766, yearName: 'Bính Tuất', rule: 'accession' },
        { step: 'calendar', basis: 'computed', retro: true },
      ],
    });
  });

  it('doubt what disagrees with them', () => {
    expect(read('Minh Mạng năm thứ 12 (1835)')).toBe('1831-02-13?/1832-02-01? uncertain');
    expect(resolveEra('Minh Mạng thứ 12, Canh Dần', ERAS)).toMatchObject({
      certainty: 'uncertain',
      derivation: expect.arrayContaining([
        { step: 'can-chi-disagrees', written: 'Canh Dần', computed: 'Tân Mão' },
      ]),
    });
  });

  it('list both eras of one name, unless the marks or another name decide', () => {
    const outcome = resolveEra('Thuận Thiên năm thứ 3', ERAS);
    expect(outcome).toMatchObject({
      kind: 'date',
      certainty: 'uncertain',
      candidates: [{ lunarYear: 1012 }, { lunarYear: 1430 }],
    });
    expect(read('Thuận Thiên năm thứ 12')).toBe('1021-01-15~/1022-02-25~ approximate');
    expect(read('Thuận Thiên năm thứ 3 (1430)')).toBe('1430-02-02/1431-01-22');
    const alike = [...ERAS, row('Nhà Thử', 'Thử', ['Cảnh Hùng', '景雄'], [1500, 1540])];
    expect(read('Cảnh Hưng nhị thập thất niên', alike)).toBe(CANH_HUNG_27);
    expect(read('canh hung nhi thap that nien', alike)).toMatch(/^1526-.* uncertain$/);
  });

  it('count from the next year, or from both, where the table says so', () => {
    const gia = ERAS.find(({ era }) => era === 'Gia Long');
    if (!gia) throw new Error('row missing');
    expect(read('Gia Long năm thứ 2', [{ ...gia, yearOne: 'next' }])).toBe('1804-02-11/1805-01-30');
    const either = resolveEra('Gia Long năm thứ 2', [{ ...gia, yearOne: 'either' }]);
    expect(either).toMatchObject({
      candidates: [{ lunarYear: 1803 }, { lunarYear: 1804 }],
      certainty: 'uncertain',
    });
    expect(either).toMatchObject({
      derivation: expect.arrayContaining([{ step: 'several-candidates', count: 2 }]),
    });
    expect(read('Gia Long năm thứ 18', [{ ...gia, yearOne: 'next' }])).toBe('refused beyond-era');
  });

  it('use a sourced calendar of the court when there is one', () => {
    const months = [{ month: 1, leap: false, start: '1766-02-10', length: 30 }];
    const tables: SourcedCalendar[] = [{ source: 'Lịch thử', years: [{ year: 1766, months }] }];
    expect(resolveEra('Cảnh Hưng năm thứ 27', ERAS, { tables })).toMatchObject({
      edtf: '1766-02-10/1766-03-11',
      retro: false,
      uncertaintyDays: 0,
    });
  });
});

describe('months, days and seasons', () => {
  it.each([
    ['tháng 3 năm Minh Mạng thứ 12', '1831-04-12/1831-05-11'],
    ['Minh Mệnh thập nhị niên tam nguyệt', '1831-04-12/1831-05-11'],
    ['明命十二年三月', '1831-04-12/1831-05-11'],
    ['ngày 15 tháng 3 năm Minh Mạng thứ 12', '1831-04-26'],
    ['rằm tháng ba năm Minh Mạng thứ 12', '1831-04-26'],
    ['明命十二年三月十五日', '1831-04-26'],
    ['Tự Đức tứ niên tam nguyệt sơ ngũ nhật', '1851-04-06'],
    ['mồng năm tháng 3 năm Tự Đức thứ 4', '1851-04-06'],
    ['嗣德四年三月初五日', '1851-04-06'],
    ['tháng giêng năm Minh Mạng thứ 12', '1831-02-13/1831-03-13'],
    ['tháng chạp năm Minh Mạng thứ 12', '1832-01-03/1832-02-01'],
    ['明命十二年正月吉日', '1831-02-13/1831-03-13'],
    ['mùa thu năm Minh Mạng thứ 12', '1831-08-08/1831-11-03'],
    ['Trọng thu Minh Mệnh nhị niên', '1821-08-27/1821-09-25'],
    ['明命二年仲秋', '1821-08-27/1821-09-25'],
    ['tháng 2 nhuận năm Gia Long thứ 2', '1803-03-23/1803-04-20'],
    ['嘉隆二年閏二月', '1803-03-23/1803-04-20'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('can-chi years', () => {
  it.each([
    ['năm Bính Tuất đời Minh Mạng', '1826-02-07/1827-01-26'],
    ['đời Cảnh Hưng năm Bính Tuất', CANH_HUNG_27],
    ['景興丙戌年', CANH_HUNG_27],
    ['năm Bính Tuất triều Nguyễn', '1826-02-07?/1887-01-23? uncertain'],
    ['Duy Tân Tân Hợi', '1911-01-30/1912-02-17'],
    ['nam Quy Ti doi vua Le Thanh Tong', '1473-02-06/1474-01-26'],
    ['Kỷ Tỵ (1449)', '1449-02-02/1450-01-22'],
    ['1449 Kỉ Tị', '1449-02-02/1450-01-22'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('lists all candidates of a dynasty', () => {
    expect(resolveEra('năm Bính Tuất triều Nguyễn', ERAS)).toMatchObject({
      candidates: [
        { era: 'Minh Mạng (Minh Mệnh)', lunarYear: 1826, edtf: '1826-02-07/1827-01-26' },
        { era: 'Đồng Khánh', lunarYear: 1886, edtf: '1886-02-04/1887-01-23' },
      ],
    });
  });
});

describe('whole eras, reigns and dynasties', () => {
  it.each([
    ['triều Nguyễn', '1802/1916'],
    ['đời vua Tự Đức', '1848/1883'],
    ['niên hiệu Hồng Đức', '1470/1497'],
    ['vua Lê Thánh Tôn', '1460/1497'],
    ['Dục Đức', '1883'],
    ['thời Lê sơ', '1428/1497'],
    ['đời Hậu Lê', '1428/1786'],
    ['Tây Sơn', '1788/1792'],
    ['Thuận Thiên', '1010?/1433? uncertain'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('refusals say why', () => {
  it.each([
    ['Minh Mạng năm thứ 40', { reason: 'beyond-era', length: 21, year: 40 }],
    ['Cảnh Hưng 57', { reason: 'beyond-era', era: 'Cảnh Hưng', length: 47, year: 57 }],
    ['Minh Mạng năm thứ 0', { reason: 'beyond-era', year: 0 }],
    ['năm Bính Tuất đời Tự Đức', { reason: 'can-chi-not-in-era', name: 'Bính Tuất', start: 1848, end: 1883 }],
    ['Giáp Sửu đời Minh Mạng', { reason: 'no-such-can-chi' }],
    ['năm Giáp Tỵ đời Minh Mạng', { reason: 'no-such-can-chi' }],
    ['năm Bính Tuất', { reason: 'can-chi-needs-era' }],
    ['nhà Lê năm thứ 3', { reason: 'year-needs-era' }],
    ['năm thứ 3', { reason: 'year-needs-era' }],
    ['tháng 3 đời Minh Mạng', { reason: 'incomplete' }],
    ['ngày 3 năm Minh Mạng thứ 12', { reason: 'incomplete' }],
    ['Minh Mạng đời Trần', { reason: 'names-disagree' }],
    ['tháng 13 năm Gia Long thứ 2', { reason: 'no-such-month', lunarYear: 1803, leapMonth: 2 }],
    ['明命十二年閏四月初五日', { reason: 'no-such-month', lunarYear: 1831, leapMonth: null }],
    ['ngày 30 tháng giêng năm Minh Mạng thứ 12', { reason: 'no-such-day', lunarYear: 1831, monthLength: 29 }],
  ])('%s', (text, expected) => {
    expect(resolveEra(text, ERAS)).toMatchObject({ kind: 'refused', verbatim: text, ...expected });
  });

  it.each([
    '',
    'hôm qua',
    'thế kỷ XV',
    'Minh Mạng năm thứ 3 năm thứ 5',
    'chùa xây năm Minh Mạng thứ 12',
    '天地玄黃',
    'x'.repeat(1000),
  ])('does not pretend to read %j', (text) => {
    expect(resolveEra(text, ERAS)).toMatchObject({ kind: 'unrecognised', verbatim: text });
  });

  it('never throws, and its EDTF means its days', () => {
    const pieces = fc.constantFrom(
      'Minh Mạng',
      'Thuận Thiên',
      'năm',
      'thứ',
      '3',
      '12',
      'tháng',
      'Bính Tuất',
      'nhà Lê',
      'mùa thu',
      'niên',
      '1831',
      '景興',
      '三年',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
        const outcome = resolveEra(parts.join(' '), ERAS);
        if (outcome.kind !== 'date') return;
        const { earliest, latest } = outcome;
        expect(parseEdtf(outcome.edtf)).toMatchObject({ kind: 'edtf', earliest, latest });
      }),
      { numRuns: 500 },
    );
  });
});

describe('any date text', () => {
  it.each([
    ['1466 (Quang Thuận 7)', '1466-01-26/1467-02-13'],
    ['28-8-1648 (Phúc Thái 6)', '1648-08-28'],
    ['Cảnh Hưng 57 (1796)', '1796'],
    ['thế kỷ XV', '1401/1500'],
    ['Nguyễn', '1802~/1916~'],
    ['Lý - Trần', '1010~/1272~'],
    ['cuối thời Nguyễn', '1879~/1916~'],
    ['đời vua Tự Đức', '1848/1883'],
  ])('%s', (text, edtf) => {
    expect(resolveDateText(text, { eras: ERAS })).toMatchObject({ kind: 'date', edtf });
  });

  it('keeps the refusal of whichever part could read it', () => {
    expect(resolveDateText('31/02/2020', { eras: ERAS })).toMatchObject({ kind: 'refused', part: 'day' });
    expect(resolveDateText('Minh Mạng năm thứ 40', { eras: ERAS })).toMatchObject({ reason: 'beyond-era' });
    expect(resolveDateText('hôm qua', { eras: ERAS })).toMatchObject({ kind: 'unrecognised' });
  });
});

const DYNASTIES = new URL('../../../../shared/data/facts/dynasties.csv', import.meta.url);

describe.skipIf(!existsSync(DYNASTIES))('the full table of eras', () => {
  const rows: Record<string, string>[] = existsSync(DYNASTIES)
    ? parse(readFileSync(DYNASTIES), { columns: true })
    : [];
  const eras = rows.map((given) =>
    row(
      given.dynasty ?? '',
      given.ruler ?? '',
      [given.era_name_vi ?? '', given.era_name_hannom ?? ''],
      [Number(given.start_year), Number(given.end_year)],
    ),
  );
  const named = eras.filter(({ era }) => era !== '');

  it('finds the first and last year of every era, in both scripts', () => {
    expect(named.length).toBeGreaterThan(130);
    for (const { era, eraHan, start, end } of named) {
      const name = era.replace(/ \(.*/, '');
      const han = eraHan.replace(/ \(.*/, '');
      for (const text of [`${name} nguyên niên`, `${han}元年`]) {
        const outcome = resolveEra(text, eras);
        const years = outcome.kind === 'date' ? outcome.candidates.map(({ lunarYear }) => lunarYear) : [];
        expect({ text, years }).toEqual({ text, years: expect.arrayContaining([start]) });
      }
      const last = resolveEra(`${name} năm thứ ${end - start + 1}`, eras);
      const years = last.kind === 'date' ? last.candidates.map(({ lunarYear }) => lunarYear) : [];
      expect({ name, years }).toEqual({ name, years: expect.arrayContaining([end]) });
    }
  });

  it('reads every dynasty and ruler', () => {
    for (const { dynasty, ruler, start, end } of eras) {
      for (const name of [dynasty, ruler.replace(/[(,;].*| và .*/, '').trim()].filter(
        (text) => text !== '',
      )) {
        const outcome = resolveEra(name, eras);
        expect({ name, kind: outcome.kind }).toEqual({ name, kind: 'date' });
        if (outcome.kind !== 'date') continue;
        expect(Number(isoFromDay(outcome.earliest).slice(0, 4))).toBeLessThanOrEqual(start);
        expect(Number(isoFromDay(outcome.latest).slice(0, 4))).toBeGreaterThanOrEqual(end);
      }
    }
  });
});
