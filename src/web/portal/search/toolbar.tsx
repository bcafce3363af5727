import type { Lang } from '#platform/i18n/index.ts';
import { searchMessages } from './messages.ts';
import { number } from './numbers.ts';
import { addressOf, paged, replacing, usualSort, withoutFilters } from './state.ts';
import { type Position, type SearchView, VIEW_NAMES } from './view.ts';

/** How many results, and how they are ordered and shown. */
export function Toolbar(page: SearchView) {
  const { state, sort, sorts, view } = page;
  const text = searchMessages[state.lang];
  return (
    <div class="toolbar" data-in-place>
      <Count {...page} />
      <nav aria-label={text.sort}>
        <span class="meta">{text.sort}</span>
        {sorts.map(({ value, label }) => (
          <a
            key={value}
            id={`sort-${value}`}
            href={addressOf(replacing(state, 'sort', value === usualSort(view) ? '' : value))}
            aria-current={value === sort ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <nav aria-label={text.view}>
        <span class="meta">{text.view}</span>
        {VIEW_NAMES.map((name) => (
          <a
            key={name}
            id={`view-${name}`}
            href={addressOf(replacing(state, 'view', name))}
            aria-current={name === view ? 'true' : undefined}
          >
            {text.views[name]}
          </a>
        ))}
      </nav>
    </div>
  );
}

function Count({ state, total, totalIsExact }: SearchView) {
  const text = searchMessages[state.lang];
  return (
    <p class="total">
      <strong data-count>{text.count(shownTotal({ state, total, totalIsExact }))}</strong>
      {!totalIsExact && (
        <>
          {' '}
          <a href={addressOf(replacing(state, 'exact', '1'))}>{text.exact}</a>
        </>
      )}
    </p>
  );
}

function shownTotal({
  state,
  total,
  totalIsExact,
}: Pick<SearchView, 'state' | 'total' | 'totalIsExact'>): string {
  const shown = number(total, state.lang);
  return totalIsExact ? shown : searchMessages[state.lang].roughly(shown);
}

function range({ first, last }: Position, lang: Lang): string {
  return `${number(first, lang)}–${number(last, lang)}`;
}

/** The filters in force, each a link that takes it away. */
export function Chips({ state, chips }: SearchView) {
  if (chips.length === 0) return null;
  const text = searchMessages[state.lang];
  return (
    <div class="applied" data-in-place>
      <h2 class="visually-hidden">{text.applied}</h2>
      <ul class="chips">
        {chips.map(({ label, group, removeHref }) => (
          <li key={removeHref}>
            <a class="chip" href={removeHref}>
              <span class="visually-hidden">
                {text.remove}: {group}{' '}
              </span>
              {label}
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        <li>
          <a class="chip chip-clear" href={addressOf(withoutFilters(state))}>
            {text.clear}
          </a>
        </li>
      </ul>
    </div>
  );
}

/** Previous and next page by keyset; the position says where one is, and no page number pretends to be reachable. */
export function Pager(page: SearchView) {
  const { state, previous, next, position } = page;
  if (previous === undefined && next === undefined) return null;
  const text = searchMessages[state.lang];
  return (
    <nav class="pager" aria-label={text.pages} data-in-place>
      {previous !== undefined && (
        <a class="button" rel="prev" href={addressOf(paged(state, 'before', previous))}>
          <span aria-hidden="true">←</span> {text.previous}
        </a>
      )}
      {position && <span class="meta">{text.position(range(position, state.lang), shownTotal(page))}</span>}
      {next !== undefined && (
        <a class="button" rel="next" href={addressOf(paged(state, 'after', next))}>
          {text.next} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
