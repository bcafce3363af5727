import type { Lang } from '#platform/i18n/index.ts';

const ROMAN = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  const found = ROMAN.find(([worth]) => worth <= value);
  return found ? found[1] + roman(value - found[0]) : '';
}

const vi = {
  title: 'Di sản theo thời gian',
  chart: 'Kết quả theo thời gian',
  scale: 'Bước thời gian',
  scales: { century: 'Thế kỷ', decade: 'Thập niên', dynasty: 'Triều đại' },
  before: (year: string) => `Trước năm ${year}`,
  century: (number: number) => (number > 0 ? `Thế kỷ ${roman(number)}` : `Thế kỷ ${roman(-number)} TCN`),
  shortCentury: (number: number) => (number > 0 ? roman(number) : `${roman(-number)} TCN`),
  decade: (year: number) => `${year}–${year + 9}`,
  bce: (year: number) => `${year} TCN`,
  certain: 'Chắc chắn',
  possible: 'Có thể thuộc',
  period: 'Thời gian',
  legendCertain: 'niên đại nằm trọn trong khoảng này',
  legendUncertain: 'niên đại rộng, có thể thuộc khoảng này',
  note: 'Di sản có niên đại rộng được tính ở mọi khoảng mà nó có thể thuộc về. Bấm vào một khoảng để chỉ xem khoảng ấy.',
  dynastyNote: 'Theo triều đại của Đại Việt và Việt Nam; di sản Champa, Óc Eo xếp theo năm của hồ sơ.',
  roughly: 'Số ước tính từ một phần kết quả.',
  unknown: 'Chưa rõ niên đại',
  from: 'Từ năm',
  to: 'Đến năm',
  help: 'Năm trước Công nguyên viết số âm: −199 là năm 200 TCN.',
  apply: 'Xem khoảng này',
  whole: 'Xem toàn bộ thời gian',
  none: 'Không có kết quả nào đã rõ niên đại trong khoảng này.',
  bar: (label: string, certain: string, possible: string) =>
    `${label}: ${certain} chắc chắn, ${possible} có thể`,
  list: 'Danh sách kết quả, cũ trước mới sau',
};

const en: typeof vi = {
  title: 'Heritage in time',
  chart: 'Results in time',
  scale: 'Step of time',
  scales: { century: 'Century', decade: 'Decade', dynasty: 'Dynasty' },
  before: (year) => `Before ${year}`,
  century: (number) => (number > 0 ? `${ordinal(number)} century` : `${ordinal(-number)} century BCE`),
  shortCentury: (number) => (number > 0 ? ordinal(number) : `${ordinal(-number)} BCE`),
  decade: (year) => `${year}–${year + 9}`,
  bce: (year) => `${year} BCE`,
  certain: 'Certain',
  possible: 'Possible',
  period: 'Time',
  legendCertain: 'dated within these years',
  legendUncertain: 'dated widely, possibly of these years',
  note: 'Heritage that is dated widely is counted wherever it may belong. Choose a stretch of time to see that alone.',
  dynastyNote:
    'By the dynasties of Đại Việt and Việt Nam; heritage of Champa and Óc Eo stands by the years of its record.',
  roughly: 'Numbers are estimated from a part of the results.',
  unknown: 'Date unknown',
  from: 'From year',
  to: 'To year',
  help: 'Years BCE are negative: −199 is the year 200 BCE.',
  apply: 'Show these years',
  whole: 'Show all times',
  none: 'No result is dated to these years.',
  bar: (label, certain, possible) => `${label}: ${certain} certain, ${possible} possible`,
  list: 'List of results, oldest first',
};

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

export const timelineMessages: Record<Lang, typeof vi> = { vi, en };
