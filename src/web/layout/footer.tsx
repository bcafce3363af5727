import { ADDRESSES } from './addresses.ts';
import { layoutMessages } from './messages.ts';
import type { Page } from './page.ts';

const PAGES = ['about', 'accessibility', 'terms', 'contact', 'siteMap', 'contribute'] as const;

export function Footer({ lang, site }: Page) {
  const text = layoutMessages[lang];
  return (
    <footer class="site-footer">
      <div class="wrap">
        <p>
          <strong>{text.siteName}</strong> · {text.tagline}
        </p>
        <p>{site.operator === null ? text.testNotice : text.operatedBy(site.operator)}</p>
        <nav aria-label={text.footerNav}>
          <ul>
            {PAGES.map((page) => (
              <li key={page}>
                <a href={ADDRESSES[page][lang]}>{text[page]}</a>
              </li>
            ))}
            <li>
              <a href="/api/v1/docs">API</a>
            </li>
          </ul>
        </nav>
        <p class="meta">{text.version(site.version, dayOf(site.dataAt, lang))}</p>
      </div>
    </footer>
  );
}

function dayOf(instant: string | null, lang: 'vi' | 'en'): string | null {
  if (instant === null) return null;
  return new Date(instant).toLocaleDateString(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
  });
}
