import { DrumFace } from '#web/components/drum-face.tsx';
import { ADDRESSES, layoutMessages } from '#web/layout/index.ts';
import { number } from '../search/numbers.ts';
import { homeMessages } from './messages.ts';
import type { HomeView } from './view.ts';

/** One step into a search: the field, examples that lead somewhere, and how much there is. */
export function Hero({ lang, total, examples }: HomeView) {
  const text = homeMessages[lang];
  return (
    <div class="hero">
      <DrumFace />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(number(total, lang))}</p>
      <search>
        <HeroForm lang={lang} />
      </search>
      <p class="hero-examples">
        <span>{text.examples}</span>
        {examples.map((example) => (
          <a key={example.href} href={example.href}>
            {example.text}
          </a>
        ))}
      </p>
      <p class="hero-keys">
        <button type="button" hidden data-slash-switch />
      </p>
    </div>
  );
}

function HeroForm({ lang }: Pick<HomeView, 'lang'>) {
  const text = layoutMessages[lang];
  return (
    <form action={ADDRESSES.search[lang]} method="get">
      <label class="visually-hidden" for="home-q">
        {text.searchLabel}
      </label>
      <input
        id="home-q"
        name="q"
        type="search"
        placeholder={text.searchPlaceholder}
        maxLength={300}
        autocomplete="off"
        enterkeyhint="search"
        data-suggest="/api/v1/suggest"
        data-slash
        aria-keyshortcuts="/"
      />
      <button type="submit">{text.searchButton}</button>
    </form>
  );
}
