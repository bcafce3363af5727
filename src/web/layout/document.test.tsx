import { describe, expect, it } from 'vitest';
import { ADDRESSES } from './addresses.ts';
import { breadcrumbStatement } from './breadcrumb.tsx';
import { renderPage } from './document.tsx';
import { aPage } from './page.fixture.ts';
import type { Page } from './page.ts';
import { readPreferences } from './preferences.ts';

const html = (changes: Partial<Page> = {}) => renderPage(aPage(changes));
const head = (changes: Partial<Page> = {}) => html(changes).split('</head>')[0] ?? '';
const english: Partial<Page> = { lang: 'en', title: 'Standards', crumbs: [{ label: 'Standards' }] };
const test = { site: { ...aPage().site, operator: null } };
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);

describe('the document', () => {
  it('is one complete page in its language with one main part', () => {
    const page = html();
    expect(page).toMatch(/^<!doctype html><html lang="vi"><head><meta charset="utf-8"\/>/);
    expect(page.match(/<main\b/g)).toHaveLength(1);
    expect(page).toContain('<main id="main" tabindex="-1">nội dung</main>');
    expect(page).toContain('<a class="skip" href="#main">Đến nội dung chính</a>');
    expect(html(english)).toContain('<html lang="en">');
  });

  it('is shown as the reader wants it from the first byte', () => {
    const preferences = readPreferences([
      ['theme', 'dark'],
      ['text', '200'],
    ]);
    expect(html({ preferences })).toContain('<html lang="vi" data-theme="dark" data-text="200">');
  });

  it('names itself, its address in both languages, and its forms', () => {
    const alternates = [{ type: 'application/ld+json', href: '/api/v1/x.jsonld' }];
    const page = head({ alternates });
    expect(page).toContain('<title>Tiêu chuẩn · Di Sản Số</title>');
    expect(page).toContain('<link rel="canonical" href="https://disan.example/vi/tieu-chuan"/>');
    expect(matches(page, /hreflang="([^"]+)"/g)).toEqual(['vi', 'en', 'x-default']);
    expect(page).toContain('hreflang="en" href="https://disan.example/en/standards"');
    expect(page).toContain('<link rel="alternate" type="application/ld+json" href="/api/v1/x.jsonld"/>');
    expect(head(english)).toContain('<link rel="canonical" href="https://disan.example/en/standards"/>');
    expect(head()).not.toContain('name="robots"');
    expect(head({ noindex: true })).toContain('<meta name="robots" content="noindex, follow"/>');
  });

  it('of an error has no address of its own', () => {
    expect(head({ isError: true })).not.toMatch(/rel="canonical"|hreflang/);
  });

  it('loads the style sheet and scripts by their hashed names, scripts as modules only', () => {
    const page = head({ islands: ['map.js'] });
    expect(page).toContain('<link rel="stylesheet" href="/assets/portal.abc.css"/>');
    expect(matches(page, /<script type="module" src="([^"]+)"/g)).toEqual([
      '/assets/core.def.js',
      '/assets/map.123.js',
    ]);
  });

  it('loads nothing from elsewhere', () => {
    const loaded = matches(html(), /(?:src|href)="(https?:[^"]+)"/g);
    expect(loaded.filter((address) => !address?.startsWith('https://disan.example/'))).toEqual([]);
  });

  it('has a card for those who pass it on, its text cut between characters', () => {
    expect(head()).toContain('<meta property="og:description" content="Chuẩn hồ sơ"/>');
    expect(head(english)).toContain('<meta property="og:locale" content="en_GB"/>');
    const long = head({ description: `${'a'.repeat(159)}𡨸喃` });
    expect(long).toContain(`<meta property="og:description" content="${'a'.repeat(159)}𡨸"/>`);
    const { description: _, ...bare } = aPage();
    expect(renderPage(bare)).not.toMatch(/(name|property)="(og:)?description"/);
  });

  it('lets no text out of its place', () => {
    const hostile = '</title></script><script>alert("1")</script>';
    const page = html({
      title: hostile,
      description: hostile,
      crumbs: [{ label: hostile }],
      query: `"${hostile}`,
      structuredData: [{ name: hostile }],
      site: { ...aPage().site, operator: hostile },
    });
    expect(page).not.toContain('<script>');
    expect(page).toContain('value="&quot;&lt;/title>');
    const [statement = ''] = matches(page, /<script type="application\/ld\+json">(.*?)<\/script>/g);
    expect(JSON.parse(statement)).toEqual({ name: hostile });
  });
});

