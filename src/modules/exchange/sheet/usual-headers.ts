import { foldFully } from '#formats/vietnamese/index.ts';
import { columnByHeader, type TemplateColumn } from '#modules/standards/index.ts';

/**
 * Headers of the inventories that provinces and museums keep, folded, by the keys they mean; the first key that the
 * standard has. What a header may mean in more than one way (“Mã số”, “Xếp hạng”) is left to a mapping.
 */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  id: ['mã di tích', 'mã hiện vật', 'mã di sản', 'mã bảo tàng'],
  'name[vi]': [
    ...['tên', 'tên gọi', 'tên di tích', 'tên hiện vật', 'tên di sản', 'tên lễ hội', 'tên bảo vật'],
    ...['tên bảo tàng', 'tên tư liệu', 'tên gọi di tích', 'tên gọi hiện vật', 'tên hiện vật, cổ vật'],
  ],
  'name[en]': ['tên tiếng anh', 'english name'],
  type: ['loại hình', 'loại di tích', 'loại hình xếp hạng'],
  ichType: ['loại hình', 'loại hình di sản'],
  museumType: ['loại hình', 'loại bảo tàng'],
  'place.verbatim': ['địa chỉ', 'địa điểm', 'nơi có di tích', 'địa chỉ di tích'],
  'place.units': ['xã, phường', 'phường, xã', 'xã/phường', 'phường/xã', 'xã', 'đơn vị hành chính'],
  'geometry.n': ['vĩ độ', 'lat', 'latitude'],
  'geometry.e': ['kinh độ', 'lon', 'lng', 'longitude'],
  date: ['năm xây dựng', 'năm khởi dựng', 'thời gian xây dựng', 'năm sản xuất', 'năm thành lập'],
  'description[vi]': ['mô tả', 'miêu tả', 'khảo tả'],
  'summary[vi]': ['tóm tắt', 'giới thiệu'],
  holder: ['đơn vị quản lý', 'cơ quan quản lý', 'nơi lưu giữ'],
  lastSurveyed: ['ngày khảo sát', 'ngày kiểm kê'],
  'remarks[vi]': ['ghi chú'],
};

const KEYS = keysByHeader();

function keysByHeader(): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, headers] of Object.entries(COMMON)) {
    for (const header of headers) {
      const folded = foldFully(header);
      keys.set(folded, [...(keys.get(folded) ?? []), key]);
    }
  }
  return keys;
}

/** The column that a header means: as the template names it, else as inventories usually do. */
export function columnNamed(columns: readonly TemplateColumn[], header: string): TemplateColumn | undefined {
  const named = columnByHeader(columns, header);
  if (named) return named;
  const keys = KEYS.get(foldFully(header.trim())) ?? [];
  return keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])[0];
}

const ROW_NUMBERS = new Set(['tt', 'stt', 'so tt', 'so thu tu', 'thu tu', 'no']);

/** A column that only numbers the rows, anew in every file. */
export function isRowNumber(header: string): boolean {
  return ROW_NUMBERS.has(foldFully(header.replace(/[.:]/g, '').trim()));
}

const DECISIONS = [
  /^(?:xep hang|hang di tich|cap xep hang|hang)$/,
  /^(?:so|ngay|nam)?(?: thang nam)? ?(?:quyet dinh|qd)(?: xep hang)?$/,
  /^(?:so|ngay) (?:quyet dinh|qd)\b.*$/,
  /^(?:quyet dinh|qd) (?:xep hang|cong nhan|ghi danh)\b.*$/,
];

/** A column of the decision that ranks or lists, which is an act of its own and no field of the record. */
export function isOfDecision(header: string): boolean {
  const folded = foldFully(header)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return DECISIONS.some((pattern) => pattern.test(folded));
}
