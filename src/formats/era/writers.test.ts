import { describe, expect, it } from 'vitest';
import { describeDerivation } from './describe.ts';
import { english } from './describe-en.ts';
import type { Step } from './writers.ts';

/** Every kind of step at least once, with its sentence in both languages. */
const SENTENCES: readonly (readonly [Step, string, string])[] = [
  [{ step: 'as-written' }, 'Theo đúng ngày tháng đã ghi', 'The date as written'],
  [
    { step: 'century', century: 15, bce: false, part: 'second-half' },
    'Nửa cuối thế kỷ 15',
    'Second half of the century 15',
  ],
  [
    { step: 'century', century: 2, bce: true, part: 'middle' },
    'Giữa thế kỷ 2 trước Công nguyên',
    'Middle of the century 2 BCE',
  ],
  [{ step: 'decade', firstYear: 1920 }, 'Thập niên 1920–1929', 'The decade 1920–1929'],
  [
    { step: 'before-present', years: 4000, reference: 1950 },
    '4000 năm cách ngày nay, lấy mốc năm 1950',
    '4000 years before present, counted from 1950',
  ],
  [
    { step: 'period', name: 'Óc Eo', from: 0, to: 650, part: 'early' },
    'Đầu Óc Eo, theo bảng thời kỳ: 1 TCN–650',
    'Early Óc Eo, by the table of periods: 1 BCE–650',
  ],
  [
    { step: 'part-of-year', year: 1975, part: 'first-half' },
    'Nửa đầu năm 1975',
    'First half of the year 1975',
  ],
  [{ step: 'approximate' }, 'Văn bản ghi là khoảng chừng', 'The text says it is approximate'],
  [{ step: 'uncertain' }, 'Văn bản tỏ ý chưa chắc chắn', 'The text says it is uncertain'],
  [{ step: 'open', end: 'start' }, 'Không rõ mốc bắt đầu', 'The beginning is open'],
  [{ step: 'open', end: 'finish' }, 'Không rõ mốc kết thúc', 'The end is open'],
  [
    { step: 'preferred', used: '1466', other: 'Quang Thuận 7' },
    'Dùng “1466”, không dùng “Quang Thuận 7”',
    '“1466” was used, “Quang Thuận 7” was not',
  ],
  [{ step: 'unread', text: 'x' }, 'Chưa hiểu phần “x”', '“x” was not understood'],
  [
    { step: 'era', dynasty: 'Nhà Nguyễn', ruler: 'Dục Đức', era: '', start: 1883, end: 1883 },
    'Dục Đức, Nhà Nguyễn: 1883',
    'Dục Đức, Nhà Nguyễn: 1883',
  ],
  [
    { step: 'era', dynasty: 'Nhà Lý', ruler: '', era: 'Thuận Thiên', start: 1010, end: 1028 },
    'Niên hiệu Thuận Thiên (Nhà Lý): 1010–1028',
    'Era Thuận Thiên (Nhà Lý): 1010–1028',
  ],
  [
    { step: 'era-year', n: 2, lunarYear: 1804, yearName: 'Giáp Tý', rule: 'next' },
    'Năm thứ 2 là năm Giáp Tý (1804), tính năm đầu từ năm sau khi lên ngôi',
    'Year 2 is the year Giáp Tý (1804); year 1 is the year after the accession',
  ],
  [
    { step: 'reign-year', n: 11, lunarYear: 1470, yearName: 'Canh Dần' },
    'Năm trị vì thứ 11 là năm Canh Dần (1470)',
    'Year 11 of the reign is the year Canh Dần (1470)',
  ],
  [
    { step: 'can-chi', name: 'Bính Tuất', lunarYears: [1826, 1886] },
    'Năm Bính Tuất: 1826, 1886',
    'Years named Bính Tuất: 1826, 1886',
  ],
  [
    { step: 'can-chi-disagrees', written: 'Canh Dần', computed: 'Tân Mão' },
    'Văn bản ghi năm Canh Dần nhưng năm này là Tân Mão',
    'The text says the year Canh Dần, but this year is Tân Mão',
  ],
  [
    { step: 'stated-year', year: 1831, agrees: true },
    'Năm dương lịch ghi kèm (1831) khớp',
    'The Gregorian year beside it (1831) agrees',
  ],
  [
    { step: 'stated-year', year: 1835, agrees: false },
    'Năm dương lịch ghi kèm (1835) không khớp',
    'The Gregorian year beside it (1835) does not agree',
  ],
  [
    { step: 'lunar-month', month: 2, leap: true },
    'Tháng 2 nhuận âm lịch',
    'Leap month 2 of the lunar calendar',
  ],
  [{ step: 'lunar-month', month: 12, leap: false }, 'Tháng 12 âm lịch', 'Month 12 of the lunar calendar'],
  [{ step: 'lunar-day', day: 15 }, 'Ngày 15 âm lịch', 'Day 15 of the lunar month'],
  [
    { step: 'season', season: 'winter', months: [12] },
    'Mùa đông: tháng 12 âm lịch',
    'Winter: lunar month 12',
  ],
  [
    { step: 'calendar', basis: 'sourced', source: 'Bách trúng kinh', retro: false },
    'Đổi theo bảng lịch: Bách trúng kinh',
    'Converted by the calendar table: Bách trúng kinh',
  ],
  [
    { step: 'calendar', basis: 'computed', source: null, retro: false },
    'Đổi sang dương lịch theo lịch Việt Nam (UTC+7)',
    'Converted to the Gregorian calendar by the Vietnamese calendar (UTC+7)',
  ],
  [
    { step: 'calendar-not-computed', lunarYear: 1012 },
    'Âm lịch năm 1012 không được tính; lấy khoảng rộng nhất có thể của năm ấy',
    'No lunar calendar is computed for 1012; the widest possible span of that year was taken',
  ],
  [
    { step: 'several-candidates', count: 2 },
    'Có 2 khả năng; khoảng thời gian bao gồm tất cả',
    'There are 2 candidates; the range covers all of them',
  ],
];

describe('the sentence of a step', () => {
  it.each(SENTENCES.map(([step, vi, en]) => [step.step, step, vi, en] as const))(
    '%s: %j',
    (_, step, vi, en) => {
      expect(describeDerivation([step], 'vi')).toEqual([vi]);
      expect(describeDerivation([step], 'en')).toEqual([en]);
    },
  );

  it('is known here for every kind', () => {
    expect(new Set(SENTENCES.map(([{ step }]) => step))).toEqual(new Set(Object.keys(english)));
  });
});
