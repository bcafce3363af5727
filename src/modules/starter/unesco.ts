import { cell, type Row } from './data.ts';
import { addMonumentTypes, type PlacedRow } from './monuments.ts';
import { addPlace } from './place.ts';
import { addPoint } from './point.ts';
import { add, addName, addSource, type Fields } from './statements.ts';

/** A record of its own for an inscription that is no other row's heritage: its kind and fields. */
export function unescoFields({ row, point, codes }: PlacedRow): { standard: string; fields: Fields } {
  const fields: Fields = {};
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  addName(fields, { text: cell(row, 'name_en'), lang: 'en', source });
  const standard = kindFields(fields, row);
  addReference(fields, row);
  addPlace(fields, { verbatim: '', row, column: 'provinces', point: undefined, codes });
  addPoint(fields, point);
  addSource(fields, source);
  return { standard, fields };
}

/** What an inscription adds to the record of the heritage that a national list names too. */
export function attachInscription(fields: Fields, row: Row): void {
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source, type: 'other' });
  addName(fields, { text: cell(row, 'name_en'), lang: 'en', source });
  addReference(fields, row);
  addCriteria(fields, row);
  addSource(fields, source);
}

function kindFields(fields: Fields, row: Row): string {
  const source = cell(row, 'source');
  switch (cell(row, 'type')) {
    case 'phi vật thể':
      return 'intangible@1.0';
    case 'tư liệu':
      return 'documentary@1.0';
    case 'địa chất':
      add(fields, 'placeType', { value: 'geopark', source: [source] });
      return 'place@1.0';
    default:
      addMonumentTypes(fields, monumentTypes(row), source);
      addCriteria(fields, row);
      return 'monument@1.0';
  }
}

/** UNESCO knows three types; a name that joins monuments and landscapes makes a mixed monument. */
function monumentTypes(row: Row): string[] {
  if (cell(row, 'type') === 'thiên nhiên') return ['danh lam thắng cảnh'];
  return /danh thắng/u.test(cell(row, 'name_vi')) ? ['lịch sử', 'danh lam thắng cảnh'] : ['lịch sử'];
}

const SCHEMES: readonly [RegExp, string][] = [
  [/^World Heritage/, 'unesco-whs'],
  [/^Intangible/, 'unesco-ich'],
  [/^Memory/, 'unesco-mow'],
  [/^Global Geopark/, 'unesco-geopark'],
];

/** The reference number of the inscription, where it is known, with its scheme. */
export function unescoReference(row: Row): { scheme: string; value: string } | undefined {
  const value = cell(row, 'unesco_ref');
  const scheme = SCHEMES.find(([list]) => list.test(cell(row, 'list')))?.[1];
  return value === '' || scheme === undefined ? undefined : { scheme, value };
}

function addReference(fields: Fields, row: Row): void {
  const reference = unescoReference(row);
  if (reference)
    add(fields, 'identifiers', { tag: reference.scheme, value: reference, source: [cell(row, 'source')] });
}

function addCriteria(fields: Fields, row: Row): void {
  for (const [, criterion = ''] of cell(row, 'criteria').matchAll(/\(([ivx]+)\)/g)) {
    add(fields, 'worldHeritageCriteria', { tag: criterion, value: criterion, source: [cell(row, 'source')] });
  }
}
