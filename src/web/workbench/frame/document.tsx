import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { displayAttributes, layoutMessages } from '#web/layout/index.ts';
import { Band, Star } from '../../components/motif.tsx';
import { TokenField } from './form-parts.tsx';
import type { Visit } from './visit.ts';
import { IMPORTS, SIGN_OUT, WORKBENCH } from './workbench.ts';

export interface DeskPage {
  title: string;
  /** The page asks for itself again after as many seconds, where no script does it. */
  refreshSeconds?: number | undefined;
  /** Something is wrong on the page: said first in the title, for those who hear it. */
  hasErrors?: boolean | undefined;
  body: ComponentChildren;
}

const TEXT = {
  vi: {
    name: 'Bàn làm việc',
    nav: 'Bàn làm việc',
    imports: 'Nhập dữ liệu',
    portal: 'Cổng công khai',
    signOut: 'Đăng xuất',
    error: 'Lỗi: ',
  },
  en: {
    name: 'Workbench',
    nav: 'Workbench',
    imports: 'Data import',
    portal: 'Public portal',
    signOut: 'Sign out',
    error: 'Error: ',
  },
};

export function renderDeskPage(visit: Visit, page: DeskPage): string {
  return `<!doctype html>${renderToString(<Document visit={visit} page={page} />)}`;
}

interface Props {
  visit: Visit;
  page: DeskPage;
}

function Document({ visit, page }: Props) {
  const { lang, preferences, workbench } = visit;
  const layout = layoutMessages[lang];
  return (
    <html lang={lang} {...displayAttributes(preferences)}>
      <Head visit={visit} page={page} />
      <body>
        <a class="skip" href="#main">
          {layout.skip}
        </a>
        <DeskHeader {...visit} />
        {workbench.operator === null && (
          <div class="notice-bar">
            <p class="wrap">{layout.testNotice}</p>
          </div>
        )}
        <div class="wrap desk">
          <main id="main" tabIndex={-1}>
            {page.body}
          </main>
        </div>
        <footer class="desk-footer">
          <p class="wrap meta">{layout.version(workbench.version, null)}</p>
        </footer>
      </body>
    </html>
  );
}

function Head({ visit: { lang, workbench }, page }: Props) {
  const { assets } = workbench;
  const { title, refreshSeconds, hasErrors } = page;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${hasErrors ? TEXT[lang].error : ''}${title} · ${TEXT[lang].name}`}</title>
      <meta name="robots" content="noindex, nofollow" />
      {refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <link rel="stylesheet" href={`/assets/${assets['workbench.css']}`} />
      <link rel="icon" type="image/svg+xml" href="/assets/mark.svg" />
      <meta name="theme-color" content="#4a0e0c" />
      <script type="module" src={`/assets/${assets['workbench.js']}`} />
    </head>
  );
}

function DeskHeader(visit: Visit) {
  const { lang, request, actorId } = visit;
  const text = TEXT[lang];
  const layout = layoutMessages[lang];
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    <header>
      <div class="site-header">
        <div class="wrap site-bar">
          <a class="wordmark" href={actorId === null ? WORKBENCH : IMPORTS}>
            <Star />
            <span>{text.name}</span>
          </a>
          <div class="site-tools">
            <a href={`/${lang}`}>{text.portal}</a>
            <a href={inOtherLanguage(request.url, other)} lang={other} title={layout.otherLanguageLabel}>
              {layout.otherLanguage}
            </a>
            {actorId !== null && (
              <form action={SIGN_OUT} method="post">
                <TokenField visit={visit} />
                <button class="on-lacquer" type="submit">
                  {text.signOut}
                </button>
              </form>
            )}
          </div>
        </div>
        {actorId !== null && (
          <nav class="site-nav" aria-label={text.nav}>
            <ul class="wrap">
              <li>
                <a href={IMPORTS} aria-current={request.url.split('?')[0] === IMPORTS ? 'page' : undefined}>
                  {text.imports}
                </a>
              </li>
            </ul>
          </nav>
        )}
      </div>
      <Band />
    </header>
  );
}

function inOtherLanguage(url: string, other: string): string {
  const [path = '', query] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', other);
  return `${path}?${parameters}`;
}
