import type { LocalizedText } from '#platform/i18n/index.ts';
import type { OpenRow } from './row.ts';

/** A column of the open data: its key in every format, and what it means. */
export interface OpenColumn {
  key: keyof OpenRow;
  label: LocalizedText;
  meaning: LocalizedText;
}

/** The columns of CSV files and the properties of GeoJSON features, in their order; JSON Lines hold the whole record beside them. */
export const OPEN_COLUMNS: readonly OpenColumn[] = [
  column('pid', 'Mã hồ sơ', 'Persistent identifier', {
    vi: 'Mã định danh bền vững, không dùng lại',
    en: 'Never reused',
  }),
  column('url', 'Địa chỉ lâu dài', 'Permanent address', {
    vi: 'Mở ra trang, JSON hay JSON-LD tùy yêu cầu',
    en: 'Leads to the page, JSON or JSON-LD as asked',
  }),
  column('kind', 'Loại hồ sơ', 'Kind of record', {
    vi: 'Mã của danh mục record-kind',
    en: 'Code of the list record-kind',
  }),
  column('name', 'Tên', 'Name', { vi: 'Tên chính, tiếng Việt', en: 'Main name, in Vietnamese' }),
  column('name_en', 'Tên tiếng Anh', 'Name in English', {
    vi: 'Để trống khi chưa có',
    en: 'Empty where there is none',
  }),
  column('provinces', 'Mã tỉnh', 'Province codes', {
    vi: 'Mã đơn vị hành chính hiện hành, cách nhau bằng dấu chấm phẩy',
    en: 'Codes of today’s units, separated by semicolons',
  }),
  column('province_names', 'Tỉnh, thành phố', 'Provinces', {
    vi: 'Tên hiện hành, cùng thứ tự với mã',
    en: 'Names of today, in the order of the codes',
  }),
  column('lists', 'Danh mục, hạng', 'Lists and ranks', {
    vi: 'Mã của danh mục designation-list còn hiệu lực',
    en: 'Codes of the list designation-list that still hold',
  }),
  column('decisions', 'Quyết định', 'Decisions', {
    vi: 'Số quyết định, cùng thứ tự với danh mục; để trống khi nguồn không ghi',
    en: 'Numbers, in the order of the lists; empty where the sources give none',
  }),
  column('decided_on', 'Ngày quyết định', 'Decided on', {
    vi: 'ISO 8601, cùng thứ tự với danh mục',
    en: 'ISO 8601, in the order of the lists',
  }),
  column('date', 'Niên đại', 'Date', { vi: 'EDTF (ISO 8601-2)', en: 'EDTF (ISO 8601-2)' }),
  column('lat', 'Vĩ độ', 'Latitude', {
    vi: 'WGS 84, độ; đúng mức được công khai',
    en: 'WGS 84, degrees; as exact as may be public',
  }),
  column('lon', 'Kinh độ', 'Longitude', { vi: 'WGS 84, độ', en: 'WGS 84, degrees' }),
  column('position_licence', 'Giấy phép của tọa độ', 'Licence of the position', {
    vi: 'Tọa độ có thể có giấy phép riêng',
    en: 'Positions may have a licence of their own',
  }),
  column('verification', 'Xác nhận', 'Verification', {
    vi: 'confirmed: cơ quan có thẩm quyền đã đối chiếu với quyết định',
    en: 'confirmed: compared with the decision by a competent authority',
  }),
  column('version', 'Phiên bản', 'Version', { vi: 'Của hồ sơ', en: 'Of the record' }),
  column('updated_at', 'Cập nhật lúc', 'Updated at', { vi: 'ISO 8601, UTC', en: 'ISO 8601, UTC' }),
];

function column(key: keyof OpenRow, vi: string, en: string, meaning: LocalizedText): OpenColumn {
  return { key, label: { vi, en }, meaning };
}
