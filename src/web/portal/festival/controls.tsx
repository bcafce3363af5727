import { festivalMessages } from './messages.ts';
import { festivalAddress } from './state.ts';
import type { FestivalFilter, FestivalView, MonthLink } from './view.ts';

/** Filters as one GET form; each choice of a key stands for itself. */
export function FestivalFilters({ state, month, filters, chips, byLunar }: FestivalView) {
  const text = festivalMessages[state.lang];
  const plain = { ...state, pairs: [] };
  return (
    <>
      <form class="festival-filters no-print" method="get" action={festivalAddress(plain, month)}>
        {filters.map((filter) => (
          <Filter key={filter.key} filter={filter} />
        ))}
        {byLunar && <input type="hidden" name="sort" value="lunar" />}
        <button type="submit" class="button-primary">
          {text.apply}
        </button>
      </form>
      {chips.length > 0 && (
        <ul class="chips no-print">
          {chips.map(({ label, href }) => (
            <li key={href}>
              <a class="chip" href={href}>
                <span class="visually-hidden">{text.removeFilter}: </span>
                {label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          <li>
            <a class="chip chip-clear" href={festivalAddress(byLunar ? sorted(state) : plain, month)}>
              {text.removeAll}
            </a>
          </li>
        </ul>
      )}
    </>
  );
}

type State = FestivalView['state'];

const sorted = ({ lang }: State): State => ({ lang, pairs: [['sort', 'lunar']] });

function Filter({ filter: { key, label, any, options } }: { filter: FestivalFilter }) {
  return (
    <label for={`f-${key}`}>
      {label}
      <select id={`f-${key}`} name={key}>
        <option value="">{any}</option>
        {options.map(({ value, label: name, count, chosen }) => (
          <option key={value} value={value} selected={chosen}>
            {name} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}

/** By which calendar the days are headed. */
export function OrderSwitch({ state, month, byLunar }: FestivalView) {
  const text = festivalMessages[state.lang];
  const others = state.pairs.filter(([key]) => key !== 'sort');
  const choices = [
    { label: text.solar, chosen: !byLunar, pairs: others },
    { label: text.lunar, chosen: byLunar, pairs: [...others, ['sort', 'lunar'] as const] },
  ];
  return (
    <nav class="order no-print" aria-label={text.order}>
      <span class="meta">{text.order}</span>
      {choices.map(({ label, chosen, pairs }) => (
        <a
          key={label}
          href={festivalAddress({ ...state, pairs }, month)}
          aria-current={chosen ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

/** The months beside this one and all of its year. */
export function MonthNavigation({ state, month, months, previous, next, year }: FestivalView) {
  const text = festivalMessages[state.lang];
  const shown = new Set(months.map((view) => view.month.month));
  return (
    <nav class="month-nav no-print" aria-label={text.months}>
      <p>
        <Step link={previous} rel="prev" words={text.previous} />
        {month && (
          <a class="button" href={festivalAddress(state)}>
            {text.thisMonth}
          </a>
        )}
        <Step link={next} rel="next" words={text.next} />
      </p>
      <ul aria-label={text.yearMonths(year.year)}>
        {year.before !== undefined && (
          <li>
            <a href={year.before}>
              <span class="visually-hidden">{text.yearFrom} </span>← {year.year - 1}
            </a>
          </li>
        )}
        {year.months.map(({ label, href, count }, at) => (
          <li key={href}>
            <a href={href} aria-current={shown.has(at + 1) ? 'true' : undefined}>
              {label} <span class="count">{count}</span>
              <span class="visually-hidden"> {text.festivalCount(count ?? 0)}</span>
            </a>
          </li>
        ))}
        {year.after !== undefined && (
          <li>
            <a href={year.after}>
              <span class="visually-hidden">{text.yearTo} </span>
              {year.year + 1} →
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Step({ link, rel, words }: { link: MonthLink | undefined; rel: 'prev' | 'next'; words: string }) {
  if (!link) return null;
  const arrow = <span aria-hidden="true">{rel === 'prev' ? '←' : '→'}</span>;
  return (
    <a class="button" rel={rel} href={link.href}>
      {rel === 'prev' && arrow}
      <span class="visually-hidden">{words}: </span>
      {link.label}
      {rel === 'next' && arrow}
    </a>
  );
}
