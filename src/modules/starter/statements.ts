import type { RecordBody, Statement } from '#modules/standards/index.ts';

/** The fields of a body while it is put together; statements keep the order in which they were added. */
export type Fields = Record<string, Statement[]>;

export type StatementParts = Omit<Statement, 'id'> & {
  /** What tells this statement from others of the field, stable over releases; the language for names. */
  tag?: string;
};

/** Adds one statement with a stable id: `name-vi`, `period-dong-son`. A repeated id gets a number. */
export function add(fields: Fields, field: string, { tag, ...parts }: StatementParts): void {
  const list = fields[field] ?? [];
  const wanted = tag === undefined ? field : `${field}-${tag.replace(/[^A-Za-z0-9_.:-]+/g, '-')}`;
  const taken = new Set(Object.values(fields).flatMap((known) => known.map((statement) => statement.id)));
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
  fields[field] = [...list, { id, ...parts }];
}

export interface GivenName {
  text: string;
  lang: 'vi' | 'en';
  source: string;
  type?: string;
}

/** A name; one that the body already has, letter for letter, is not repeated. */
export function addName(fields: Fields, { text, lang, source, type = 'primary' }: GivenName): void {
  const known = fields.name ?? [];
  if (text === '' || known.some((statement) => statement.value === text)) return;
  const taken = known.some((statement) => statement.lang === lang && statement.nameType === 'primary');
  const nameType = taken && type === 'primary' ? 'other' : type;
  add(fields, 'name', { tag: lang, value: text, lang, nameType, source: [source] });
}

/** Where the facts come from; each source once. */
export function addSource(fields: Fields, source: string): void {
  const known = fields.sources ?? [];
  if (source === '' || known.some(({ value }) => (value as { verbatim?: string }).verbatim === source))
    return;
  add(fields, 'sources', { tag: String(known.length + 1), value: { verbatim: source } });
}

export function bodyOf(standard: string, fields: Fields): RecordBody {
  return { standard, fields };
}
