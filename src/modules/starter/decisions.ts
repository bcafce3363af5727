import { slugify } from '#formats/vietnamese/index.ts';
import { cell, type Row } from './data.ts';
import type { OperationOf } from './operations.ts';

type DecisionOperation = OperationOf<'addDecision'>;

// Resolution 244-NQ/HĐNN8 merged the Ministry of Culture into the Ministry of Culture, Information, Sports and Tourism.
const CULTURE_UNTIL = '1990-03-31';
// Resolution 01/2007/QH12 made it the Ministry of Culture, Sports and Tourism.
const INFORMATION_UNTIL = '2007-07-31';

const ISSUER_BY_SIGN: readonly [RegExp, string][] = [
  [/TTg\b/u, 'THU_TUONG'],
  [/UBND/u, 'CHU_TICH_UBND_TINH'],
  [/BVH-?TT-?DL/u, 'BO_TRUONG_BO_VHTTDL'],
  [/VHTT/u, 'BO_VAN_HOA_THONG_TIN'],
];

/**
 * Who took a decision: by the sign in its number, else by the ministry of that day. `date` is YYYY-MM-DD.
 * Code of the list `decision-issuer`.
 */
export function issuerOf(number: string, date: string): string {
  const signed = ISSUER_BY_SIGN.find(([sign]) => sign.test(number))?.[1];
  if (signed !== undefined) return signed;
  if (date !== '' && date <= CULTURE_UNTIL) return 'BO_VAN_HOA';
  return date === '' || date > INFORMATION_UNTIL ? 'BO_TRUONG_BO_VHTTDL' : 'BO_VAN_HOA_THONG_TIN';
}

// The announcement of a decision whose day is not known.
const YEAR_IN_WORDS = /\b(19|20)\d{2}\b/;

/** The decisions of a set of rows, each once, and which row points to which. */
export interface DecisionIndex {
  /** In order of their dates. */
  all: DecisionOperation[];
  /** Undefined for a row that knows no number. */
  of(row: Row): DecisionOperation | undefined;
}

/**
 * One decision is one issuer, number and day, whatever sign a source puts behind the number: "68/QĐ-BT" and
 * "68-VH/QĐ" of 29 January 1993 are one, printed as the first row prints it.
 */
export function indexDecisions(rows: readonly Row[]): DecisionIndex {
  const byIdentity = new Map<string, DecisionOperation>();
  for (const row of rows) {
    const decision = decisionOf(row);
    if (decision && !byIdentity.has(identityOf(decision))) byIdentity.set(identityOf(decision), decision);
  }
  const all = [...byIdentity.values()].toSorted(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.key.localeCompare(b.key),
  );
  const of = (row: Row) => {
    const decision = decisionOf(row);
    return decision && byIdentity.get(identityOf(decision));
  };
  return { all, of };
}

function identityOf({ key, issuer, number, date }: DecisionOperation): string {
  const serial = /^\d+/.exec(number)?.[0];
  return serial === undefined || date === undefined ? key : `${issuer} ${Number(serial)} ${date}`;
}

function decisionOf(row: Row): DecisionOperation | undefined {
  const number = cell(row, 'decision_number');
  if (number === '') return undefined;
  const date = cell(row, 'decision_date');
  const note = cell(row, 'note');
  const year = date.slice(0, 4) || (YEAR_IN_WORDS.exec(note)?.[0] ?? '');
  return {
    op: 'addDecision',
    key: slugify(`${number} ${year}`),
    number,
    ...(date === '' ? {} : { date }),
    ...(date === '' && note !== '' ? { dateNote: note } : {}),
    issuer: issuerOf(number, date),
    source: cell(row, 'source'),
  };
}
