import type { Reader } from '#modules/access/index.ts';
import { oldProvinceKey, unitsByKey } from '#modules/places/index.ts';
import {
  type CurrentRecord,
  currentRecords,
  type ReadOutcome,
  readRecord,
  type Source,
  visibleBody,
} from '#modules/registry/index.ts';
import {
  type Catalogue,
  fieldMap,
  fieldStatements,
  type OfficialForm,
  type RecordBody,
  type RecordStandard,
  type Values,
} from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { FormRecord } from './binding-text.ts';
import { artefactsOf } from './queries.ts';
import type { FormKnowledge } from './value-text.ts';

/** What reading for forms needs. */
export interface FormSource {
  source: Source;
  catalogue: Catalogue;
  vocabularies: Vocabularies;
}

/** Everything a form is filled with. */
export interface FormSubject {
  title: string;
  /** Absent when the form lists records that nothing but a query holds together. */
  record: FormRecord | undefined;
  rows: FormRecord[];
  version: string;
  /** ISO instant of the newest version on the form. */
  date: string;
  confirmed: boolean;
  knowledge: FormKnowledge;
}

export type SubjectOutcome =
  | { kind: 'subject'; subject: FormSubject }
  | { kind: 'wrong-kind'; kinds: readonly string[] }
  | { kind: 'too-many-rows'; limit: number }
  | Exclude<ReadOutcome, { kind: 'found' | 'invalid' }>;

/** A list longer than this is no longer a form: data of that size are exported as a table. */
export const MAX_ROWS = 2_000;

export interface SubjectRequest {
  form: OfficialForm;
  lang: Lang;
  reader: Reader;
}

export async function readSubject(
  source: FormSource,
  { form, lang, reader, pid, now }: SubjectRequest & { pid: string; now: Date },
): Promise<SubjectOutcome> {
  const outcome = await readRecord(source.source, reader, { pid, now });
  if (outcome.kind === 'invalid') return { kind: 'not-found' };
  if (outcome.kind !== 'found') return outcome;
  const { record } = outcome;
  const standard = source.catalogue.standardByReference(record.standard);
  if (!standard || !form.kinds.includes(record.kind)) return { kind: 'wrong-kind', kinds: form.kinds };
  const own: FormRecord = { ...record, standard, row: 1 };
  const rows = await rowsOf(source, { form, reader, own });
  if (rows.kind !== 'rows') return rows;
  const known = new Map(record.relations.map(({ record: other }) => [other.pid, other.title]));
  const titles = await titlesIn(source, { body: record.body, known, reader });
  const title = lang === 'en' ? (record.title.en ?? record.title.vi) : record.title.vi;
  return {
    kind: 'subject',
    subject: {
      title,
      record: own,
      rows: rows.rows,
      version: String(record.version),
      date: record.provenance.at,
      confirmed: record.verification === 'confirmed',
      knowledge: await knowledgeOf(source, { lang, reader, records: [own, ...rows.rows], titles }),
    },
  };
}

type RowsOutcome = { kind: 'rows'; rows: FormRecord[] } | { kind: 'too-many-rows'; limit: number };

/** The rows of the form's table: the artefacts of the record, or the record itself where it is one. */
async function rowsOf(
  { source, catalogue }: FormSource,
  { form, reader, own }: { form: OfficialForm; reader: Reader; own: FormRecord },
): Promise<RowsOutcome> {
  if (!listsArtefacts(form)) return { kind: 'rows', rows: [] };
  if (own.standard.kind === 'artefact') return { kind: 'rows', rows: [own] };
  const ids = await artefactsOf(source.db, reader, { pid: own.pid, limit: MAX_ROWS + 1 });
  if (ids.length > MAX_ROWS) return { kind: 'too-many-rows', limit: MAX_ROWS };
  const records = await currentRecords(source.db, ids);
  return { kind: 'rows', rows: formRecords(records, { source, catalogue, reader }) };
}

