import type { RecordBody } from '#modules/standards/index.ts';
import { cell } from './data.ts';
import { addDating, type Dating } from './dating.ts';
import type { PlacedRow } from './monuments.ts';
import { addPlace } from './place.ts';
import { addPoint } from './point.ts';
import { add, addName, addSource, bodyOf, type Fields } from './statements.ts';

export interface TreasureRow extends PlacedRow {
  /** The record of the holding institution. */
  holder: { pid: string; kind: string };
  dating: Dating;
}

/** A national treasure; its holder and place are those of the day of its recognition. */
export function treasureBody({ row, point, codes, holder, dating }: TreasureRow): RecordBody {
  const fields: Fields = {};
  const source = cell(row, 'source');
  const verbatim = cell(row, 'holding_institution');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  addName(fields, { text: cell(row, 'name_en'), lang: 'en', source });
  add(fields, 'artefactClass', { value: 'BAO_VAT_QUOC_GIA', source: [source] });
  addDating(fields, { text: cell(row, 'period'), source, dating });
  add(fields, 'holder', { value: { ...holder, verbatim }, source: [source] });
  addPlace(fields, { verbatim, row, point: undefined, codes });
  addPoint(fields, point, 'keeping-place');
  addSource(fields, source);
  return bodyOf('artefact@1.0', fields);
}
