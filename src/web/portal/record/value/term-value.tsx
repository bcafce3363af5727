import { codeKey, type Field } from '#modules/standards/index.ts';
import { concept } from '#modules/vocabularies/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { addressOfTerm } from '../../topic/topics.ts';
import type { RecordFrame } from '../frame.ts';
import type { ValueProps } from './value-props.ts';

/** Fields whose terms are a filter of the search, with the key of that filter (modules/search, fields.ts). */
const FILTERS: Record<string, string> = {
  type: 'type',
  objectType: 'type',
  period: 'period',
  materials: 'material',
  techniques: 'material',
  ethnicGroup: 'community',
};

/** The label of a code in the list or vocabulary of its field. */
export function termLabel(frame: RecordFrame, field: Field, code: string): string {
  const { lang, catalogue, vocabularies } = frame;
  if (field.vocabulary) return vocabularies.label(field.vocabulary, code, lang) ?? code;
  return catalogue.label(field.codeList?.split('@')[0] ?? '', code, lang);
}

function definition(frame: RecordFrame, field: Field, code: string): string | undefined {
  const { lang, catalogue, vocabularies } = frame;
  if (!field.vocabulary) return catalogue.code(field.codeList?.split('@')[0] ?? '', code)?.definition?.[lang];
  const vocabulary = vocabularies.vocabulary(field.vocabulary);
  return vocabulary && concept(vocabulary, code)?.definition?.[lang];
}

export function TermValue({ value, field, frame }: ValueProps<'term'>) {
  const label = termLabel(frame, field, value);
  const scheme = field.vocabulary ?? field.codeList?.split('@')[0] ?? '';
  const topic = addressOfTerm(frame, frame.lang, { scheme, id: codeKey(value) });
  if (topic !== undefined) return <a href={topic}>{label}</a>;
  const key = FILTERS[field.id];
  if (!key) return <>{label}</>;
  const query = new URLSearchParams({ [key]: codeKey(value) });
  return <a href={`${ADDRESSES.search[frame.lang]}?${query}`}>{label}</a>;
}

/** What the term means, where its list says so. */
export function TermMeaning({ value, field, frame }: ValueProps<'term'>) {
  const meaning = definition(frame, field, value);
  return meaning ? <p class="meta">{meaning}</p> : null;
}
