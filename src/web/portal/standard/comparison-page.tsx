import type { ComponentChildren } from 'preact';
import { fieldMap, type RecordStandard, type StandardComparison } from '#modules/standards/index.ts';
import { standardMessages } from './messages.ts';

interface ComparisonPageProps {
  from: RecordStandard;
  to: RecordStandard;
  comparison: StandardComparison;
  lang: 'vi' | 'en';
}

/** What changed between two versions of a standard, and whether records have to be migrated. */
export function ComparisonPage({ from, to, comparison, lang }: ComparisonPageProps) {
  const text = standardMessages[lang];
  const { added, removed, renamed, changed, compatibility } = comparison;
  const label = (standard: RecordStandard, id: string) => (
    <>
      {fieldMap(standard).get(id)?.label[lang] ?? id} <code>{id}</code>
    </>
  );
  return (
    <>
      <h1>{text.comparisonTitle(to.label[lang], from.version, to.version)}</h1>
      <p class="lead">{text.compatibility[compatibility]}</p>
      {added.length + removed.length + renamed.length + changed.length === 0 && <p>{text.noChanges}</p>}
      <Changes
        title={text.added}
        items={added.map(({ field }) => ({ key: field, content: label(to, field) }))}
      />
      <Changes
        title={text.removed}
        items={removed.map(({ field }) => ({ key: field, content: label(from, field) }))}
      />
      <Changes
        title={text.renamed}
        items={renamed.map((step) => ({
          key: step.to,
          content: (
            <>
              {label(from, step.from)} → <code>{step.to}</code>
            </>
          ),
        }))}
      />
      {changed.length > 0 && <ChangedFields changed={changed} to={to} lang={lang} />}
    </>
  );
}

function Changes({ title, items }: { title: string; items: { key: string; content: ComponentChildren }[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
    </>
  );
}

function ChangedFields({
  changed,
  to,
  lang,
}: Pick<StandardComparison, 'changed'> & Pick<ComparisonPageProps, 'to' | 'lang'>) {
  const text = standardMessages[lang];
  return (
    <>
      <h2>{text.changed}</h2>
      {changed.map(({ field, changes }) => (
        <section key={field}>
          <h3>
            {fieldMap(to).get(field)?.label[lang] ?? field} <code>{field}</code>
          </h3>
          <table class="stacking diff">
            <thead>
              <tr>
                <th scope="col">{text.property}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ property, from, to: after, breaking }) => (
                <tr key={property}>
                  <th scope="row" data-label={text.property}>
                    <code>{property}</code>
                    {breaking && <span class="chip chip-wait">{text.breaking}</span>}
                  </th>
                  <td data-label={text.before} class="diff-before">
                    <del>{plain(from, lang)}</del>
                  </td>
                  <td data-label={text.after} class="diff-after">
                    <ins>{plain(after, lang)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

/** A property of a field in one line: labels in the reader's language, other objects as pairs. */
function plain(value: unknown, lang: 'vi' | 'en'): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.map((item) => plain(item, lang)).join('; ');
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value);
  if (pairs.some(([key]) => key === lang)) return String(Object.fromEntries(pairs)[lang]);
  return pairs.map(([key, item]) => `${key}: ${plain(item, lang)}`).join(', ');
}
