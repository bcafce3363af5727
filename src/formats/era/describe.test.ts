import { describe, expect, it } from 'vitest';
import { parseDateText } from '#formats/dates/index.ts';
import { describeDerivation } from './describe.ts';
import { english } from './describe-en.ts';
import { vietnamese } from './describe-vi.ts';
import type { EraRow } from './era-names.ts';
import { resolveEra } from './resolve.ts';

const ERAS: EraRow[] = [
  {
    dynasty: 'Nhà Nguyễn',
    ruler: 'Nguyễn Thánh Tổ',
    era: 'Minh Mạng',
    eraHan: '明命',
    start: 1820,
    end: 1840,
  },
];

function derivation(text: string) {
  const era = resolveEra(text, ERAS);
  if (era.kind === 'date') return era.derivation;
  const date = parseDateText(text, { periods: [{ names: ['Đông Sơn'], from: -699, to: 100 }] });
  return date.kind === 'date' ? date.derivation : [];
}

describe('derivations in words', () => {
  it('explain an era year in Vietnamese and English', () => {
    const steps = derivation('tháng 3 năm Minh Mạng thứ 12');
    expect(describeDerivation(steps, 'vi')).toEqual([
      'Niên hiệu Minh Mạng (Nguyễn Thánh Tổ, Nhà Nguyễn): 1820–1840',
      'Năm thứ 12 là năm Tân Mão (1831), tính năm đầu từ năm đặt niên hiệu',
      'Tháng 3 âm lịch',
      'Đổi sang dương lịch bằng cách tính ngược theo múi giờ UTC+7; lịch thời đó có thể lệch',
    ]);
    expect(describeDerivation(steps, 'en')).toEqual([
      'Era Minh Mạng (Nguyễn Thánh Tổ, Nhà Nguyễn): 1820–1840',
      'Year 12 is the year Tân Mão (1831); year 1 is the year in which the era was proclaimed',
      'Month 3 of the lunar calendar',
      'Converted to the Gregorian calendar by computing back at UTC+7; the calendar of the time may have differed',
    ]);
  });

  it.each([
    ['đầu thế kỷ 18', 'Đầu thế kỷ 18', 'Early century 18'],
    ['thế kỷ III trước Công nguyên', 'Thế kỷ 3 trước Công nguyên', 'Century 3 BCE'],
    ['4000 BP', '4000 năm cách ngày nay, lấy mốc năm 1950', '4000 years before present, counted from 1950'],
    [
      'Đông Sơn',
      'Đông Sơn, theo bảng thời kỳ: 700 TCN–100',
      'Đông Sơn, by the table of periods: 700 BCE–100',
    ],
    ['những năm 1920', 'Thập niên 1920–1929', 'The decade 1920–1929'],
    ['cuối năm 1975', 'Cuối năm 1975', 'Late year 1975'],
    ['1820', 'Theo đúng ngày tháng đã ghi', 'The date as written'],
  ])('%s', (text, vi, en) => {
    expect(describeDerivation(derivation(text), 'vi')[0]).toBe(vi);
    expect(describeDerivation(derivation(text), 'en')[0]).toBe(en);
  });

  it('have a sentence for every step in both languages', () => {
    expect(Object.keys(vietnamese).sort()).toEqual(Object.keys(english).sort());
    expect(describeDerivation(derivation('mùa thu năm Minh Mạng thứ 2 (1831)'), 'vi').slice(2)).toEqual([
      'Mùa thu: tháng 7, 8, 9 âm lịch',
      'Đổi sang dương lịch bằng cách tính ngược theo múi giờ UTC+7; lịch thời đó có thể lệch',
      'Năm dương lịch ghi kèm (1831) không khớp',
    ]);
  });
});
