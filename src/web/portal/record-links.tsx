import type { ResultItem } from './search/view.ts';

interface RecordLinksProps {
  items: readonly Pick<ResultItem, 'href' | 'title' | 'titleLang'>[];
  /** Where the rest is, in words; left out where all are shown. */
  more: { href: string; label: string } | undefined;
}

/** Names of records that lead to them, for lists in which the name says enough. */
export function RecordLinks({ items, more }: RecordLinksProps) {
  return (
    <>
      <ul class="record-counts">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} lang={item.titleLang}>
              {item.title}
            </a>
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <a href={more.href}>{more.label}</a>
        </p>
      )}
    </>
  );
}
