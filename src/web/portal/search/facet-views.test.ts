import { expect, test } from 'vitest';
import type { SearchAnswer } from '#modules/search/index.ts';
import { chipsOf } from './chips.ts';
import { facetViews } from './facet-views.ts';

type Facet = SearchAnswer['facets'][number];

function facet(name: string, counts: number[], selected: number[] = []): Facet {
  const values = counts.map((count, at) => ({
    value: `${name}-${at}`,
    label: `Giá trị ${at}`,
    count,
    selected: selected.includes(at),
  }));
  return { name, key: name === 'formerPlace' ? 'place' : name, label: name, values };
}

const names = (facets: Facet[], total = 10) => facetViews({ facets, total }).map(({ name }) => name);

test('a facet is shown when it can narrow the results, or when something of it is chosen', () => {
  expect(names([facet('rank', [10]), facet('media', []), facet('type', [6, 4])])).toEqual(['type']);
  expect(names([facet('rank', [10], [0])])).toEqual(['rank']);
});

test('the kinds are always shown', () => {
  expect(names([facet('kind', [10])])).toEqual(['kind']);
});

test('long facets keep the frequent values and every chosen one; places keep all former provinces', () => {
  const counts = Array.from({ length: 80 }, (_, at) => 80 - at);
  const [period, former] = facetViews({
    facets: [facet('period', counts, [70]), facet('formerPlace', counts)],
    total: 500,
  });
  expect(period?.values).toHaveLength(31);
  expect(period?.values[0]).toMatchObject({ value: 'period-70', chosen: true });
  expect(former?.values).toHaveLength(63);
});

test('chips carry the label of the facet, of a commune, or of the field', () => {
  const chips = chipsOf(
    {
      lang: 'vi',
      pairs: [
        ['q', 'chùa'],
        ['kind', 'kind-0'],
        ['place', '20410'],
        ['from', '1460'],
        ['bbox', '105,20,106,21'],
        ['view', 'grid'],
      ],
    },
    { facets: [facet('kind', [3], [0])], others: new Map([['place=20410', 'Phường Hội An']]) },
  );
  expect(chips.map(({ group, label }) => [group, label])).toEqual([
    ['kind', 'Giá trị 0'],
    ['Địa phương', 'Phường Hội An'],
    ['Từ năm', 'Từ năm: 1460'],
    ['Vùng bản đồ', 'Vùng bản đồ'],
  ]);
  expect(chips[0]?.removeHref).toBe(
    '/vi/tim-kiem?q=ch%C3%B9a&place=20410&from=1460&bbox=105%2C20%2C106%2C21&view=grid',
  );
});
