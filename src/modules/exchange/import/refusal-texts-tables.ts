import type { CsvRefusal } from '#formats/csv/index.ts';
import { columnLetters, type WorkbookLimits } from '#formats/xlsx/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { OtherFormat } from '../table/format-names.ts';
import type { TableRefusal } from '../table/table-event.ts';

type Place = { sheet?: string; row?: number; column?: number };

/** Where, as the beginning of a sentence; columns also by their letters, as the spreadsheet shows them. */
export function placeText({ sheet, row, column }: Place): LocalizedText {
  const letters = column === undefined ? '' : ` (${columnLetters(column - 1)})`;
  const vi = [
    ...(sheet === undefined ? [] : [`trang “${sheet}”`]),
    ...(row === undefined ? [] : [`dòng ${row}`]),
    ...(column === undefined ? [] : [`cột ${column}${sheet === undefined ? '' : letters}`]),
  ].join(', ');
  const en = [
    ...(sheet === undefined ? [] : [`sheet “${sheet}”`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${column}${sheet === undefined ? '' : letters}`]),
  ].join(', ');
  return { vi: vi === '' ? '' : `${capital(vi)}: `, en: en === '' ? '' : `${capital(en)}: ` };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why a file is no table that is read, and what to do. */
export function tableRefusalText(refusal: Exclude<TableRefusal, CsvRefusal>): LocalizedText {
  switch (refusal.kind) {
    case 'other-format':
      return otherFormatText(refusal.format);
    case 'old-format':
      return otherFormatText('xls');
    case 'too-large': {
      const [what, limit] = [LIMITS[refusal.exceeded], refusal.limit];
      return at(refusal, {
        vi: what.vi.replace('{limit}', `${limit}`),
        en: what.en.replace('{limit}', `${limit}`),
      });
    }
    case 'damaged':
      return at(refusal, {
        vi: `tệp đã hỏng hoặc bị cắt cụt (${refusal.detail}). Hãy mở bằng Excel và lưu lại, hoặc lấy lại tệp từ nơi gửi.`,
        en: `the file is damaged or cut off (${refusal.detail}). Open it in Excel and save it again, or get it again from where it came.`,
      });
    case 'no-such-sheet':
      return listing(refusal.sheets, {
        vi: `Không có trang tính “${refusal.name}”.`,
        en: `There is no sheet “${refusal.name}”.`,
      });
    case 'no-table':
      return listing(refusal.sheets, {
        vi: 'Không trang tính nào đang hiện có dữ liệu.',
        en: 'No visible sheet holds anything.',
      });
    case 'repeated-header':
      return at(refusal, {
        vi: `tên cột “${refusal.name}” bị dùng hai lần. Hãy đổi tên hoặc bỏ một cột.`,
        en: `the column name “${refusal.name}” is used twice. Rename or remove one of the columns.`,
      });
    case 'not-json':
      return at(
        { row: refusal.line, column: refusal.column },
        {
          vi: `không phải JSON hợp lệ (${refusal.reason}). Mỗi dòng phải là một đối tượng JSON trọn vẹn.`,
          en: `this is no valid JSON (${refusal.reason}). Each line must be one whole JSON object.`,
        },
      );
    case 'not-an-object':
      return at(
        { row: refusal.line },
        {
          vi: 'dòng này không phải một bản ghi như các dòng khác. Hãy ghi mỗi dòng một đối tượng JSON cùng dạng.',
          en: 'this line is no record like the others. Write one JSON object of the same form on each line.',
        },
      );
    case 'json-too-wide':
      return at(
        { row: refusal.line },
        {
          vi: `tệp có hơn ${refusal.limit} trường khác nhau. Hãy bỏ bớt những trường không nhập.`,
          en: `the file has more than ${refusal.limit} different fields. Remove those that are not imported.`,
        },
      );
    default:
      return PLAIN[refusal.kind === 'not-geojson' ? refusal.reason : refusal.kind];
  }
}

const PLAIN = {
  'not-a-workbook': {
    vi: 'Tệp ZIP này không phải sổ tính Excel. Hãy giải nén và gửi từng bảng tính (.xlsx hoặc .csv).',
    en: 'This ZIP file is no Excel workbook. Unpack it and send each sheet (.xlsx or .csv).',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ) rồi lưu lại.',
    en: 'The file has a password. Open it in Excel, remove the password (File → Info → Protect) and save it again.',
  },
  type: {
    vi: 'Tệp không phải FeatureCollection của GeoJSON (RFC 7946). Hãy xuất lại dưới dạng đó.',
    en: 'The file is no GeoJSON FeatureCollection (RFC 7946). Export it again as one.',
  },
  features: {
    vi: 'Tệp GeoJSON không có danh sách “features”.',
    en: 'The GeoJSON file has no list “features”.',
  },
  size: {
    vi: 'Tệp GeoJSON lớn hơn 64 MB. Hãy chia nhỏ, hoặc ghi mỗi đối tượng trên một dòng (GeoJSON Lines).',
    en: 'The GeoJSON file is larger than 64 MB. Divide it, or write each feature on a line of its own.',
  },
} as const satisfies Record<string, LocalizedText>;

const LIMITS: Readonly<Record<keyof WorkbookLimits, LocalizedText>> = {
  entries: {
    vi: 'sổ tính chứa hơn {limit} tệp con. Hãy chép dữ liệu sang một sổ tính mới.',
    en: 'the workbook holds more than {limit} files. Copy the data to a new workbook.',
  },
  expandedBytes: {
    vi: 'giải nén ra hơn {limit} byte. Hãy chia bảng thành nhiều tệp, hoặc lưu dưới dạng CSV UTF-8.',
    en: 'unpacked, it is larger than {limit} bytes. Divide the table into several files, or save it as CSV UTF-8.',
  },
  ratio: {
    vi: 'tệp nén quá {limit} lần, như một quả bom nén. Hãy chép dữ liệu sang một sổ tính mới rồi gửi lại.',
    en: 'the file is packed more than {limit} times, as a zip bomb is. Copy the data to a new workbook.',
  },
  sharedCharacters: {
    vi: 'các ô chữ dài tổng cộng hơn {limit} ký tự. Hãy chia bảng thành nhiều tệp, hoặc lưu dưới dạng CSV UTF-8.',
    en: 'the texts are longer than {limit} characters together. Divide the table, or save it as CSV UTF-8.',
  },
  sheets: {
    vi: 'sổ tính có hơn {limit} trang. Hãy chép trang cần nhập sang một sổ tính mới.',
    en: 'the workbook has more than {limit} sheets. Copy the one to be imported to a new workbook.',
  },
  rows: {
    vi: 'trang có hơn {limit} dòng. Hãy chia bảng thành nhiều tệp.',
    en: 'the sheet has more than {limit} rows. Divide the table into several files.',
  },
  columns: {
    vi: 'trang có hơn {limit} cột. Hãy xóa các cột thừa bên phải.',
    en: 'the sheet has more than {limit} columns. Delete those on the right that are not needed.',
  },
  mergedAreas: {
    vi: 'trang có hơn {limit} vùng ô trộn. Hãy bỏ trộn ô.',
    en: 'the sheet has more than {limit} merged areas. Unmerge the cells.',
  },
  repeatedCells: {
    vi: 'các vùng ô trộn của trang trải ra hơn {limit} ô. Hãy bỏ trộn ô.',
    en: 'the merged areas of the sheet cover more than {limit} cells. Unmerge the cells.',
  },
  cellCharacters: {
    vi: 'ô dài quá {limit} ký tự. Excel chỉ chứa được 32.767 ký tự mỗi ô; hãy rút gọn ô này.',
    en: 'the cell is longer than {limit} characters. Excel holds 32,767 in a cell; shorten it.',
  },
};

const OTHER_NAMES: Readonly<Record<OtherFormat, string>> = {
  xls: 'Excel 97–2003 (.xls)',
  dbf: 'dBASE/FoxPro (.dbf)',
  mdb: 'Microsoft Access (.mdb)',
  accdb: 'Microsoft Access (.accdb)',
  ods: 'OpenDocument (.ods)',
  numbers: 'Apple Numbers (.numbers)',
  'xml-spreadsheet': 'XML Spreadsheet 2003',
  html: 'HTML',
  pdf: 'PDF',
  doc: 'Word',
  zip: 'ZIP',
};

/** How each of them is saved as XLSX, in the program that makes it. */
export function otherFormatText(format: OtherFormat): LocalizedText {
  const how = HOW_TO_SAVE[format] ?? IN_EXCEL;
  const name = OTHER_NAMES[format];
  return {
    vi: `Tệp ${name} chưa đọc được. ${how.vi}`,
    en: `Files of the form ${name} are not read. ${how.en}`,
  };
}

const IN_EXCEL: LocalizedText = {
  vi: 'Hãy mở bằng Excel hoặc LibreOffice, chọn Tệp → Lưu thành (Save As) → Sổ làm việc Excel (.xlsx), rồi nhập tệp đó.',
  en: 'Open it in Excel or LibreOffice, choose File → Save As → Excel Workbook (.xlsx), and import that file.',
};

const IN_ACCESS: LocalizedText = {
  vi: 'Hãy mở bằng Access, chọn bảng, rồi Dữ liệu ngoài → Xuất → Excel (.xlsx), và nhập từng tệp đó.',
  en: 'Open it in Access, select the table, choose External Data → Export → Excel (.xlsx), and import each of those files.',
};

const COPIED: LocalizedText = {
  vi: 'Hãy chép bảng sang một trang tính Excel, lưu dưới dạng .xlsx, rồi nhập tệp đó.',
  en: 'Copy the table to an Excel sheet, save it as .xlsx, and import that file.',
};

const HOW_TO_SAVE: Partial<Record<OtherFormat, LocalizedText>> = {
  mdb: IN_ACCESS,
  accdb: IN_ACCESS,
  numbers: {
    vi: 'Hãy mở bằng Numbers, chọn Tệp → Xuất sang → Excel (.xlsx), rồi nhập tệp đó.',
    en: 'Open it in Numbers, choose File → Export To → Excel (.xlsx), and import that file.',
  },
  pdf: COPIED,
  doc: COPIED,
  zip: {
    vi: 'Hãy giải nén và nhập từng tệp .xlsx hoặc .csv.',
    en: 'Unpack it and import each .xlsx or .csv file.',
  },
};

function at(place: Place, { vi, en }: LocalizedText): LocalizedText {
  const where = placeText(place);
  return where.vi === '' ? { vi: capital(vi), en: capital(en) } : { vi: where.vi + vi, en: where.en + en };
}

function listing(sheets: readonly string[], { vi, en }: LocalizedText): LocalizedText {
  const list = sheets.join('; ');
  return {
    vi: `${vi} Các trang: ${list}. Hãy ghi tên trang vào "sheet" trong tệp ánh xạ, hoặc bỏ ẩn trang đó.`,
    en: `${en} Sheets: ${list}. State "sheet" in the mapping file, or unhide the sheet.`,
  };
}
