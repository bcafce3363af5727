import type { RecordDesignation } from '#modules/registry/index.ts';
import {
  type Field,
  type FormBinding,
  fieldMap,
  fieldStatements,
  type RecordBody,
  type RecordStandard,
  type Statement,
  type Values,
} from '#modules/standards/index.ts';
import { dayText, type FormKnowledge, formerPlaceText, geometryText, statementText } from './value-text.ts';
import { formWords } from './words.ts';

/** One record as a form reads it, with what its reader may see. */
export interface FormRecord {
  pid: string;
  standard: RecordStandard;
  body: RecordBody;
  designations: readonly RecordDesignation[];
  /** Its place in a table, from 1. */
  row: number;
}

/** What the bindings of a line say of a record, a line of text for each statement; empty where there is nothing. */
export function bindingsText(
  bindings: readonly FormBinding[],
  record: FormRecord,
  knowledge: FormKnowledge,
): string {
  const texts = bindings.flatMap((binding) =>
    'field' in binding
      ? fieldTexts(binding, record, knowledge)
      : RECORD_TEXTS[binding.record](record, knowledge),
  );
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}

type FieldBinding = Extract<FormBinding, { field: string }>;

function fieldTexts(
  binding: FieldBinding,
  { standard, body }: FormRecord,
  knowledge: FormKnowledge,
): string[] {
  const field = fieldMap(standard).get(binding.field);
  if (!field) return [];
  const { only, except } = binding;
  const chosen = fieldStatements(body, field.id).filter((statement) => {
    if (statement.value === undefined) return only === undefined;
    const code = codeOf(statement, field);
    return (only?.includes(code) ?? true) && !except?.includes(code);
  });
  return inLanguage(chosen, field, knowledge).map((statement) => statementText(statement, field, knowledge));
}

/** The code that tells the statements of a field apart: the type of a name or measurement, the role of a person. */
function codeOf({ value, nameType = 'primary' }: Statement, { datatype }: Field): string {
  if (datatype === 'localizedText') return nameType;
  if (typeof value !== 'object' || value === null) return '';
  const { type, role, scheme } = value as Record<string, unknown>;
  return String(type ?? role ?? scheme ?? '');
}

/** A text that exists in the language of the form is not repeated in others; names are kept in all scripts. */
function inLanguage(statements: readonly Statement[], field: Field, { lang }: FormKnowledge): Statement[] {
  if (field.datatype !== 'localizedText') return [...statements];
  const own = statements.filter((one) => (one.lang ?? 'vi') === lang);
  const vietnamese = statements.filter((one) => (one.lang ?? 'vi') === 'vi');
  return own.length > 0 ? own : vietnamese.length > 0 ? vietnamese : [...statements];
}

type RecordText = (record: FormRecord, knowledge: FormKnowledge) => string[];

const RECORD_TEXTS: Record<Extract<FormBinding, { record: string }>['record'], RecordText> = {
  pid: ({ pid }) => [pid],
  'row-number': ({ row }) => [String(row)],
  designations: ({ designations }, knowledge) =>
    designations.map((designation) => designationText(designation, knowledge)),
  'former-places': ({ body }, knowledge) =>
    valuesOf<'place'>(body, 'place').map((place) => formerPlaceText(place, knowledge)),
  coordinates: ({ body }, knowledge) =>
    valuesOf<'geometry'>(body, 'geometry').map((value) => geometryText(value, knowledge)),
};

function valuesOf<D extends 'place' | 'geometry'>(body: RecordBody, field: D): Values[D][] {
  return fieldStatements(body, field).flatMap(({ value }) =>
    value === undefined ? [] : [value as Values[D]],
  );
}

function designationText(
  { act, list, decision, batch, registryNumber, standing }: RecordDesignation,
  { catalogue, lang }: FormKnowledge,
): string {
  const words = formWords[lang];
  const source =
    'absent' in decision
      ? ''
      : decision.date === null
        ? decision.number
        : words.ofDate(decision.number, dayText(decision.date, lang));
  return [
    catalogue.label('designation-list', list, lang),
    words.acts[act],
    source,
    batch,
    registryNumber,
    standing === 'revoked' ? words.revoked : '',
  ]
    .filter(Boolean)
    .join(', ');
}
