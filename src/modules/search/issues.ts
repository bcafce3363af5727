import type { LocalizedLabel } from '#modules/standards/index.ts';

/** One thing wrong with a query, at one place of it (RFC 6901). */
export interface QueryIssue {
  pointer: string;
  code: string;
  message: LocalizedLabel;
}

const issue = (key: string, code: string, message: LocalizedLabel): QueryIssue => ({
  pointer: `/query/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  code,
  message,
});

/** Strange keys and values come back in messages; not all of them. */
const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export const unknownKey = (key: string, known: readonly string[]): QueryIssue =>
  issue(key, 'unknown-key', {
    vi: `Không có tham số “${shown(key)}”. Các tham số dùng được: ${known.join(', ')}.`,
    en: `There is no parameter “${shown(key)}”. These can be used: ${known.join(', ')}.`,
  });

export const tooLong = (key: string, limit: number): QueryIssue =>
  issue(key, 'too-long', {
    vi: `Giá trị dài quá ${limit} ký tự. Hãy rút ngắn, chỉ giữ những từ cần tìm.`,
    en: `The value is longer than ${limit} characters. Shorten it to the words you are looking for.`,
  });

export const tooMany = (key: string, limit: number): QueryIssue =>
  issue(key, 'too-many', {
    vi: `Nhiều nhất ${limit} giá trị cho một tham số. Hãy bớt giá trị.`,
    en: `At most ${limit} values for one parameter. Give fewer.`,
  });

export const repeated = (key: string): QueryIssue =>
  issue(key, 'repeated', {
    vi: 'Tham số này chỉ được cho một lần.',
    en: 'This parameter can be given only once.',
  });

export const unknownValue = (key: string, value: string, accepted: readonly string[]): QueryIssue =>
  issue(key, 'unknown-value', {
    vi: `“${shown(value)}” không thuộc các giá trị được nhận: ${accepted.join(', ')}.`,
    en: `“${shown(value)}” is none of the accepted values: ${accepted.join(', ')}.`,
  });

export const badCode = (key: string, value: string): QueryIssue =>
  issue(key, 'bad-code', {
    vi: `“${shown(value)}” không phải là mã: mã gồm chữ thường, chữ số, dấu chấm và gạch nối.`,
    en: `“${shown(value)}” is no code: codes have lower-case letters, digits, full stops and hyphens.`,
  });

export const badDate = (key: string, value: string): QueryIssue =>
  issue(key, 'bad-date', {
    vi: `“${shown(value)}” không phải là năm hoặc ngày có thật. Viết như 1460, -0199 (200 TCN) hoặc 2012-10-01.`,
    en: `“${shown(value)}” is no possible year or day. Write 1460, -0199 (200 BCE) or 2012-10-01.`,
  });

export const emptyRange = (): QueryIssue =>
  issue('to', 'empty-range', {
    vi: 'Mốc cuối đứng trước mốc đầu. Hãy đổi chỗ “from” và “to”.',
    en: 'The end lies before the beginning. Exchange “from” and “to”.',
  });

export const badPoint = (value: string): QueryIssue =>
  issue('near', 'bad-point', {
    vi: `“${shown(value)}” không phải là vị trí. Viết vĩ độ, kinh độ theo độ thập phân, như 21.02,105.85.`,
    en: `“${shown(value)}” is no position. Write latitude, longitude in decimal degrees, such as 21.02,105.85.`,
  });

export const badBox = (value: string): QueryIssue =>
  issue('bbox', 'bad-box', {
    vi: `“${shown(value)}” không phải là khung bản đồ. Viết tây,nam,đông,bắc theo độ thập phân.`,
    en: `“${shown(value)}” is no map frame. Write west,south,east,north in decimal degrees.`,
  });

export const badToken = (key: string): QueryIssue =>
  issue(key, 'bad-token', {
    vi: 'Mã trang không hợp lệ hoặc thuộc một lần tìm khác. Hãy tìm lại từ đầu.',
    en: 'The page token is not valid or belongs to another search. Start the search again.',
  });

export const badLimit = (limit: number): QueryIssue =>
  issue('limit', 'bad-limit', {
    vi: `Số kết quả mỗi trang phải là số nguyên từ 1 đến ${limit}.`,
    en: `Results per page must be a whole number from 1 to ${limit}.`,
  });

export const missingPoint = (): QueryIssue =>
  issue('sort', 'missing-point', {
    vi: 'Xếp theo khoảng cách cần có tham số “near”.',
    en: 'Sorting by distance needs the parameter “near”.',
  });
