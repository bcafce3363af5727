import { toNfcLatin } from '#formats/vietnamese/index.ts';
import { CORE_FIELDS, type CoreField, type CoreValue } from './core-fields.ts';
import type { Lang } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';

/** The statements of a core field, with the value type of its datatype; an absent field has none. */
export function statements<F extends CoreField>(body: RecordBody, field: F): Statement<CoreValue<F>>[] {
  return fieldStatements(body, field) as Statement<CoreValue<F>>[];
}

/** The statements of any field by its id, for code that walks a standard instead of knowing its fields. */
export function fieldStatements(body: RecordBody, field: string): Statement[] {
  return Object.hasOwn(body.fields, field) ? (body.fields[field] ?? []) : [];
}

/** The best value of a core field for a reader of that language, or undefined when there is none. */
export function bestValue<F extends CoreField>(
  body: RecordBody,
  field: F,
  lang: Lang,
): CoreValue<F> | undefined {
  return bestStatement(statements(body, field), lang)?.value;
}

/**
 * The statement to show when there is room for one: the reader's language, then Vietnamese, then English,
 * then any; within one language the primary name and the more certain statement first.
 */
export function bestStatement<V>(candidates: readonly Statement<V>[], lang: Lang): Statement<V> | undefined {
  const valued = candidates.filter((statement) => statement.value !== undefined);
  const rank = (statement: Statement<V>) => languageRank(statement.lang, lang) * 100 + trustRank(statement);
  return valued.toSorted((a, b) => rank(a) - rank(b))[0];
}

function languageRank(tag: string | undefined, wanted: Lang): number {
  const language = tag?.split('-')[0];
  const order = [wanted, undefined, 'vi', 'en'];
  const rank = order.indexOf(language as Lang | undefined);
  return rank < 0 ? order.length : rank;
}

function trustRank({ nameType, certainty, script }: Statement<unknown>): number {
  const certain = certainty === 'possible' ? 2 : certainty === 'probable' ? 1 : 0;
  const named = nameType === undefined || nameType === 'primary' ? 0 : 10;
  return named + certain + (script === undefined || script === 'Latn' ? 0 : 5);
}

/** A name in one language and script; `type` as the name-type list says, `primary` when not stated. */
export interface Name {
  id: string;
  text: string;
  type: string;
  lang?: string;
  script?: string;
}

/** All names of a record, primary ones first, otherwise in the order of the record. */
export function names(body: RecordBody): Name[] {
  return statements(body, 'name')
    .filter((statement) => statement.value !== undefined)
    .map(({ id, value, nameType, lang, script }) => ({
      id,
      text: value ?? '',
      type: nameType ?? 'primary',
      ...(lang === undefined ? {} : { lang }),
      ...(script === undefined ? {} : { script }),
    }))
    .toSorted((a, b) => Number(b.type === 'primary') - Number(a.type === 'primary'));
}

/** Whether a field id is one of those the code names itself. */
export function isCoreField(id: string): id is CoreField {
  return Object.hasOwn(CORE_FIELDS, id);
}

/**
 * The stored form of a body: Latin letters and their marks in NFC, other scripts exactly as given (NFC would
 * replace CJK compatibility ideographs by other characters), fields without statements left out.
 */
export function normaliseBody(body: RecordBody): RecordBody {
  const filled = Object.entries(body.fields).filter(([, list]) => list.length > 0);
  return {
    standard: body.standard,
    fields: Object.fromEntries(filled.map(([id, list]) => [id, deepLatinNfc(list)])),
  };
}

/** The very same value where nothing changes, as almost always. */
function deepLatinNfc<T>(value: T): T {
  if (typeof value === 'string') return toNfcLatin(value) as T;
  if (value === null || typeof value !== 'object') return value;
  if (Object.values(value).every((item) => deepLatinNfc(item) === item)) return value;
  if (Array.isArray(value)) return value.map(deepLatinNfc) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deepLatinNfc(item)])) as T;
}
