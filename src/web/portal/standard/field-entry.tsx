import type { Catalogue, Field } from '#modules/standards/index.ts';
import { OBLIGATION_LABELS } from '#modules/standards/index.ts';
import { standardMessages } from './messages.ts';
import { codeListAddress, vocabularyAddress } from './standard-addresses.ts';

type Row = ReadonlyMap<string, string>;

export interface FieldEntryProps {
  field: Field;
  /** The field's row of the table of the standard, by column key: everything already in words. */
  row: Row;
  /** The field's row of the crosswalk, by header. */
  mappings: readonly { header: string; text: string }[];
  catalogue: Catalogue;
  lang: 'vi' | 'en';
}

const STATES = ['draft', 'submitted', 'published'] as const;

/** One field of a standard: what it means, what is asked of it and when. */
export function FieldEntry({ field, row, mappings, catalogue, lang }: FieldEntryProps) {
  const text = standardMessages[lang];
  return (
    <article class="standard-field" id={`field-${field.id}`}>
      <h3>
        {field.label[lang]} <code>{field.id}</code>
      </h3>
      <p>{field.definition[lang]}</p>
      {field.help && <p class="meta">{field.help[lang]}</p>}
      <ul class="chips" aria-label={text.obligation}>
        {STATES.map((state) => (
          <li key={state} class={`chip obligation-${field.obligation[state]}`}>
            {text.states[state]}: {OBLIGATION_LABELS[field.obligation[state]][lang].toLowerCase()}
          </li>
        ))}
        {field.personal && <li class="chip chip-limited">{text.personal}</li>}
      </ul>
      <FieldFacts field={field} row={row} catalogue={catalogue} lang={lang} />
      {mappings.length > 0 && (
        <details>
          <summary>{text.mappings}</summary>
          <dl class="mapping">
            {mappings.map(({ header, text: term }) => (
              <div key={header}>
                <dt>{header}</dt>
                <dd>
                  <code>{term}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}

/** Columns of the table shown as facts; the list is drawn apart because it is a link. */
const FACTS = [
  'datatype',
  'cardinality',
  'rules',
  'example',
  'legalBasis',
  'formRef',
  'visibility',
  'weight',
] as const;

function FieldFacts({ field, row, catalogue, lang }: Omit<FieldEntryProps, 'mappings'>) {
  const { facts } = standardMessages[lang];
  return (
    <dl class="field-facts">
      {FACTS.map((key) => {
        const value = row.get(key);
        return value ? (
          <div key={key}>
            <dt>{facts[key]}</dt>
            <dd lang={key === 'legalBasis' || key === 'formRef' || key === 'example' ? 'vi' : undefined}>
              {value}
            </dd>
          </div>
        ) : null;
      })}
      <ListOfField field={field} catalogue={catalogue} lang={lang} />
    </dl>
  );
}

function ListOfField({ field, catalogue, lang }: Pick<FieldEntryProps, 'field' | 'catalogue' | 'lang'>) {
  const { codeList, vocabulary, roles, geometryRoles, measure } = field;
  const references = [codeList, roles, geometryRoles, measure?.types, measure?.units].filter(
    (one) => one !== undefined,
  );
  if (references.length === 0 && vocabulary === undefined) return null;
  return (
    <div>
      <dt>{standardMessages[lang].facts.list}</dt>
      <dd>
        {references.map((reference) => {
          const list = catalogue.codeListByReference(reference);
          return list ? (
            <a key={reference} href={codeListAddress(lang, list)}>
              {list.label[lang]}
            </a>
          ) : (
            <code key={reference}>{reference}</code>
          );
        })}
        {vocabulary !== undefined && <a href={vocabularyAddress(lang, vocabulary)}>{vocabulary}</a>}
      </dd>
    </div>
  );
}
