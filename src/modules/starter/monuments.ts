import { cell, cells, type Row } from './data.ts';
import { addPlace, type ProvinceCodes } from './place.ts';
import { addPoint } from './point.ts';
import { add, addName, addSource, type Fields } from './statements.ts';

const TYPES: Readonly<Record<string, string>> = {
  'lịch sử': 'LICH_SU',
  'kiến trúc nghệ thuật': 'KIEN_TRUC_NGHE_THUAT',
  'khảo cổ': 'KHAO_CO',
  'danh lam thắng cảnh': 'DANH_LAM_THANG_CANH',
};

/** Several types make a mixed monument with its component types (code list `monument-type`, 2024). */
export function addMonumentTypes(fields: Fields, types: readonly string[], source: string): void {
  const codes = types.map((type) => {
    const code = TYPES[type];
    if (code === undefined) throw new Error(`Unknown type of monument: ${type}`);
    return code;
  });
  const [only] = codes;
  add(fields, 'type', {
    value: codes.length === 1 ? only : 'HON_HOP',
    source: [source],
    note: types.join('; '),
  });
  if (codes.length > 1)
    for (const code of codes) add(fields, 'componentTypes', { tag: code, value: code, source: [source] });
}

export interface PlacedRow {
  row: Row;
  point: Row | undefined;
  codes: ProvinceCodes;
}

/** Fields of a row of the special national monuments or of the sample of national ones. */
export function monumentFields({ row, point, codes }: PlacedRow): Fields {
  const fields: Fields = {};
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  addName(fields, { text: cell(row, 'name_en'), lang: 'en', source });
  addMonumentTypes(fields, cells(row, 'type'), source);
  addPlace(fields, { verbatim: cell(row, 'place'), row, point, codes });
  addPoint(fields, point);
  addSource(fields, source);
  return fields;
}
