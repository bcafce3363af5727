import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { decodeAs } from '#formats/legacy-encoding/index.ts';

/** Letter → its byte in TCVN3, from the decoder read backwards; the first byte of those that mean the same. */
const BYTES = new Map(
  Array.from({ length: 128 }, (_, offset) => 255 - offset).flatMap((byte) => {
    const decoded = decodeAs(Uint8Array.of(byte), 'TCVN3');
    return decoded.kind === 'decoded' ? [[decoded.text, byte] as const] : [];
  }),
);

/** As people with the fonts .VnTime and .VnTimeH type: capitals with a tone have no key of their own. */
function typed(text: string): number[] {
  return [...text.normalize('NFC')].flatMap((letter) => {
    const byte = BYTES.get(letter) ?? BYTES.get(letter.toLowerCase());
    return byte === undefined ? [...Buffer.from(letter)] : [byte];
  });
}

/** What a workbook holds of such a text, whose bytes it takes for Windows-1252. */
const inFont = (text: string): string => new TextDecoder('windows-1252').decode(Uint8Array.from(typed(text)));

const DAY_ONE = Date.UTC(1899, 11, 30);
const serial = (day: string): number => (Date.parse(day) - DAY_ONE) / 86_400_000;

interface Monument {
  key: string;
  name: string;
  address: string;
  unit: string;
  type: string;
  built: string;
  number: string;
  /** Of the decision and of the survey; an ISO day stands in the workbook as Excel keeps days. */
  decided: string;
  lat: number;
  lon: number;
  surveyed: string;
}

const WHERE = { address: 'Khu phố Thử Nghiệm', unit: 'phường Từ Sơn, tỉnh Bắc Ninh' };
const DECISION = { number: '123/QĐ-UBND', decided: '2019-05-06', lat: 21.11, lon: 105.96 };

function monument(key: string, name: string, given: Partial<Monument> = {}): Monument {
  const usual = { type: 'Di tích lịch sử', built: 'thế kỷ XVII', surveyed: '2024-03-15' };
  return { key, name, ...WHERE, ...DECISION, ...usual, ...given };
}

/** The first is there before under another name; the last five are wrong, each in its own way. */
const MONUMENTS: readonly Monument[] = [
  monument('BNT-01', 'Đình làng Thử Nghiệm'),
  monument('BNT-02', 'Chùa Thử Nghiệm', { type: 'Kiến trúc nghệ thuật', built: 'năm 1686' }),
  monument('BNT-03', 'Đền thờ Thử Nghiệm', { unit: 'phường Tam Sơn, tỉnh Bắc Ninh', built: '1802' }),
  monument('BNT-04', 'Văn chỉ Thử Nghiệm', { type: 'LICH_SU' }),
  monument('BNT-05', 'Lăng mộ Thử Nghiệm', { type: 'Khảo cổ', built: 'niên hiệu Cảnh Hưng' }),
  monument('BNT-06', 'Nhà thờ họ Thử Nghiệm', { type: 'Di tích lịch xử' }),
  monument('BNT-07', 'Miếu Thử Nghiệm', { surveyed: '31/02/2024' }),
  monument('BNT-08', ''),
  monument('BNT-09', 'Nghè Thử Nghiệm', { unit: 'phường Tam Sơm, tỉnh Bắc Ninh' }),
  monument('BNT-02', 'Quán Thử Nghiệm'),
];

/** What each of the five says that it should not, by column, and what it should say. */
export const CORRECTIONS: readonly { key: string; column: string; text: string }[] = [
  { key: 'BNT-06', column: 'Loại hình', text: 'Di tích lịch sử' },
  { key: 'BNT-07', column: 'Ngày khảo sát', text: '29/02/2024' },
  { key: 'BNT-08', column: 'Tên di tích', text: 'Giếng Thử Nghiệm' },
  { key: 'BNT-09', column: 'Xã, phường', text: 'phường Tam Sơn, tỉnh Bắc Ninh' },
  { key: 'BNT-02', column: 'Mã di tích', text: 'BNT-10' },
];

/** What the sheet does not tell and everybody may read only with: who owns, who looks after … */
const UNKNOWN = ['summary[vi]', 'history[vi]', 'description[vi]', 'significance[vi]', 'ownership', 'holder'];

const MAPPING = {
  state: 'published',
  constants: {
    'geometry.role': 'point',
    'geometry.crs': 'EPSG:4326',
    'geometry.publicPrecision': 'exact',
    ...Object.fromEntries([...UNKNOWN, 'condition', 'licence'].map((key) => [key, '[không rõ]'])),
  },
} as const;

const DECIDED = ['Quyết định xếp hạng > Số', 'Quyết định xếp hạng > Ngày'] as const;

