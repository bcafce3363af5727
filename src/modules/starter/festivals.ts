import { cell, type KeyedRow, type Row } from './data.ts';
import { addPlace, type ProvinceCodes } from './place.ts';
import { add, addName, addSource, type Fields } from './statements.ts';

export interface FestivalContext {
  /** Rules of festivals that follow no lunar date, by key. */
  rules: ReadonlyMap<string, Row>;
  codes: ProvinceCodes;
}

/** Names that say themselves that they are festivals; Tết and the like are customs, and no list has decided. */
const FESTIVAL = /^(?:Lễ hội|Hội)\s/u;

/** A festival that no list names becomes a record of its own. */
export function festivalFields(row: KeyedRow, { rules, codes }: FestivalContext): Fields {
  const fields: Fields = {};
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  if (FESTIVAL.test(cell(row, 'name_vi')))
    add(fields, 'ichType', { value: 'LE_HOI_TRUYEN_THONG', source: [source] });
  addPlace(fields, { verbatim: cell(row, 'place'), row, point: undefined, codes });
  addRecurrence(fields, row, rules);
  addSource(fields, source);
  return fields;
}

/** A festival that a record of the national list is, or is a part of: its days, and its name where that is another. */
export function attachFestival(fields: Fields, row: KeyedRow, { rules }: FestivalContext): void {
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source: cell(row, 'source'), type: 'other' });
  addRecurrence(fields, row, rules);
  addSource(fields, cell(row, 'source'));
}

function addRecurrence(fields: Fields, row: KeyedRow, rules: ReadonlyMap<string, Row>): void {
  const note = [cell(row, 'name_vi'), cell(row, 'place'), cell(row, 'note')].filter(Boolean).join(' · ');
  add(fields, 'recurrence', {
    tag: row.key.replace(':', '-'),
    value: ruleOf(row, rules.get(row.key)),
    source: [cell(row, 'source')],
    // The sources give one year's custom; days shift from place to place.
    certainty: 'probable',
    note,
  });
}

function ruleOf(row: Row, rule: Row | undefined) {
  const [start, end] = rule
    ? [cell(rule, 'start'), cell(rule, 'end')]
    : [cell(row, 'lunar_start'), cell(row, 'lunar_end')];
  const words = cell(rule, 'words');
  return {
    calendar: rule ? cell(rule, 'calendar') : 'lunar-vi',
    ...(start === '' ? {} : { start, end: end === '' ? start : end }),
    ...(words === '' ? {} : { words }),
  };
}
