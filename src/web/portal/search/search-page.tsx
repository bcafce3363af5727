import { Facets } from './facets.tsx';
import { MapOfResults } from './map-of-results.tsx';
import { searchMessages } from './messages.ts';
import { NothingFound, Notices, QueryHelp } from './notices.tsx';
import { Results } from './results.tsx';
import { Timeline } from './timeline.tsx';
import { timelineMessages } from './timeline-messages.ts';
import { Chips, Pager, Toolbar } from './toolbar.tsx';
import type { SearchView } from './view.ts';

/** The words at the head of the page and in the title of the window. */
export function searchTitle({ state, query, items, map, timeline }: SearchView): string {
  const text = searchMessages[state.lang];
  if (query === '' && map && items.length > 0) return text.map.title;
  if (query === '' && timeline && items.length > 0) return timelineMessages[state.lang].title;
  if (query === '') return items.length > 0 ? text.title : text.none;
  return items.length > 0 ? text.resultsFor(query) : text.noneFor(query);
}

/** The content of a search page, complete without scripts. */
export function SearchPage(page: SearchView) {
  const text = searchMessages[page.state.lang];
  return (
    <>
      <h1 class="search-title">{searchTitle(page)}</h1>
      <Notices {...page} />
      <Chips {...page} />
      <div class="search-columns">
        <Facets {...page} />
        <section aria-labelledby="results-title">
          <h2 id="results-title" class="visually-hidden" tabIndex={-1}>
            {text.results}
          </h2>
          <Toolbar {...page} />
          {page.map && <MapOfResults {...page} map={page.map} />}
          {page.timeline && <Timeline {...page} timeline={page.timeline} />}
          {page.items.length > 0 ? <Results {...page} /> : <NothingFound {...page} />}
          <Pager {...page} />
          <QueryHelp {...page} />
        </section>
      </div>
    </>
  );
}
