import { dayFromIso, parseEdtf } from '#formats/dates/index.ts';
import { describeDerivation, resolveDateText } from '#formats/era/index.ts';
import { dateOfSerial } from '#formats/xlsx/index.ts';
import type { Values } from '#modules/standards/index.ts';
import type { CellKnowledge } from './knowledge.ts';
import { type Read, readAs, refusedCell } from './problem.ts';

type Dated = Values['date'];

/**
 * A date as it is written, with what it means: EDTF first, then every form that Vietnamese or English dates take. What
 * nobody can read is kept as written; what cannot exist is refused.
 */
export function readDate(cell: string, knowledge: Pick<CellKnowledge, 'eras' | 'periods'>): Read<Dated> {
  const day = SERIAL.test(cell) ? dateOfSerial(Math.floor(Number(cell))) : undefined;
  if (day !== undefined) return refusedCell('serial-date', { given: cell, date: day });
  const edtf = parseEdtf(cell);
  if (edtf.kind === 'edtf') {
    const { earliest, latest, approximate, uncertain } = edtf;
    return readAs({
      verbatim: cell,
      edtf: edtf.edtf,
      earliest,
      latest,
      ...flags({ approximate, uncertain }),
    });
  }
  const read = resolveDateText(cell, knowledge);
  if (read.kind === 'refused') return refusedCell('impossible-date', { given: cell });
  if (read.kind === 'unrecognised') {
    return edtf.part === 'syntax'
      ? readAs({ verbatim: cell })
      : refusedCell('impossible-date', { given: cell });
  }
  const derivation = describeDerivation(read.derivation, 'vi').join(' ');
  return readAs({
    verbatim: cell,
    ...(read.edtf === null ? {} : { edtf: read.edtf }),
    earliest: read.earliest,
    latest: read.latest,
    ...flags({ approximate: read.certainty === 'approximate', uncertain: read.certainty === 'uncertain' }),
    ...(derivation === '' ? {} : { derivation }),
  });
}

/** The days from 1927 to 2064 as Excel numbers them: left in a text column, they are no date any more. */
const SERIAL = /^[1-5]\d{4}(?:[.,]\d+)?$/;

function flags(given: {
  approximate: boolean;
  uncertain: boolean;
}): Pick<Dated, 'approximate' | 'uncertain'> {
  return {
    ...(given.approximate ? { approximate: true } : {}),
    ...(given.uncertain ? { uncertain: true } : {}),
  };
}

/** The date of a decision is EDTF alone: what a decision says of its day leaves nothing to interpret. */
export function readEdtf(cell: string, knowledge: Pick<CellKnowledge, 'eras' | 'periods'>): Read<string> {
  const read = readDate(cell, knowledge);
  if (read.kind === 'problem') return read;
  const { edtf } = read.value;
  return edtf === undefined ? refusedCell('impossible-date', { given: cell }) : readAs(edtf);
}

/** `MM-DD`; day/month as people write it in Vietnam is turned around. Which days exist depends on the calendar. */
export function readMonthDay(cell: string): Read<string> {
  const slashed = /^(\d{1,2})\s*\/\s*(\d{1,2})$/.exec(cell);
  const dashed = /^(\d{1,2})-(\d{1,2})$/.exec(cell);
  const [month, day] = dashed ? [dashed[1], dashed[2]] : [slashed?.[2], slashed?.[1]];
  const written = `${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  // Lunar months may have a 30 February, so the day is held against a month of 31 days.
  return dayFromIso(`2000-01-${day?.padStart(2, '0')}`) !== null && Number(month) >= 1 && Number(month) <= 12
    ? readAs(written)
    : refusedCell('not-a-day-of-the-year', { given: cell });
}
