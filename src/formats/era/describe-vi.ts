import type { DateStep } from '#formats/dates/index.ts';
import type { Writers } from './writers.ts';

type Part = Extract<DateStep, { step: 'century' }>['part'];

const PARTS: Readonly<Record<Part, string>> = {
  whole: '',
  early: 'đầu ',
  middle: 'giữa ',
  late: 'cuối ',
  'first-half': 'nửa đầu ',
  'second-half': 'nửa cuối ',
};
const SEASONS = { spring: 'mùa xuân', summer: 'mùa hạ', autumn: 'mùa thu', winter: 'mùa đông' } as const;

function years(from: number, to: number): string {
  const text = (year: number) => (year <= 0 ? `${1 - year} TCN` : String(year));
  return from === to ? text(from) : `${text(from)}–${text(to)}`;
}

function reign({ dynasty, ruler, era }: { dynasty: string; ruler: string; era: string }): string {
  const owner = [ruler, dynasty].filter((name) => name !== '').join(', ');
  return era === '' ? owner : `niên hiệu ${era} (${owner})`;
}

function calendar(basis: 'computed' | 'sourced', source: string | null, retro: boolean): string {
  if (basis === 'sourced') return `Đổi theo bảng lịch: ${source ?? ''}`;
  return retro
    ? 'Đổi sang dương lịch bằng cách tính ngược theo múi giờ UTC+7; lịch thời đó có thể lệch'
    : 'Đổi sang dương lịch theo lịch Việt Nam (UTC+7)';
}

export const vietnamese: Writers = {
  'as-written': () => 'Theo đúng ngày tháng đã ghi',
  century: ({ century, bce, part }) => `${PARTS[part]}thế kỷ ${century}${bce ? ' trước Công nguyên' : ''}`,
  decade: ({ firstYear }) => `Thập niên ${firstYear}–${firstYear + 9}`,
  'before-present': ({ years: count, reference }) => `${count} năm cách ngày nay, lấy mốc năm ${reference}`,
  period: ({ name, from, to, part }) => `${PARTS[part]}${name}, theo bảng thời kỳ: ${years(from, to)}`,
  'part-of-year': ({ year, part }) => `${PARTS[part]}năm ${year}`,
  approximate: () => 'Văn bản ghi là khoảng chừng',
  uncertain: () => 'Văn bản tỏ ý chưa chắc chắn',
  open: ({ end }) => (end === 'start' ? 'Không rõ mốc bắt đầu' : 'Không rõ mốc kết thúc'),
  preferred: ({ used, other }) => `Dùng “${used}”, không dùng “${other}”`,
  unread: ({ text }) => `Chưa hiểu phần “${text}”`,
  era: (row) => `${reign(row)}: ${years(row.start, row.end)}`,
  'era-year': ({ n, lunarYear, yearName, rule }) =>
    `Năm thứ ${n} là năm ${yearName} (${lunarYear}), tính năm đầu từ ${rule === 'next' ? 'năm sau khi lên ngôi' : 'năm đặt niên hiệu'}`,
  'reign-year': ({ n, lunarYear, yearName }) => `Năm trị vì thứ ${n} là năm ${yearName} (${lunarYear})`,
  'can-chi': ({ name, lunarYears }) => `Năm ${name}: ${lunarYears.join(', ')}`,
  'can-chi-disagrees': ({ written, computed }) => `Văn bản ghi năm ${written} nhưng năm này là ${computed}`,
  'stated-year': ({ year, agrees }) => `Năm dương lịch ghi kèm (${year}) ${agrees ? 'khớp' : 'không khớp'}`,
  'lunar-month': ({ month, leap }) => `Tháng ${month}${leap ? ' nhuận' : ''} âm lịch`,
  'lunar-day': ({ day }) => `Ngày ${day} âm lịch`,
  season: ({ season, months }) => `${SEASONS[season]}: tháng ${months.join(', ')} âm lịch`,
  calendar: ({ basis, source, retro }) => calendar(basis, source, retro),
  'calendar-not-computed': ({ lunarYear }) =>
    `Âm lịch năm ${lunarYear} không được tính; lấy khoảng rộng nhất có thể của năm ấy`,
  'several-candidates': ({ count }) => `Có ${count} khả năng; khoảng thời gian bao gồm tất cả`,
};
