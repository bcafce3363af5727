import type { Datatype, Field, Values } from '#modules/standards/index.ts';
import { readDate, readEdtf, readMonthDay } from './dates.ts';
import { readPoint, writePoint } from './geometry.ts';
import type { CellField } from './knowledge.ts';
import { readBoolean, readDecimal, readInteger } from './numbers.ts';
import { readUnits, writeUnits } from './place-cells.ts';
import { type Read, readAs } from './problem.ts';
import { listedCode, readTerm, schemeCode, sharedCode } from './term-cells.ts';

/** The cells of one value by the part they fill; the whole value has the part ''. Empty cells are left out. */
export type Parts = Readonly<Partial<Record<string, string>>>;

/**
 * How values of one datatype stand in cells. `read` may give half a value where cells are missing: the standard says
 * then what is missing. What `write` has no cell for is left out of the cells.
 */
interface Codec<V> {
  read(parts: Parts, at: CellField): Read<unknown>;
  write(value: V): Parts;
}

type Codecs = { [D in Exclude<Datatype, 'file'>]: Codec<Values[D]> };

const whole = (text: string | undefined): Parts => (text === undefined ? {} : { '': text });

const plainText: Codec<string> = { read: ({ '': text = '' }) => readAs(text), write: whole };

const CODECS: Codecs = {
  text: plainText,
  localizedText: plainText,
  url: plainText,
  term: { read: ({ '': text = '' }, at) => readTerm(text, at), write: whole },
  boolean: { read: ({ '': text = '' }) => readBoolean(text), write: (value) => whole(String(value)) },
  integer: { read: ({ '': text = '' }) => readInteger(text), write: (value) => whole(String(value)) },
  decimal: { read: ({ '': text = '' }) => readDecimal(text), write: whole },
  date: {
    read: ({ '': text = '' }, { knowledge }) => readDate(text, knowledge),
    write: ({ verbatim, edtf }) => whole(verbatim ?? edtf),
  },
  identifier: {
    read: (parts, at) => readParts(parts, { scheme: (text) => schemeCode(text, at) }),
    write: ({ scheme, value }) => ({ scheme, value }),
  },
  reference: {
    read: ({ '': text = '' }, at) => readAs(nameOrPid(text, at)),
    write: ({ pid, verbatim }) => whole(pid ?? verbatim),
  },
  agentRole: {
    read: ({ role, verbatim }, at) => {
      const read = readParts(role === undefined ? {} : { role }, {
        role: (text) => listedCode(at.field.roles, text, at),
      });
      if (read.kind === 'problem' || verbatim === undefined) return read;
      return readAs({ ...read.value, ...nameOrPid(verbatim, at) });
    },
    write: ({ role, pid, verbatim }) => filled({ role, verbatim: pid ?? verbatim }),
  },
  measurement: {
    read: (parts, at) =>
      readParts(parts, {
        type: (text) => listedCode(at.field.measure?.types, text, at),
        value: readDecimal,
        unit: (text) => listedCode(at.field.measure?.units, text, at),
      }),
    write: ({ type, value, unit, part }) => filled({ type, value, unit, part }),
  },
  decision: {
    read: (parts, { knowledge }) => readParts(parts, { date: (text) => readEdtf(text, knowledge) }),
    write: ({ number, date, issuer }) => filled({ number, date, issuer }),
  },
  inscription: {
    read: (parts) => readParts(parts, {}),
    write: ({ original, transliteration, translation, position }) =>
      filled({ original, transliteration, translation, position }),
  },
  recurrence: {
    read: (parts, at) =>
      readParts(parts, {
        calendar: (text) => sharedCode('recurrence-calendar', text, at),
        start: readMonthDay,
        end: readMonthDay,
      }),
    write: ({ calendar, start, end, words }) => filled({ calendar, start, end, words }),
  },
  place: {
    read: ({ verbatim, units }, at) => {
      const read = units === undefined ? readAs({}) : readUnits(units, at);
      if (read.kind === 'problem') return read;
      return readAs({ ...(verbatim === undefined ? {} : { verbatim }), ...read.value });
    },
    write: ({ verbatim, units = [] }) => filled({ verbatim, units: writeUnits(units) }),
  },
  geometry: {
    read: ({ role, publicPrecision, ...cells }, at) => {
      const point = readPoint(cells);
      if (point.kind === 'problem') return point;
      const read = readParts(filled({ role, publicPrecision }), {
        role: (text) => listedCode(at.field.geometryRoles, text, at),
        publicPrecision: (text) => sharedCode('public-precision', text, at),
      });
      return read.kind === 'problem' ? read : readAs({ ...read.value, ...point.value });
    },
    write: (value) => {
      const point = writePoint(value);
      return point.n === undefined
        ? {}
        : { role: value.role, ...point, publicPrecision: value.publicPrecision };
    },
  },
};

export function readValue(parts: Parts, at: CellField): Read<unknown> {
  const { datatype } = at.field;
  return datatype === 'file' ? readAs(undefined) : CODECS[datatype].read(parts, at);
}

/** No cell at all for a personal value that is closed to this reader, or one that has another shape than declared. */
export function writeValue(value: unknown, { datatype }: Field): Parts {
  if (datatype === 'file' || value === undefined || value === null || isSealed(value)) return {};
  const codec = CODECS[datatype] as Codec<unknown>;
  return codec.write(value);
}

function isSealed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'digest' in value;
}

function filled(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined && text !== ''));
}

type PartReaders = Readonly<Record<string, (text: string) => Read<string>>>;

/** Each part by its own reader, as text where it has none. */
function readParts(parts: Parts, readers: PartReaders): Read<Record<string, string>> {
  const value: Record<string, string> = {};
  for (const [part, text = ''] of Object.entries(parts)) {
    const read = readers[part]?.(text) ?? readAs(text);
    if (read.kind === 'problem') return read;
    value[part] = read.value;
  }
  return readAs(value);
}

function nameOrPid(text: string, { knowledge }: CellField): { pid: string } | { verbatim: string } {
  return knowledge.isPid(text) ? { pid: text } : { verbatim: text };
}