export function listsArtefacts(form: OfficialForm): boolean {
  return form.sections.some(({ table }) => table?.rows === 'artefacts');
}

/** A list of artefacts that a query found. */
export async function listSubject(
  source: FormSource,
  { lang, reader, ids, title }: Omit<SubjectRequest, 'form'> & { ids: readonly number[]; title: string },
): Promise<SubjectOutcome> {
  if (ids.length > MAX_ROWS) return { kind: 'too-many-rows', limit: MAX_ROWS };
  const records = await currentRecords(source.source.db, ids);
  const rows = formRecords(records, { ...source, reader });
  const knowledge = await knowledgeOf(source, { lang, reader, records: rows, titles: new Map() });
  const newest = records.map(({ updatedAt }) => updatedAt).toSorted();
  const date = newest.at(-1) ?? '2026-01-01T00:00:00Z';
  const confirmed = records.every(({ verification }) => verification === 'confirmed');
  return {
    kind: 'subject',
    subject: { title, record: undefined, rows, version: '', date, confirmed, knowledge },
  };
}

function formRecords(
  records: readonly CurrentRecord[],
  { source, catalogue, reader }: Pick<FormSource, 'source' | 'catalogue'> & { reader: Reader },
): FormRecord[] {
  return records.flatMap(({ pid, body }, index) => {
    const standard = catalogue.standardByReference(body.standard);
    if (!standard) return [];
    const visible = visibleBody(body, { reader, rules: source.rules });
    return [{ pid, standard, body: visible, designations: [], row: index + 1 }];
  });
}

/** A record rarely names more; beyond, the words of the record stand on the form. */
const NAMED_RECORDS = 40;

type Titles = ReadonlyMap<string, { vi: string; en?: string }>;

async function titlesIn(
  { source }: FormSource,
  { body, known, reader }: { body: RecordBody; known: Titles; reader: Reader },
): Promise<Titles> {
  const values = Object.values(body.fields).flatMap((list) => list.map(({ value }) => value));
  const pids = values.flatMap((value) =>
    typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'string'
      ? [value.pid]
      : [],
  );
  const missing = [...new Set(pids)].filter((pid) => !known.has(pid)).slice(0, NAMED_RECORDS);
  const found = await Promise.all(missing.map((pid) => readRecord(source, reader, { pid })));
  return new Map([
    ...known,
    ...found.flatMap((one) => (one.kind === 'found' ? [[one.record.pid, one.record.title] as const] : [])),
  ]);
}

interface Named {
  lang: Lang;
  reader: Reader;
  records: readonly FormRecord[];
  titles: Titles;
}

async function knowledgeOf(
  { source, catalogue, vocabularies }: FormSource,
  { lang, reader, records, titles }: Named,
): Promise<FormKnowledge> {
  const places = records.flatMap(({ standard, body }) => placesOf(standard, body));
  const today = new Set(places.flatMap(({ units = [] }) => units));
  const former = new Set(places.flatMap(({ historicUnits = [] }) => historicUnits));
  const keys = [...[...today].map((code) => `gso-2025:${code}`), ...[...former].map(oldProvinceKey)];
  const units = keys.length > 0 ? await unitsByKey(source.db, keys) : [];
  return {
    lang,
    catalogue,
    vocabularies,
    titles: new Map([...titles].map(([pid, { vi, en = vi }]) => [pid, lang === 'en' ? en : vi])),
    units: new Map(
      units.map(({ scheme, code, key, fullName, nameEn }) => [
        `${scheme === 'gso-2025' ? '' : 'former:'}${code ?? key}`,
        lang === 'en' && nameEn !== null ? nameEn : fullName,
      ]),
    ),
    exact: reader.staff,
  };
}

function placesOf(standard: RecordStandard, body: RecordBody): Values['place'][] {
  return [...fieldMap(standard).values()]
    .filter(({ datatype }) => datatype === 'place')
    .flatMap(({ id }) => fieldStatements(body, id))
    .flatMap(({ value }) => (value === undefined ? [] : [value as Values['place']]));
}