export const WORKBOOK_MAPPING = { ...MAPPING, columns: { [DECIDED[0]]: 'sources', [DECIDED[1]]: null } };
export const CSV_MAPPING = { ...MAPPING, columns: { 'Số quyết định': 'sources', 'Ngày quyết định': null } };

const TITLES = ['Sở Văn hóa, Thể thao và Du lịch tỉnh', 'Danh mục di tích đã xếp hạng'];
const [GROUPS, NAMES] = [
  ['TT', 'Mã di tích', 'Tên di tích', 'Địa điểm', '', 'Loại hình', 'Năm xây dựng', 'Quyết định xếp hạng'],
  ['', '', '', 'Địa chỉ', 'Xã, phường', '', '', 'Số', 'Ngày', 'Vĩ độ', 'Kinh độ'],
];
const HEAD = [
  [...GROUPS, '', 'Tọa độ', '', 'Ngày khảo sát'],
  [...NAMES, ''],
];
/** [top, left, bottom, right] from 0. */
const MERGES = [
  [0, 0, 0, 11],
  [1, 0, 1, 11],
  ...[0, 1, 2, 5, 6, 11].map((column) => [3, column, 4, column]),
  ...[3, 7, 9].map((column) => [3, column, 3, column + 1]),
];

type Cell = string | number;

function tableRow(found: Monument, index: number): Cell[] {
  const days = [found.decided, found.surveyed].map((day) => (/^\d{4}-/.test(day) ? serial(day) : day));
  const [decided = '', surveyed = ''] = days;
  const { key, name, address, unit, type, built, number, lat, lon } = found;
  return [index + 1, key, name, address, unit, type, built, number, decided, lat, lon, surveyed];
}

const BELOW: Cell[][] = [
  ['', '', 'Tổng cộng', '', '', '', '', MONUMENTS.length],
  ['', '', '', '', '', 'Bắc Ninh, ngày 05 tháng 4 năm 2024'],
  ['', 'Người lập biểu', '', '', '', 'Giám đốc'],
  ['', 'Nguyễn Văn Thử', '', '', '', 'Trần Thị Nghiệm'],
];

const [DAY_COLUMNS, FIRST_HEADER, FIRST_ROW] = [[8, 11], 3, 7];

/** As the culture department of a province keeps it: .VnTime, titles in capitals, a header of two rows, days as days. */
export async function provincialWorkbook(): Promise<Uint8Array> {
  const rows: Cell[][] = [
    ...TITLES.map((title) => [title]),
    [],
    ...HEAD,
    Array.from({ length: 12 }, (_, index) => `(${index + 1})`),
    ['I', '', 'Thành phố Từ Sơn'],
    ...MONUMENTS.map(tableRow),
    [],
    ...BELOW,
  ];
  const cells = rows.flatMap((row, top) => row.map((value, left) => detail(value, { top, left })));
  return await writeXlsx({
    sheets: [
      {
        name: inFont('Di tich'),
        rows: rows.map((row) =>
          row.map((value): CellValue => (typeof value === 'string' ? inFont(value) : value)),
        ),
        cells: new Map(cells),
        merges: MERGES.map(([startRow = 0, startCol = 0, endRow = 0, endCol = 0]) => {
          return { startRow, startCol, endRow, endCol };
        }),
      },
    ],
  });
}

function detail(value: Cell, { top, left }: { top: number; left: number }) {
  const isDay = typeof value === 'number' && DAY_COLUMNS.includes(left) && top >= FIRST_ROW;
  const style = isDay
    ? { numFmt: 'dd/mm/yyyy' }
    : { font: { name: top < FIRST_HEADER ? '.VnTimeH' : '.VnTime' } };
  return [`${top},${left}`, { value: typeof value === 'string' ? inFont(value) : value, style }] as const;
}

const CSV_HEADER = [
  ...['TT', 'Mã di tích', 'Tên di tích', 'Địa chỉ', 'Xã, phường', 'Loại hình', 'Năm xây dựng'],
  ...['Số quyết định', 'Ngày quyết định', 'Vĩ độ', 'Kinh độ', 'Ngày khảo sát'],
];

/** The same table as text in the bytes of TCVN3, without the titles. */
export function provincialCsv(): Uint8Array {
  const rows = MONUMENTS.map((found, index) => {
    const [decided, surveyed] = [found.decided, found.surveyed].map(vietnameseDay);
    return tableRow(found, index)
      .with(8, decided ?? '')
      .with(11, surveyed ?? '');
  });
  const lines = [CSV_HEADER, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','));
  return Uint8Array.from(typed(`${lines.join('\r\n')}\r\n`));
}

const vietnameseDay = (day: string): string => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
