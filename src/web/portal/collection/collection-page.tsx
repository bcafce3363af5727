import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { RecordLinks } from '../record-links.tsx';
import { number } from '../search/numbers.ts';
import type { CollectionView, ListCollection } from './assemble.ts';
import { collectionMessages } from './messages.ts';

export function CollectionPage({ lang, levels, curated }: CollectionView) {
  const text = collectionMessages[lang];
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {levels.map(({ level, lists }) => (
        <section key={level} aria-labelledby={level}>
          <h2 id={level}>{text.groups[level]}</h2>
          <ul class="cards">
            {lists.map((list) => (
              <li key={list.code}>
                <ListCard list={list} lang={lang} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {curated.total > 0 && <Curated curated={curated} lang={lang} />}
      <p>
        <a class="button" href={ADDRESSES.decisions[lang]}>
          {text.allDecisions}
        </a>
      </p>
    </>
  );
}

function ListCard({ list, lang }: { list: ListCollection; lang: Lang }) {
  const text = collectionMessages[lang];
  const { label, href, count, definition, decisions, days, latest, kind } = list;
  const [first, last] = days;
  const when = first === undefined ? '' : last === undefined ? text.on(first) : text.between(first, last);
  return (
    <div class={`card kind-${kind}`}>
      <div class="card-text">
        <h3>
          <a href={href}>{label}</a>
        </h3>
        <p>
          <strong>{text.records(number(count, lang))}</strong>
        </p>
        {decisions > 0 && (
          <p class="meta">
            {text.decisions(number(decisions, lang))} {when}
          </p>
        )}
        {definition !== undefined && <p>{definition}</p>}
        {latest.length > 0 && (
          <>
            <p class="meta">{text.latest}</p>
            <ul>
              {latest.map((decision) => (
                <li key={decision.href}>
                  <a href={decision.href}>{decision.number}</a>{' '}
                  <span class="meta">
                    {decision.date || text.noDate} · {text.added(number(decision.records, lang))}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

function Curated({ curated, lang }: Pick<CollectionView, 'curated' | 'lang'>) {
  const text = collectionMessages[lang];
  const { items, total, href } = curated;
  return (
    <section aria-labelledby="curated">
      <h2 id="curated">{text.curated}</h2>
      <RecordLinks
        items={items}
        more={total > items.length ? { href, label: text.allCurated(number(total, lang)) } : undefined}
      />
    </section>
  );
}
