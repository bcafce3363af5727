import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { links, texts } from '../html.fixture.ts';
import type { CollectionView, ListCollection } from './assemble.ts';
import { CollectionPage } from './collection-page.tsx';

const list: ListCollection = {
  code: 'vn/special-national',
  label: 'Di tích quốc gia đặc biệt',
  count: 1_234,
  href: '/vi/tim-kiem?list=vn~special-national',
  kind: 'monument',
  decisions: 0,
  days: [],
  latest: [],
};
const none: CollectionView['curated'] = { items: [], total: 0, href: '/vi/tim-kiem?kind=collection' };
const item = {
  href: '/vi/suu-tap/ab12',
  kind: 'collection',
  kindLabel: 'Sưu tập',
  title: 'Gốm <Chu Đậu> & Cây Mai',
  titleLang: 'vi',
  otherNames: [],
  ranks: [],
  facts: [],
  confirmed: true,
};

function page(changes: Partial<ListCollection>, rest: Partial<CollectionView> = {}) {
  const levels: CollectionView['levels'] = [{ level: 'national', lists: [{ ...list, ...changes }] }];
  return renderToString(<CollectionPage lang="vi" levels={levels} curated={none} {...rest} />);
}

describe('the card of a list', () => {
  it('counts as the language writes and leads to the same search', () => {
    expect(texts(page({}), 'strong')).toEqual(['1.234 hồ sơ']);
    expect(texts(page({}, { lang: 'en' }), 'strong')).toEqual(['1,234 records']);
    expect(texts(page({ count: 1 }, { lang: 'en' }), 'strong')).toEqual(['1 record']);
    expect(links(page({}))).toEqual([list.href, '/vi/quyet-dinh']);
  });

  it('says nothing of decisions that are not known', () => {
    expect(page({})).not.toMatch(/0 quyết định|Quyết định mới nhất/);
  });

  it.each([
    [[], '3 quyết định'],
    [['01/02/2020'], '3 quyết định ngày 01/02/2020'],
    [['01/02/2020', '05/06/2024'], '3 quyết định từ 01/02/2020 đến 05/06/2024'],
  ])('tells the days %j', (days, expected) => {
    expect(texts(page({ decisions: 3, days }), 'p')).toContain(expected);
  });

  it('names the newest decisions, dated or not', () => {
    const latest = [
      { number: '2082/QĐ-TTg', href: '/vi/quyet-dinh/a', date: '25/12/2017', records: 24 },
      { number: 'Số <b>', href: '/vi/quyet-dinh/b', date: '', records: 1 },
    ];
    const html = page({ decisions: 2, latest });
    expect(texts(html.split('Quyết định mới nhất')[1] ?? '', 'li')).toEqual([
      '2082/QĐ-TTg 25/12/2017 · 24 hồ sơ',
      'Số <b> không rõ ngày · 1 hồ sơ',
    ]);
    expect(html).not.toContain('<b>');
  });
});

describe('collections of holders', () => {
  it('are left out where there is none', () => {
    expect(page({})).not.toContain('id="curated"');
  });

  it('are named in their own language, and lead on only where more exist', () => {
    const all = page({}, { lang: 'en', curated: { ...none, items: [item], total: 1 } });
    expect(all).toContain('lang="vi">Gốm &lt;Chu Đậu> &amp; Cây Mai</a>');
    expect(all).not.toContain('All 1');
    const some = page({}, { lang: 'en', curated: { ...none, items: [item], total: 1_500 } });
    expect(some).toContain(`<a href="${none.href}">All 1,500 collections</a>`);
  });
});

it('groups by level under headings that name their sections', () => {
  const levels: CollectionView['levels'] = [
    { level: 'unesco', lists: [list] },
    { level: 'province', lists: [list, list] },
  ];
  const html = page({}, { levels });
  expect(texts(html, 'h2')).toEqual(['UNESCO ghi danh, công nhận', 'Cấp tỉnh']);
  for (const { level } of levels) expect(html).toContain(`aria-labelledby="${level}"><h2 id="${level}"`);
});
