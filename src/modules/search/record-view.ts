import { type Field, fieldMap, fieldStatements, type Statement } from '#modules/standards/index.ts';
import { type PlaceView, placeView } from './place-view.ts';
import type { Gazetteer, SearchSource } from './source.ts';
import { stringsOf } from './structured-value.ts';
import { type Terminology, termTexts } from './terms.ts';

/** One record as the search fields see it: only what everybody may read, whatever the class of the record. */
export interface RecordView {
  source: SearchSource;
  terms: Terminology;
  place: PlaceView;
  /** Statements with a value, of a field that is public. */
  values(fieldId: string): readonly Statement[];
  /** The words of all public fields of these search classes. */
  texts(classes: readonly Field['search'][]): string[];
}

export function recordView(
  source: SearchSource,
  { terms, gazetteer }: { terms: Terminology; gazetteer: Gazetteer },
): RecordView {
  const fields = publicFields(source, terms);
  const values = (fieldId: string) =>
    fields.has(fieldId)
      ? fieldStatements(source.body, fieldId).filter((statement) => statement.value !== undefined)
      : [];
  return {
    source,
    terms,
    place: placeView(values('place'), gazetteer),
    values,
    texts: (classes) =>
      [...fields.values()]
        .filter((field) => classes.includes(field.search))
        .flatMap((field) => values(field.id).flatMap(({ value }) => textsOf(value, field, terms))),
  };
}

/** A field of no standard, or not for everybody, is not searched: a word found would give its value away. */
function publicFields({ body }: SearchSource, { catalogue }: Terminology): Map<string, Field> {
  const standard = catalogue.standardByReference(body.standard);
  const fields = standard ? [...fieldMap(standard).values()] : [];
  const open = fields.filter((field) => field.visibility === 'public' && field.personal !== true);
  return new Map(open.map((field) => [field.id, field]));
}

/** Parts of a structured value that people read; codes and numbers of measurements are no words. */
const READABLE_PARTS = [
  'verbatim',
  'number',
  'words',
  'original',
  'transliteration',
  'translation',
  'value',
] as const;

function textsOf(value: unknown, field: Field, terms: Terminology): string[] {
  if (typeof value === 'string') return field.datatype === 'term' ? termWords(value, field, terms) : [value];
  return READABLE_PARTS.flatMap((part) => stringsOf(value, part));
}

function termWords(value: string, { codeList, vocabulary }: Field, terms: Terminology): string[] {
  if (vocabulary !== undefined) return termTexts(terms, vocabulary, value);
  const scheme = codeList?.split('@')[0];
  const code = scheme === undefined ? undefined : terms.catalogue.code(scheme, value);
  return code ? [code.label.vi, code.label.en] : [];
}

/** The codes of a field of terms. */
export function termCodes(view: RecordView, fieldId: string): string[] {
  return view.values(fieldId).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
