import { describe, expect, it } from 'vitest';
import { type Period, spanReading } from './span-readings.ts';

const PERIODS: Period[] = [
  { names: ['Văn hóa Phùng Nguyên', 'Phùng Nguyên'], from: -1999, to: -1499 },
  { names: ['Lý'], from: 1009, to: 1225 },
  { names: ['Thời kỳ kháng chiến chống Mỹ'], from: 1954, to: 1975 },
  { names: ['Cuối thời Đá mới'], from: -4999, to: -1999 },
];

function read(canonical: string): string | null {
  const found = spanReading(canonical, PERIODS);
  if (found?.kind !== 'reading') return found ? `refused ${found.part}` : null;
  const text = found.from === found.to ? `${found.from?.edtf}` : `${found.from?.edtf}/${found.to?.edtf}`;
  return `${text}${found.approximate ? '~' : ''}`;
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'.split(' ');

describe('centuries', () => {
  it('are read in Roman and Arabic numbers', () => {
    ROMAN.forEach((roman, index) => {
      const century = index + 1;
      const years = `${String(index * 100 + 1).padStart(4, '0')}/${String(century * 100).padStart(4, '0')}`;
      expect([roman, read(`the ky ${roman}`)]).toEqual([roman, years]);
      expect(read(`the ky ${century} scn`)).toBe(years);
      expect(read(`${century}th century`)).toBe(years);
    });
  });

  it.each([
    ['the ky i tcn', '-0099/0000'],
    ['the ky iii tcn', '-0299/-0200'],
    ['3rd century tcn', '-0299/-0200'],
    ['dau the ky iii tcn', '-0299/-0267~'],
    ['nua dau cua the ky xix', '1801/1850~'],
    ['nhung nam dau the ky xx', '1901/1933~'],
    ['nua sau the ky xix', '1851/1900~'],
    ['mid-15th century', '1434/1467~'],
    ['the beginning of the 15th century', '1401/1433~'],
    ['thap nien 60 the ky xx', '196X'],
    ['nhung nam 30 cua the ky 19', '183X'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['the ky 0', 'the ky iix', 'the ky iiii', 'the ky vv', 'thap nien 60 the ky vx'])(
    '%s is refused',
    (text) => {
      expect(read(text)).toBe('refused century');
    },
  );
});

describe('years before present', () => {
  it.each([
    ['4000 bp', '-2050'],
    ['bp 4000 nam', '-2050'],
    ['1950 bp', '0000'],
    ['80 van nam bp', 'Y-798050'],
    ['0,8 trieu bp', 'Y-798050'],
    ['4 nghin bp', '-2050'],
    ['1.5 million bp', 'Y-1498050'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('named periods', () => {
  it.each([
    ['phung nguyen', '-1999/-1499~'],
    ['van hoa phung nguyen', '-1999/-1499~'],
    ['thuoc van hoa phung nguyen', '-1999/-1499~'],
    ['phung nguyen culture', '-1999/-1499~'],
    ['ly', '1009/1225~'],
    ['li dynasty', '1009/1225~'],
    ['thoi ly', '1009/1225~'],
    ['vuong trieu ly', '1009/1225~'],
    ['nua dau thoi ly', '1009/1117~'],
    ['thoi ky khang chien chong my', '1954/1975~'],
    ['cuoi thoi da moi', '-4999/-1999~'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['sa huynh', 'thoi', '', '4000', 'nha tran'])('%j is none of the table', (text) => {
    expect(read(text)).toBeNull();
  });
});
