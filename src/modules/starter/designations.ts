import { cell, type KeyedRow, type Row } from './data.ts';
import type { DecisionIndex } from './decisions.ts';
import type { OperationOf } from './operations.ts';

export type DesignationOperation = OperationOf<'addDesignation'>;
type Decision = DesignationOperation['decision'];

interface Act {
  row: KeyedRow;
  /** Identifier of the record the act is about. */
  pid: string;
  list: string;
  place: string;
  decisions: DecisionIndex;
}

/** The act of a national decision on one thing; a number that is not known is looked for, hence `not-found`. */
export function nationalAct({ row, pid, list, place, decisions }: Act): DesignationOperation {
  const decision = decisions.of(row);
  const registryNumber = cell(row, 'registry_no');
  const note = [cell(row, 'note'), otherNumber(row, decision?.number)].filter(Boolean).join('; ');
  const batch = cell(row, 'batch');
  return {
    op: 'addDesignation',
    key: row.key,
    decision: decision ? { key: decision.key } : { absent: 'not-found' },
    list,
    act: 'designate',
    ...effectOf(row),
    ...(batch === '' ? {} : { batch }),
    ...(registryNumber === '' ? {} : { registryNumber }),
    ...(note === '' ? {} : { note }),
    source: cell(row, 'source'),
    members: [
      {
        record: { pid },
        verbatimName: cell(row, 'name_vi'),
        ...(place === '' ? {} : { verbatimPlace: place }),
      },
    ],
  };
}

/** The number as this row prints it, when the decision is known under another sign. */
function otherNumber(row: Row, known: string | undefined): string {
  const number = cell(row, 'decision_number');
  return known === undefined || number === known ? '' : `nguồn ghi số ${number}`;
}

interface Effect {
  earliest?: string;
  latest?: string;
  edtf?: string;
}

/** The day of the decision; else what a row says of the year, or of the month by which it had been announced. */
function effectOf(row: Row): Effect {
  const date = cell(row, 'decision_date');
  if (date !== '') return { earliest: date, latest: date, edtf: date };
  const year = cell(row, 'year');
  if (year !== '') return wholeYear(year);
  return announcedBy(cell(row, 'note'));
}

const wholeYear = (year: string): Effect => ({
  earliest: `${year}-01-01`,
  latest: `${year}-12-31`,
  edtf: year,
});

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH_AND_YEAR = new RegExp(`(?:(?:\\d{1,2}-)?(\\d{1,2}) )?(${MONTHS.join('|')}) (20\\d{2})`);
const RECOGNISED_IN = /\brecognised in (20\d{2})\b/;

/** "announced February 2024": the decision was taken by the end of that month; nothing says since when. */
function announcedBy(note: string): Effect {
  const [, day, month = '', year = ''] = MONTH_AND_YEAR.exec(note) ?? [];
  if (month !== '') return { latest: announced(Number(year), MONTHS.indexOf(month) + 1, day) };
  const only = RECOGNISED_IN.exec(note)?.[1];
  return only === undefined ? {} : wholeYear(only);
}

function announced(year: number, month: number, day: string | undefined): string {
  return day === undefined ? lastDay(year, month) : isoDay(year, month - 1, Number(day));
}

/** Day 0 of the next month. */
function lastDay(year: number, month: number): string {
  return isoDay(year, month, 0);
}

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const UNESCO_LISTS: Readonly<Record<string, string>> = {
  'World Heritage văn hóa': 'DI_SAN_THE_GIOI_VAN_HOA',
  'World Heritage thiên nhiên': 'DI_SAN_THE_GIOI_THIEN_NHIEN',
  'World Heritage hỗn hợp': 'DI_SAN_THE_GIOI_HON_HOP',
  'Intangible - Representative List phi vật thể': 'DSVHPVT_UNESCO_DAI_DIEN',
  'Intangible - Urgent Safeguarding List phi vật thể': 'DSVHPVT_UNESCO_KHAN_CAP',
  'Memory of the World - International tư liệu': 'TU_LIEU_UNESCO_THE_GIOI',
  'Memory of the World - Asia-Pacific tư liệu': 'TU_LIEU_UNESCO_KHU_VUC',
  'Global Geopark địa chất': 'CONG_VIEN_DIA_CHAT_TOAN_CAU',
};

/** The code of `designation-list` for a row of the UNESCO file. */
export function unescoList(row: Row): string {
  const list = UNESCO_LISTS[`${cell(row, 'list')} ${cell(row, 'type')}`];
  if (list === undefined) throw new Error(`Unknown UNESCO list: ${cell(row, 'list')} ${cell(row, 'type')}`);
  return list;
}

export interface UnescoAct {
  row: KeyedRow;
  pid: string;
  /** The part of the record that is inscribed, when it is not the whole. */
  component: string;
}

/** An inscription by UNESCO: a committee decided, but the number of its decision has not been entered. */
export function unescoAct({ row, pid, component }: UnescoAct): DesignationOperation {
  const [reference, criteria, note] = ['unesco_ref', 'criteria', 'note'].map((column) => cell(row, column));
  const decision: Decision = { absent: 'not-entered' };
  return {
    op: 'addDesignation',
    key: row.key,
    decision,
    list: unescoList(row),
    act: 'designate',
    ...wholeYear(cell(row, 'year')),
    ...(reference ? { registryNumber: reference } : {}),
    ...(criteria ? { criteria } : {}),
    ...(note ? { note } : {}),
    source: cell(row, 'source'),
    members: [
      {
        record: { pid },
        ...(component === '' ? {} : { component }),
        verbatimName: cell(row, 'name_vi'),
        verbatimPlace: cell(row, 'provinces'),
      },
    ],
  };
}

/** A later decision that adds places to a monument ranked before: an `extend` act on the first one. */
export function supplementAct(row: KeyedRow, base: KeyedRow, decisions: DecisionIndex): DesignationOperation {
  const act = nationalAct({
    row,
    pid: base.pid,
    list: 'QUOC_GIA_DAC_BIET',
    place: cell(row, 'province_old'),
    decisions,
  });
  const [member] = act.members;
  if (!member) throw new Error(`The act ${row.key} has no member`);
  return {
    ...act,
    act: 'extend',
    of: { key: base.key },
    members: [{ ...member, component: cell(row, 'name_vi') }],
  };
}
