import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n/index.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { layoutMessages } from './messages.ts';
import type { Page } from './page.ts';
import { displayAttributes } from './preferences.ts';

/** The whole document as text; complete without JavaScript. */
export function renderPage(page: Page): string {
  return `<!doctype html>${renderToString(<Document {...page} />)}`;
}

function Document(page: Page) {
  const { lang, site, preferences, crumbs } = page;
  const text = layoutMessages[lang];
  return (
    <html lang={lang} {...displayAttributes(preferences)}>
      <Head {...page} />
      <body>
        <a class="skip" href="#main">
          {text.skip}
        </a>
        <Header {...page} />
        {site.operator === null && (
          <div class="notice-bar">
            <p class="wrap">{text.testNotice}</p>
          </div>
        )}
        <div class="wrap">
          <Breadcrumb lang={lang} crumbs={crumbs} />
          <main id="main" tabIndex={-1}>
            {page.body}
          </main>
        </div>
        <Footer {...page} />
      </body>
    </html>
  );
}

function Head(page: Page) {
  const { lang, site, addresses, title, description, assets } = { ...page, assets: page.site.assets };
  const fullTitle = `${title} · ${layoutMessages[lang].siteName}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      {description && <meta name="description" content={description} />}
      {page.noindex && <meta name="robots" content="noindex, follow" />}
      {!page.isError && <OwnAddresses {...page} />}
      {page.alternates?.map(({ type, href }) => (
        <link key={type} rel="alternate" type={type} href={href} />
      ))}
      <link
        rel="preload"
        href="/assets/fonts/be-vietnam-pro-vietnamese-400-normal.woff2"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        href="/assets/fonts/be-vietnam-pro-latin-400-normal.woff2"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={`/assets/${assets['portal.css']}`} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={layoutMessages[lang].siteName}
        href={`/opensearch.xml?lang=${lang}`}
      />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={layoutMessages[lang].feedTitle}
        href={`/feed?lang=${lang}`}
      />
      <link rel="icon" type="image/svg+xml" href="/assets/mark.svg" />
      <meta name="theme-color" content="#4a0e0c" />
      <SocialCard
        fullTitle={fullTitle}
        lang={lang}
        url={site.origin + addresses[lang]}
        picture={site.origin + (page.picture ?? `/share/${lang}.png`)}
        {...(description ? { description } : {})}
      />
      <StructuredData statements={page.structuredData ?? []} />
      {['core.js', ...(page.islands ?? [])].map((name) => (
        <script key={name} type="module" src={`/assets/${assets[name]}`} />
      ))}
    </head>
  );
}

function OwnAddresses({ lang, site, addresses }: Page) {
  return (
    <>
      <link rel="canonical" href={site.origin + addresses[lang]} />
      <link rel="alternate" hreflang="vi" href={site.origin + addresses.vi} />
      <link rel="alternate" hreflang="en" href={site.origin + addresses.en} />
      <link rel="alternate" hreflang="x-default" href={site.origin + addresses.vi} />
    </>
  );
}

function SocialCard({
  fullTitle,
  description,
  lang,
  url,
  picture,
}: {
  fullTitle: string;
  description?: string;
  lang: Lang;
  url: string;
  picture: string;
}) {
  return (
    <>
      <meta property="og:title" content={fullTitle} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={layoutMessages[lang].siteName} />
      <meta property="og:locale" content={lang === 'vi' ? 'vi_VN' : 'en_GB'} />
      <meta property="og:locale:alternate" content={lang === 'vi' ? 'en_GB' : 'vi_VN'} />
      {/* By characters: a cut within 𡨸 would leave half of it. */}
      {description && <meta property="og:description" content={[...description].slice(0, 160).join('')} />}
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={fullTitle} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function StructuredData({ statements }: { statements: object[] }) {
  return statements.map((statement) => (
    <script
      key={JSON.stringify(statement)}
      type="application/ld+json"
      // "<" is the only character that could end the element early.
      dangerouslySetInnerHTML={{ __html: JSON.stringify(statement).replaceAll('<', '\\u003c') }}
    />
  ));
}
