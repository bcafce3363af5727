import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { SearchPage, searchTitle } from './search-page.tsx';
import { searchStatement } from './structured-data.ts';
import { aView } from './view.fixture.ts';
import type { SearchView } from './view.ts';

const html = (changes: Partial<SearchView> = {}) => renderToString(<SearchPage {...aView(changes)} />);
/** What a reader reads, without elements. */
const words = (markup: string) =>
  markup
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the search page', () => {
  test('says what was looked for, how much there is and where one stands', () => {
    const text = words(html());
    expect(text).toContain('Kết quả cho “trong dong”');
    expect(text).toContain('2.140 kết quả');
    expect(text).toContain('25–48 trên 2.140');
    expect(html().match(/<h1/g)).toHaveLength(1);
  });

  test('pages by links that keep the query and replace the token', () => {
    const markup = html();
    expect(markup).toContain(
      'rel="prev" href="/vi/tim-kiem?q=trong+dong&amp;kind=artefact&amp;view=list&amp;before=back"',
    );
    expect(markup).toContain(
      'rel="next" href="/vi/tim-kiem?q=trong+dong&amp;kind=artefact&amp;view=list&amp;after=on"',
    );
  });

  test('has every filter in one form that works without scripts', () => {
    const form = html().match(/<form[\s\S]*<\/form>/)?.[0] ?? '';
    expect(form).toContain('method="get"');
    expect(form).toContain('<input type="hidden" name="q" value="trong dong"/>');
    expect(form).toMatch(/name="kind" value="artefact" checked/);
    expect(form).toContain('name="from"');
    expect(form).toContain('type="submit"');
    expect(form).not.toContain('name="after"');
  });

  test('shows eight values of a long facet and the rest on demand, none hidden from the form', () => {
    const markup = html();
    expect(markup.match(/name="period"/g)).toHaveLength(10);
    expect(words(markup)).toContain('Xem tất cả (10)');
    expect(markup).toContain('data-find="Niên đại"');
    expect(markup).not.toContain('data-find="Loại di sản"');
  });

  test('names each applied filter with a way to take it away', () => {
    expect(words(html())).toContain('Bỏ lọc: Loại di sản Hiện vật');
    expect(html()).toContain('href="/vi/tim-kiem?q=trong+dong&amp;view=list"');
  });

  test('marks what nobody has confirmed, and only that', () => {
    expect(words(html()).match(/Chưa xác nhận/g)).toHaveLength(1);
  });

  test('says "khoảng" for an estimate and leads to the exact count', () => {
    const markup = html({ totalIsExact: false });
    expect(words(markup)).toContain('khoảng 2.140 kết quả');
    expect(words(markup)).toContain('25–48 trên khoảng 2.140');
    expect(markup).toContain('view=list&amp;exact=1');
  });

  test('tells what the words were taken for and offers the place they name', () => {
    const markup = html({
      interpretation: 'trống đồng',
      placeHints: [{ label: 'Quảng Nam — nay thuộc TP. Đà Nẵng', href: '/vi/tim-kiem?place=former-49' }],
    });
    expect(words(markup)).toContain('Tìm theo: trống đồng');
    expect(markup).toContain('href="/vi/tim-kiem?place=former-49"');
  });

  test('draws each kind once, however many results have it', () => {
    expect(html().match(/<symbol/g)).toHaveLength(1);
    expect(html().match(/<use/g)).toHaveLength(2);
  });

  test('writes nothing a query could break out of', () => {
    const query = '"><script>alert(1)</script>';
    expect(html({ query })).not.toContain('<script');
  });

  test('carries no inline style or script', () => {
    expect(html()).not.toMatch(/ style=| on[a-z]+=|<script|<style/);
  });
});

describe('a search that finds nothing', () => {
  const nothing = {
    items: [],
    total: 0,
    waysOut: [{ label: 'Bỏ “Hiện vật”', href: '/vi/tim-kiem?q=x', count: 12 }],
  };

  test('says so and offers ways on with what they lead to', () => {
    const markup = html(nothing);
    expect(words(markup)).toContain('Không tìm thấy di sản nào cho “trong dong”');
    expect(words(markup)).toContain('Bỏ “Hiện vật” 12 kết quả');
    expect(markup).toContain('href="/vi/tim-kiem"');
  });

  test('has a title of its own', () => {
    expect(searchTitle(aView({ ...nothing, query: '' }))).toBe('Không tìm thấy di sản nào');
    expect(searchTitle(aView({ query: '' }))).toBe('Tìm kiếm di sản');
  });
});

test('in English everything but names is English', () => {
  const view = aView();
  const text = words(html({ state: { ...view.state, lang: 'en' } }));
  expect(text).toContain('2,140 results');
  expect(text).toContain('Apply filters');
  expect(text).toContain('Unconfirmed');
});

describe('for machines', () => {
  test('the list goes on where the page before ended', () => {
    expect(searchStatement(aView(), 'https://disan.example')).toMatchObject({
      '@type': 'SearchResultsPage',
      url: 'https://disan.example/vi/tim-kiem?q=trong+dong&kind=artefact&view=list&after=token',
      mainEntity: {
        numberOfItems: 2140,
        itemListElement: [
          {
            position: 25,
            name: 'Trống đồng Ngọc Lũ',
            url: 'https://disan.example/vi/hien-vat/d1abc/trong-dong-ngoc-lu',
          },
          { position: 26 },
        ],
      },
    });
  });

  test('an estimate is no number of items', () => {
    const { mainEntity } = searchStatement(aView({ totalIsExact: false }), '') as { mainEntity: object };
    expect(mainEntity).not.toHaveProperty('numberOfItems');
  });
});
