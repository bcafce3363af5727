import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from './days.ts';
import { parseEdtf } from './edtf.ts';
import type { Period } from './span-readings.ts';
import { parseDateText } from './text.ts';

const PERIODS: Period[] = [
  { names: ['Văn hóa Đông Sơn', 'Đông Sơn'], from: -699, to: 100 },
  { names: ['Óc Eo'], from: 1, to: 650 },
  { names: ['Trần'], from: 1225, to: 1400 },
  { names: ['Lý'], from: 1009, to: 1225 },
  { names: ['Lê sơ', 'Early Lê'], from: 1428, to: 1527 },
  { names: ['Nguyễn'], from: 1802, to: 1945 },
];

function read(text: string): string {
  const outcome = parseDateText(text, { periods: PERIODS });
  if (outcome.kind === 'date') return `${outcome.edtf} ${outcome.certainty}`;
  return outcome.kind === 'refused' ? `refused ${outcome.part}` : outcome.kind;
}

describe('dates in Vietnamese and English', () => {
  it.each([
    // days, months, years
    ['1945-09-02', '1945-09-02 certain'],
    ['2/9/1945', '1945-09-02 certain'],
    ['02.09.1945', '1945-09-02 certain'],
    ['ngày 2 tháng 9 năm 1945', '1945-09-02 certain'],
    ['mùng 5 tháng 1 năm 1789', '1789-01-05 certain'],
    ['2 September 1945', '1945-09-02 certain'],
    ['September 2, 1945', '1945-09-02 certain'],
    ['5/1975', '1975-05 certain'],
    ['tháng 5/1975', '1975-05 certain'],
    ['tháng 5 năm 1975', '1975-05 certain'],
    ['May 1975', '1975-05 certain'],
    ['1984-05', '1984-05 certain'],
    ['1820', '1820 certain'],
    ['Năm 601', '0601 certain'],
    ['năm 40', '0040 certain'],
    ['40 SCN', '0040 certain'],
    ['AD 40', '0040 certain'],
    ['khoảng năm 1820', '1820~ approximate'],
    ['c. 1820', '1820~ approximate'],
    ['circa 1820?', '1820% uncertain'],
    ['có lẽ năm 1820', '1820? uncertain'],
    ['đầu năm 1975', '1975-01~/1975-04~ approximate'],
    ['1920s', '192X certain'],
    ['những năm 1920', '192X certain'],
    ['thập niên 60 của thế kỷ XX', '196X certain'],
    // centuries
    ['thế kỷ XV', '1401/1500 certain'],
    ['Thế kỉ thứ 15', '1401/1500 certain'],
    ['TK XV', '1401/1500 certain'],
    ['thế kỷ XV'.normalize('NFD'), '1401/1500 certain'],
    ['the ky xv', '1401/1500 certain'],
    ['thế kỷ I', '0001/0100 certain'],
    ['đầu thế kỷ 18', '1701~/1733~ approximate'],
    ['giữa thế kỷ 18', '1734~/1767~ approximate'],
    ['cuối thế kỷ 18', '1768~/1800~ approximate'],
    ['nửa đầu thế kỷ XIX', '1801~/1850~ approximate'],
    ['nửa cuối thế kỷ XIX', '1851~/1900~ approximate'],
    ['thế kỷ XVII - XVIII', '1601/1800 certain'],
    ['Thế kỷ khoảng VI - VII', '0501~/0700~ approximate'],
    ['Cuối thế kỷ XI - đầu thế kỷ XII', '1068~/1133~ approximate'],
    ['Giữa thế kỷ XVIII - XIX', '1734~/1900~ approximate'],
    ['từ thế kỷ X đến thế kỷ XII', '0901/1200 certain'],
    ['15th century', '1401/1500 certain'],
    ['late 15th century AD', '1468~/1500~ approximate'],
    ['second half of the 15th century', '1451~/1500~ approximate'],
    ['15th–16th centuries', '1401/1600 certain'],
    ['2nd century BC – 1st century AD', '-0199/0100 certain'],
    // before the common era
    ['200 TCN', '-0199 certain'],
    ['179 BC', '-0178 certain'],
    ['300–200 TCN', '-0299/-0199 certain'],
    ['179 TCN - 938', '-0178/0938 certain'],
    ['thế kỷ III trước Công nguyên', '-0299/-0200 certain'],
    ['khoảng thế kỷ III–I trước Công nguyên', '-0299~/0000~ approximate'],
    ['Thế kỷ I trước Công nguyên - II sau Công nguyên', '-0099/0200 certain'],
    ['Cuối thế kỷ III trước Công nguyên - I sau Công nguyên', '-0232~/0100~ approximate'],
    // before present
    ['4.000–3.800 năm cách ngày nay', '-2050/-1850 certain'],
    ['2000 - 2500 năm cách ngày nay', '-0550/-0050 certain'],
    ['cách ngày nay khoảng 4.000 năm', '-2050~ approximate'],
    ['4000 BP', '-2050 certain'],
    ['khoảng 3000 years ago', '-1050~ approximate'],
    ['Khoảng 800,000 năm cách ngày nay', 'Y-798050 approximate'],
    ['80 vạn năm cách ngày nay', 'Y-798050 certain'],
    ['1,5 triệu năm cách đây', 'Y-1498050 certain'],
    ['Từ khoảng 3,000 năm cách ngày nay', '-1050~/.. approximate'],
    // ranges and open ends
    ['1484 - 1780', '1484/1780 certain'],
    ['1967-78', '1967/1978 certain'],
    ['1428–1527', '1428/1527 certain'],
    ['từ 1954 đến 1969', '1954/1969 certain'],
    ['between 1954 and 1969', '1954/1969 certain'],
    ['28/8/1648 - 1/9/1648', '1648-08-28/1648-09-01 certain'],
    ['Từ 1947', '1947/.. certain'],
    ['1990 đến nay', '1990/.. certain'],
    ['trước năm 1800', '../1799 certain'],
    ['trước thế kỷ X', '../0900 certain'],
    ['after 1800', '1801/.. certain'],
    ['đến năm 1945', '../1945 certain'],
    ['trước 2/9/1945', '../1945-09-01 certain'],
    // periods
    ['Đông Sơn', '-0699~/0100~ approximate'],
    ['văn hóa Óc Eo', '0001~/0650~ approximate'],
    ['thời Trần', '1225~/1400~ approximate'],
    ['Lê sơ', '1428~/1527~ approximate'],
    ['Trần dynasty', '1225~/1400~ approximate'],
    ['Lý - Trần', '1009~/1400~ approximate'],
    ['đầu thời Nguyễn', '1802~/1849~ approximate'],
    // two statements
    ['Văn hóa Đông Sơn (thế kỷ III - II trước Công nguyên)', '-0299/-0100 certain'],
    ['1466 (Quang Thuận 7)', '1466 certain'],
    ['Cảnh Hưng 57 (1796)', '1796 certain'],
    ['28-8-1648 (Phúc Thái 6)', '1648-08-28 certain'],
    ['thế kỷ XIV, thời Trần', '1301/1400 certain'],
    ['Thời Khải Định (1916 - 1925)', '1916/1925 certain'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['31/02/2020', 'refused day'],
    ['2025-02-30', 'refused day'],
    ['29/2/1900', 'refused day'],
    ['1/13/2020', 'refused month'],
    ['ngày 31 tháng 4 năm 1975', 'refused day'],
    ['32/1/2020 - 1/2/2020', 'refused day'],
    ['năm 0', 'refused year'],
    ['thế kỷ 0', 'refused century'],
    ['thế kỷ IIX', 'refused century'],
    ['1780 - 1484', 'refused order'],
    ['Óc Eo (31/02/2020)', 'refused day'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'hôm qua',
    '15',
    'Minh Mạng năm thứ 12',
    'tháng 3 năm Minh Mạng thứ 12',
    'Chăm Pa',
    '1'.repeat(10_000),
  ])('does not pretend to read %j', (text) => {
    expect(parseDateText(text, { periods: PERIODS })).toEqual({ kind: 'unrecognised', verbatim: text });
  });

  it('keeps the text and says how it was read', () => {
    expect(parseDateText('khoảng thế kỷ III–I trước Công nguyên')).toEqual({
      kind: 'date',
      verbatim: 'khoảng thế kỷ III–I trước Công nguyên',
      edtf: '-0299~/0000~',
      earliest: dayFromIso('-0299-01-01'),
      latest: dayFromIso('0000-12-31'),
      certainty: 'approximate',
      derivation: [
        { step: 'century', century: 3, bce: true, part: 'whole' },
        { step: 'century', century: 1, bce: true, part: 'whole' },
        { step: 'approximate' },
      ],
    });
    expect(parseDateText('Đông Sơn (thế kỷ II TCN)', { periods: PERIODS })).toMatchObject({
      derivation: [{ step: 'century' }, { step: 'preferred', used: 'thế kỷ II TCN', other: 'Đông Sơn' }],
    });
  });

  it('gives an EDTF that means the same days, for every year, month and day', () => {
    const year = fc.integer({ min: 1, max: 2100 });
    fc.assert(
      fc.property(year, fc.constantFrom('TCN', 'SCN'), (number, era) => {
        const outcome = parseDateText(`năm ${number} ${era}`);
        const astronomical = era === 'TCN' ? 1 - number : number;
        expect(outcome.kind).toBe('date');
        if (outcome.kind !== 'date') return;
        expect(
          isoFromDay(outcome.earliest ?? 0).startsWith(isoFromDay(outcome.latest ?? 0).slice(0, -6)),
        ).toBe(true);
        expect(Number(isoFromDay(outcome.earliest ?? 0).slice(0, -6))).toBe(astronomical);
        const { earliest, latest } = outcome;
        expect(parseEdtf(outcome.edtf ?? '')).toMatchObject({ kind: 'edtf', earliest, latest });
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'thế kỷ',
      'XV',
      '-',
      ' ',
      'năm',
      '1820',
      '(',
      ')',
      'TCN',
      'đến',
      'khoảng',
      '30/2',
      ',',
      '景',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const outcome = parseDateText(parts.join(''), { periods: PERIODS });
        if (outcome.kind !== 'date' || outcome.earliest === null || outcome.latest === null) return;
        expect(outcome.earliest).toBeLessThanOrEqual(outcome.latest);
      }),
    );
  });
});

const TREASURES = new URL('../../../../shared/data/facts/national_treasures.csv', import.meta.url);

describe.skipIf(!existsSync(TREASURES))('period labels of the national treasures', () => {
  it('are read wherever they hold a number', () => {
    const rows: { period: string }[] = parse(readFileSync(TREASURES), { columns: true });
    const labels = [...new Set(rows.map(({ period }) => period))];
    const unread = labels.filter((label) => parseDateText(label, { periods: PERIODS }).kind !== 'date');
    expect(unread.filter((label) => /\d|thế kỷ/i.test(label))).toEqual([]);
  });
});
