import { searchMessages } from './messages.ts';
import { firstValue, type SearchState, usualSort } from './state.ts';
import type { FacetValue, FacetView, SearchView } from './view.ts';

/** Values shown before "show all" (ux.md P2: a field to find values in beyond 8). */
const FIRST = 8;
/** Facets open at first sight; others when something in them is chosen. */
const OPEN = new Set(['kind', 'list', 'place']);

/** One form of the GET method: without scripts its button applies all filters at once, with them each change does. */
export function Facets({ state, query, facets, sort, view }: SearchView) {
  const text = searchMessages[state.lang];
  const chosen = facets.flatMap((facet) => facet.values).filter((value) => value.chosen).length;
  return (
    <details class="facets" id="facets">
      <summary>
        {text.filters}
        {chosen > 0 && <span class="meta"> {text.chosen(chosen)}</span>}
      </summary>
      <form method="get" data-in-place aria-label={text.filters}>
        {query !== '' && <input type="hidden" name="q" value={query} />}
        <Kept state={state} keys={['near', 'bbox', 'org', 'people', 'by']} shown={facets} />
        {facets.map((facet) => (
          <Facet key={facet.name} facet={facet} state={state} />
        ))}
        <Years state={state} />
        <Presentation sort={sort} view={view} />
        <button type="submit" class="button-primary">
          {text.apply}
        </button>
      </form>
    </details>
  );
}

/** Filters without a facet of their own must survive the form. */
function Kept({ state, keys, shown }: { state: SearchState; keys: string[]; shown: FacetView[] }) {
  const hidden = state.pairs.filter(
    ([key]) => keys.includes(key) && !shown.some((facet) => facet.key === key),
  );
  return hidden.map(([key, value]) => <input key={key + value} type="hidden" name={key} value={value} />);
}

function Presentation({ sort, view }: { sort: string; view: string }) {
  return (
    <>
      {sort !== usualSort(view) && <input type="hidden" name="sort" value={sort} />}
      {view !== 'list' && <input type="hidden" name="view" value={view} />}
    </>
  );
}

function Facet({ facet, state }: { facet: FacetView; state: SearchState }) {
  const text = searchMessages[state.lang];
  const chosen = facet.values.filter((value) => value.chosen).length;
  const isLong = facet.values.length > FIRST;
  return (
    <details class="facet" id={`facet-${facet.name}`} open={OPEN.has(facet.name) || chosen > 0}>
      <summary>
        {facet.label}
        {chosen > 0 && <span class="meta"> {text.chosen(chosen)}</span>}
      </summary>
      <fieldset data-find={isLong ? facet.label : undefined}>
        <legend class="visually-hidden">{facet.label}</legend>
        <Values facet={facet.key} values={isLong ? facet.values.slice(0, FIRST) : facet.values} />
        {isLong && (
          <details id={`more-${facet.name}`}>
            <summary>{text.showAll(facet.values.length)}</summary>
            <Values facet={facet.key} values={facet.values.slice(FIRST)} />
          </details>
        )}
      </fieldset>
    </details>
  );
}

function Values({ facet, values }: { facet: string; values: FacetValue[] }) {
  return (
    <ul>
      {values.map(({ value, label, count, chosen }) => (
        <li key={value}>
          <label for={`f-${facet}-${value}`}>
            <input type="checkbox" id={`f-${facet}-${value}`} name={facet} value={value} checked={chosen} />
            <span>{label}</span>
            {count !== null && <span class="count">{count}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}

function Years({ state }: { state: SearchState }) {
  const text = searchMessages[state.lang];
  const [from, to] = [firstValue(state, 'from') ?? '', firstValue(state, 'to') ?? ''];
  // No year: the other filters must not lose it.
  if (from === 'unknown') return <input type="hidden" name="from" value={from} />;
  return (
    <details class="facet" id="facet-years" open={from !== '' || to !== ''}>
      <summary>{text.years}</summary>
      <fieldset class="years">
        <legend class="visually-hidden">{text.years}</legend>
        <label for="f-from">
          {text.yearFrom}
          <input
            id="f-from"
            name="from"
            inputmode="text"
            maxLength={10}
            value={from}
            aria-describedby="f-years"
          />
        </label>
        <label for="f-to">
          {text.yearTo}
          <input id="f-to" name="to" inputmode="text" maxLength={10} value={to} aria-describedby="f-years" />
        </label>
        <p class="meta" id="f-years">
          {text.yearHelp}
        </p>
      </fieldset>
    </details>
  );
}
