import type { Catalogue, RecordBody } from '#modules/standards/index.ts';
import { cell, type Row } from './data.ts';
import type { PlacedRow } from './monuments.ts';
import { addPlace } from './place.ts';
import { addPoint } from './point.ts';
import { add, addName, addSource, bodyOf, type Fields } from './statements.ts';

const MUSEUM_CLASSES: Readonly<Record<string, string>> = {
  'quốc gia': 'QUOC_GIA',
  'chuyên ngành': 'CHUYEN_NGANH',
  'chuyên ngành trung ương': 'CHUYEN_NGANH_TRUNG_UONG',
  'cấp tỉnh': 'CAP_TINH',
  'cấp tỉnh (chuyên đề)': 'CAP_TINH_CHUYEN_DE',
  'chuyên đề': 'CHUYEN_DE',
  'ngoài công lập': 'NGOAI_CONG_LAP',
  'đơn vị lưu giữ': 'DON_VI_LUU_GIU',
};

/** Types of Luật 45/2024/QH15 by class of the law before, where the mapping leaves no choice. */
export function museumTypes(catalogue: Catalogue): ReadonlyMap<string, string> {
  const pairs =
    catalogue.codeList('museum-type', '2024')?.mapsFrom?.find((map) => map.version === '2009')?.pairs ?? [];
  const sure = pairs.filter((pair) => pair.match !== 'related');
  return new Map(
    sure.flatMap(({ from, to: [first] }) => (first === undefined ? [] : [[from, first] as const])),
  );
}

export function museumBody({ row, point, codes }: PlacedRow, types: ReadonlyMap<string, string>): RecordBody {
  const fields: Fields = {};
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  addName(fields, { text: cell(row, 'name_en'), lang: 'en', source });
  const former = MUSEUM_CLASSES[cell(row, 'class')];
  if (former === undefined) throw new Error(`Unknown class of museum: ${cell(row, 'class')}`);
  const type = types.get(former);
  if (type !== undefined) add(fields, 'museumType', { value: type, source: [source] });
  add(fields, 'museumTypology', { value: former, source: [source], note: cell(row, 'class') });
  addPlace(fields, { verbatim: '', row, point: undefined, codes });
  addPoint(fields, point);
  addSource(fields, source);
  return bodyOf('museum@1.0', fields);
}

/** A holder that is no museum: a pagoda, a management board, a private collection. */
export function holderBody(row: Row, { codes }: Pick<PlacedRow, 'codes'>): RecordBody {
  const fields: Fields = {};
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  add(fields, 'agentType', { value: cell(row, 'type'), source: [source] });
  const organisation = cell(row, 'organisation_type');
  if (organisation !== '') add(fields, 'organisationType', { value: organisation, source: [source] });
  addPlace(fields, { verbatim: cell(row, 'place'), row, point: undefined, codes });
  addSource(fields, source);
  return bodyOf('agent@1.0', fields);
}
