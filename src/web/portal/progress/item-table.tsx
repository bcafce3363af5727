import { slugify } from '#formats/vietnamese/index.ts';
import type { ProgrammeItem, Target } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordAddress } from '#web/layout/index.ts';
import { number } from '../search/numbers.ts';
import { progressMessages } from './messages.ts';

interface ItemTableProps {
  lang: Lang;
  target: Target;
  /** What the list is called. */
  title: string;
  id: string;
  items: readonly ProgrammeItem[];
  /** How many there are on all pages; unknown for lists that are no part of a cell. */
  total: number | undefined;
  next: string | undefined;
}

/** One page of the items behind a figure, each with what it still lacks. */
export function ItemTable({ lang, target, title, id, items, total, next }: ItemTableProps) {
  const text = progressMessages[lang];
  return (
    <section id={id}>
      <h3>
        {title}
        {total !== undefined && ` (${number(total, lang)})`}
      </h3>
      {items.length === 0 && <p>{text.none}</p>}
      {items.length > 0 && (
        <table class="stacking items">
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              {target.parts.length > 1 && <th scope="col">{text.part}</th>}
              <th scope="col">{text.level}</th>
              <th scope="col">{text.missing}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <ItemRow key={item.record?.pid ?? index} lang={lang} target={target} item={item} />
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && (
        <p class="pager">
          <a class="button" href={next} rel="next">
            {text.next}
          </a>
        </p>
      )}
    </section>
  );
}

function ItemRow({ lang, target, item }: { lang: Lang; target: Target; item: ProgrammeItem }) {
  const text = progressMessages[lang];
  return (
    <tr>
      <td data-label={text.name}>
        <ItemName lang={lang} item={item} />
      </td>
      {target.parts.length > 1 && (
        <td data-label={text.part}>{target.parts.find(({ id }) => id === item.part)?.label[lang]}</td>
      )}
      <td data-label={text.level}>{item.level ?? text.below}</td>
      <td data-label={text.missing}>{missingText(item, lang)}</td>
    </tr>
  );
}

function ItemName({ lang, item: { record } }: { lang: Lang; item: ProgrammeItem }) {
  if (record === null) return <>{progressMessages[lang].hidden}</>;
  const own = lang === 'en' ? record.title.en : undefined;
  return (
    <a href={recordAddress(lang, record.kind, record.pid, slugify(record.title.vi))} lang={own ? 'en' : 'vi'}>
      {own ?? record.title.vi}
    </a>
  );
}

/** Which evidence is missing; for what left the list, why it left. */
export function missingText({ gone, missing }: ProgrammeItem, lang: Lang): string {
  const text = progressMessages[lang];
  if (gone !== null) return text.departures[gone];
  return missing.map((one) => text.evidence[one]).join(', ') || text.nothingMissing;
}
