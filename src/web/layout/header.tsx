import { Band, Star } from '../components/motif.tsx';
import { ADDRESSES } from './addresses.ts';
import { layoutMessages } from './messages.ts';
import type { Page } from './page.ts';

export function Header(page: Page) {
  const { lang, addresses } = page;
  const text = layoutMessages[lang];
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    <header>
      <div class="site-header">
        <div class="wrap site-bar">
          <a class="wordmark" href={ADDRESSES.home[lang]}>
            <Star />
            <span>{text.siteName}</span>
          </a>
          {!page.ownSearch && <HeaderSearch {...page} />}
          <div class="site-tools">
            <a href={ADDRESSES.display[lang]}>{text.display}</a>
            <a href={addresses[other]} hreflang={other} lang={other} title={text.otherLanguageLabel}>
              {text.otherLanguage}
            </a>
          </div>
        </div>
        <MainNavigation {...page} />
      </div>
      <Band />
    </header>
  );
}

function HeaderSearch({ lang, query = '' }: Page) {
  const text = layoutMessages[lang];
  return (
    <search class="site-search">
      <form action={ADDRESSES.search[lang]} method="get">
        <label class="visually-hidden" for="site-q">
          {text.searchLabel}
        </label>
        <input
          id="site-q"
          name="q"
          type="search"
          value={query}
          placeholder={text.searchPlaceholder}
          maxLength={300}
          autocomplete="off"
          enterkeyhint="search"
          data-suggest="/api/v1/suggest"
        />
        <button type="submit">{text.searchButton}</button>
      </form>
    </search>
  );
}

function MainNavigation({ lang, section }: Page) {
  const text = layoutMessages[lang];
  const entries = [
    { section: 'search', label: text.explore, href: ADDRESSES.search[lang] },
    { section: 'map', label: text.map, href: `${ADDRESSES.search[lang]}?view=map` },
    { section: 'places', label: text.places, href: ADDRESSES.places[lang] },
    { section: 'topics', label: text.topics, href: ADDRESSES.topics[lang] },
    { section: 'festivals', label: text.festivals, href: ADDRESSES.festivals[lang] },
    { section: 'openData', label: text.openData, href: ADDRESSES.openData[lang] },
    { section: 'progress', label: text.progress, href: ADDRESSES.progress[lang] },
    { section: 'decisions', label: text.decisions, href: ADDRESSES.decisions[lang] },
    { section: 'standards', label: text.standards, href: ADDRESSES.standards[lang] },
  ];
  return (
    <nav class="site-nav" aria-label={text.navLabel}>
      <ul class="wrap">
        {entries.map((entry) => (
          <li key={entry.section}>
            <a href={entry.href} aria-current={entry.section === section ? 'page' : undefined}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
