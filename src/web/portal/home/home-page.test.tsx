import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { checkTerritory } from '#formats/geo/index.ts';
import { HomePage } from './home-page.tsx';
import { siteStatements } from './structured-data.ts';
import type { HomeView } from './view.ts';

const territory = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
if (territory.kind === 'refused') throw new Error('the map is refused');
const { map } = territory;

function aHome(changes: Partial<HomeView> = {}): HomeView {
  return {
    lang: 'vi',
    total: 1453,
    examples: [{ text: 'Huế', href: '/vi/tim-kiem?q=Hu%E1%BA%BF' }],
    today: {
      solar: 'Thứ Hai, 1 tháng 2, 2027',
      lunar: { date: '25 tháng Chạp năm Bính Ngọ', canChi: 'ngày Tân Hợi' },
      soon: true,
      festivals: [
        { name: 'Tết Nguyên Đán', href: '/vi/phi-vat-the/d1a/tet', dates: '6/2/2027' },
        { name: 'Hội xuân', href: '/vi/phi-vat-the/d1b/hoi', dates: '9/2/2027', certainty: 'hoãn' },
      ],
    },
    doors: [{ kind: 'monument', label: 'Di tích', count: 440, href: '/vi/tim-kiem?kind=monument' }],
    others: [],
    map,
    provinces: [{ code: '01', name: 'Hà Nội', count: 291, href: '/vi/tim-kiem?place=01' }],
    decisions: [],
    progress: { digitised: 0, listed: 149 },
    ...changes,
  };
}

const html = (changes: Partial<HomeView> = {}) => renderToString(<HomePage {...aHome(changes)} />);

describe('the home page', () => {
  test('is a form, doors, map and list without any script', () => {
    const markup = html();
    expect(markup).toContain('action="/vi/tim-kiem"');
    expect(markup).toContain('1.453 di tích');
    expect(markup.match(/href="\/vi\/tim-kiem\?place=01"/g)).toHaveLength(2);
    expect(markup).not.toMatch(/ style=| on[a-z]+=|<script/);
    expect(markup.match(/<h1/g)).toHaveLength(1);
  });

  test('shows both archipelagos on the map and in the list', () => {
    expect(html().match(/Quần đảo Hoàng Sa/g)).toHaveLength(2);
    expect(html().match(/Trường Sa \(tỉnh Khánh Hòa\)/g)?.length).toBeGreaterThanOrEqual(1);
  });

  test('says which days are computed and what was announced', () => {
    expect(html()).toContain('chưa phải thông báo của ban tổ chức');
    expect(html()).toContain('<span class="meta">hoãn</span>');
    const announced = aHome().today.festivals.slice(1);
    expect(html({ today: { ...aHome().today, festivals: announced } })).not.toContain('chưa phải thông báo');
  });

  test('names the next festival when none is near, and says so when none is known', () => {
    expect(html({ today: { ...aHome().today, soon: false } })).toContain('Lễ hội gần nhất');
    expect(html({ today: { ...aHome().today, soon: false, festivals: [] } })).toContain(
      'Chưa có lễ hội nào được ghi ngày.',
    );
  });

  test('leaves out what there is nothing of', () => {
    expect(html()).not.toContain('Quyết định mới nhất');
    const decision = {
      href: '/vi/quyet-dinh/x',
      number: '1426/QĐ-TTg',
      title: 'Công nhận',
      date: '1/10/2012',
    };
    expect(html({ progress: null })).not.toContain('/vi/tien-do');
    expect(html({})).toContain('0 trên 149 di tích quốc gia đặc biệt');
    expect(html({ decisions: [decision] })).toContain('<a href="/vi/quyet-dinh/x">1426/QĐ-TTg</a>');
  });
});

test('a publisher is claimed only where an operator is named', () => {
  const statement = (operator: string | null) =>
    JSON.stringify(siteStatements('https://x.vn', 'vi', operator));
  expect(statement(null)).not.toContain('publisher');
  expect(statement('Cục Di sản văn hóa')).toContain(
    '"@type":"GovernmentOrganization","name":"Cục Di sản văn hóa"',
  );
  expect(statement(null)).toContain('https://x.vn/vi/tim-kiem?q={search_term_string}');
});
