import { Star } from '#web/components/motif.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import { searchMessages } from './messages.ts';
import { number } from './numbers.ts';
import type { SearchView } from './view.ts';

/** What the words were taken for, and places they name. */
export function Notices({ state, interpretation, placeHints }: SearchView) {
  const text = searchMessages[state.lang];
  return (
    <>
      {interpretation !== undefined && (
        <p class="interpretation">
          {text.searchedFor} <strong lang="vi">{interpretation}</strong>
        </p>
      )}
      {placeHints.length > 0 && (
        <div class="place-hints" data-in-place>
          <p>{text.placeHint}</p>
          <ul class="chips">
            {placeHints.map(({ label, href }) => (
              <li key={href}>
                <a class="chip" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Nothing found: why it may be so and two or three ways on, never a blank page. */
export function NothingFound({ state, waysOut }: SearchView) {
  const text = searchMessages[state.lang];
  return (
    <div class="empty" data-in-place>
      <Star />
      {waysOut.length > 0 && (
        <>
          <h3>{text.wayOut}</h3>
          <ul>
            {waysOut.map(({ label, href, count }) => (
              <li key={href}>
                <a href={href}>{label}</a> <span class="meta">{text.count(number(count, state.lang))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{text.tips}</h3>
      <ul>
        <li>{text.tipWords}</li>
        <li>{text.tipOldPlaces}</li>
        <li>
          <a href={ADDRESSES.search[state.lang]}>{text.tipAll}</a>
        </li>
      </ul>
    </div>
  );
}

export function QueryHelp({ state }: Pick<SearchView, 'state'>) {
  const text = searchMessages[state.lang];
  return (
    <details class="query-help">
      <summary>{text.help}</summary>
      <dl>
        {text.helpLines.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
