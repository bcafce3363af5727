import type { Lang } from '#platform/i18n/index.ts';
import { KindMotif } from '#web/components/kind-motif.tsx';
import { searchMessages } from './messages.ts';
import type { ResultItem, SearchView } from './view.ts';

/** The results as a list of cards; list and grid differ in style only, beside the map they are brief. */
export function Results({ state, view, items }: Pick<SearchView, 'state' | 'view' | 'items'>) {
  const kinds = [...new Set(items.map((item) => item.kind))];
  const isBrief = view === 'map';
  return (
    <>
      {!isBrief && <Motifs kinds={kinds} />}
      <ol class={view === 'grid' ? 'cards results' : 'results result-list'}>
        {items.map((item) => (
          <li key={item.href} data-point={isBrief ? pointText(item) : undefined}>
            <Result item={item} lang={state.lang} isBrief={isBrief} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** As maps in the browser read it: longitude, latitude. */
const pointText = ({ point }: ResultItem) => point && `${point.lon},${point.lat}`;

/** Each drawing once; the cards refer to it. */
function Motifs({ kinds }: { kinds: string[] }) {
  return (
    <svg class="symbols" aria-hidden="true" focusable="false">
      {kinds.map((kind) => (
        <symbol key={kind} id={`motif-${kind}`} viewBox="0 0 120 90">
          <KindMotif kind={kind} />
        </symbol>
      ))}
    </svg>
  );
}

function Result({ item, lang, isBrief }: { item: ResultItem; lang: Lang; isBrief: boolean }) {
  const text = searchMessages[lang];
  return (
    <article class={`card kind-${item.kind}`}>
      {!isBrief && (
        <svg class="motif" viewBox="0 0 120 90" aria-hidden="true" focusable="false">
          <use href={`#motif-${item.kind}`} />
        </svg>
      )}
      <div class="card-text">
        <div class="card-head">
          <p class="kind">{item.kindLabel}</p>
          {!item.confirmed && (
            <p class="chip chip-wait" title={text.unconfirmedHelp}>
              {text.unconfirmed}
            </p>
          )}
        </div>
        <h3>
          <a href={item.href} lang={item.titleLang}>
            {item.title}
          </a>
        </h3>
        {item.otherNames.map((name) => (
          <p key={name.text} class="meta" lang={name.lang}>
            {name.text}
          </p>
        ))}
        {item.facts.length > 0 && <p class="facts">{item.facts.join(' · ')}</p>}
        {item.summary && !isBrief && (
          <p class="summary" lang={item.summary.lang}>
            {item.summary.text}
          </p>
        )}
        {item.ranks.length > 0 && !isBrief && (
          <ul class="chips">
            {item.ranks.map((rank) => (
              <li key={rank} class="chip">
                {rank}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}