describe('the header', () => {
  it('leads to the same page in the other language, named in it', () => {
    expect(html()).toContain(
      '<a href="/en/standards" hreflang="en" lang="en" title="Switch to English">English</a>',
    );
    expect(html(english)).toContain('<a href="/vi/tieu-chuan" hreflang="vi" lang="vi"');
  });

  it('marks the part of the site one is in, and only it', () => {
    const current = (changes: Partial<Page>) =>
      matches(html({ crumbs: [], ...changes }), /href="([^"]+)" aria-current="page"/g);
    expect(current({})).toEqual([]);
    expect(current({ section: 'standards' })).toEqual([ADDRESSES.standards.vi]);
    expect(current({ section: 'map', lang: 'en' })).toEqual(['/en/search?view=map']);
  });

  it('has a search that works without scripts and keeps what was asked', () => {
    const page = html({ query: 'chùa "Một Cột"' });
    expect(page).toContain('<form action="/vi/tim-kiem" method="get">');
    expect(page).toContain('value="chùa &quot;Một Cột&quot;"');
    expect(page).toMatch(/<label[^>]* for="site-q"/);
    expect(html({ ownSearch: true })).not.toContain('id="site-q"');
  });
});

describe('the footer', () => {
  it('says who answers for the site, and that nobody does where there is none', () => {
    expect(html()).toContain('Đơn vị vận hành: Bảo tàng Thử nghiệm');
    expect(html()).not.toContain('notice-bar');
    // A test installation says so above and below.
    expect(html(test).match(/Bản cài đặt thử nghiệm/g)).toHaveLength(2);
  });

  it('gives the version and the day of the data, as it is in Vietnam', () => {
    // 18:30 UTC on the first is the second of February there.
    expect(html()).toContain('Phiên bản 0.1.0 · dữ liệu cập nhật 2/2/2027');
    expect(html(english)).toContain('Version 0.1.0 · data updated 02/02/2027');
    expect(html({ site: { ...aPage().site, dataAt: null } })).toContain('>Phiên bản 0.1.0<');
  });

  it('links to what every page owes its readers', () => {
    const footer = html().split('<footer')[1] ?? '';
    for (const page of ['about', 'accessibility', 'terms', 'contact', 'siteMap', 'contribute'] as const)
      expect(footer).toContain(`href="${ADDRESSES[page].vi}"`);
    expect(footer).toContain('href="/api/v1/docs"');
  });
});

const TRAIL = [{ label: 'Di tích', href: '/vi/tim-kiem?kind=monument' }, { label: 'Chùa Một Cột' }];

describe('the breadcrumb', () => {
  it('begins at the home page and ends, unlinked, at this one', () => {
    const [trail = ''] = /<nav class="breadcrumb".*?<\/nav>/.exec(html({ crumbs: TRAIL })) ?? [];
    expect(trail).toContain(
      '<li><a href="/vi">Trang chủ</a></li><li><a href="/vi/tim-kiem?kind=monument">Di tích</a></li>' +
        '<li><span aria-current="page">Chùa Một Cột</span></li>',
    );
    expect(html({ crumbs: [] })).not.toContain('class="breadcrumb"');
  });

  it('is told to programs with absolute addresses', () => {
    expect(breadcrumbStatement('https://disan.example', 'vi', TRAIL)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Trang chủ', item: 'https://disan.example/vi' },
        {
          '@type': 'ListItem',
          position: 2,
          name: 'Di tích',
          item: 'https://disan.example/vi/tim-kiem?kind=monument',
        },
        { '@type': 'ListItem', position: 3, name: 'Chùa Một Cột' },
      ],
    });
  });
});
