import { afterAll, describe, expect, it } from 'vitest';
import { starterDatabase } from '#tests/support/starter.ts';
import { expectSoundPage, links, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';
import { namedSpans, yearText } from './timeline-scales.ts';

const database = await starterDatabase();
const assets = { 'portal.css': 'portal.css', 'core.js': 'core.js', 'results.js': 'results.js' };
const portal = await aPortal(database.db, { assets });
const server = await aPortalServer(portal);
afterAll(async () => {
  await server.close();
  await database.close();
});

const page = async (query: string, lang: 'vi' | 'en' = 'vi') => {
  const answer = await server.inject({ url: `/${lang === 'vi' ? 'vi/tim-kiem' : 'en/search'}?${query}` });
  expect(answer.statusCode, query).toBe(200);
  return answer.body;
};
const total = (html: string) =>
  Number((/data-count[^>]*>([\d.]+)/.exec(html)?.[1] ?? '').replaceAll('.', ''));
const section = (html: string) => html.split('class="timeline"')[1]?.split('<h3>')[0] ?? '';

interface Row {
  label: string;
  href: string;
  numbers: number[];
}
/** The rows of the table: the stretches of time, and the undated last. */
function rows(html: string): Row[] {
  const body = section(html).split('<tbody>')[1] ?? '';
  return body
    .split('<tr>')
    .slice(1)
    .map((row) => ({
      label: texts(row, 'a')[0] ?? '',
      href: links(row)[0] ?? '',
      numbers: texts(row, 'td').map((text) => Number(text.replaceAll('.', ''))),
    }));
}
const queryOf = (href: string) => href.split('?')[1] ?? '';

describe('the results in time', () => {
  it('stand on a sound page with a drawing, its table and two years to choose', async () => {
    const html = await page('view=timeline&kind=artefact');
    expectSoundPage(html, 'vi');
    const chart = section(html);
    expect(chart).toContain('<svg');
    expect(chart).toMatch(
      /<input[^>]*name="from"[^>]*type="number"|<input[^>]*type="number"[^>]*name="from"/,
    );
    expect(chart).toMatch(/<input[^>]*type="hidden" name="kind" value="artefact"/);
    expect(texts(html, 'h1')).toEqual(['Di sản theo thời gian']);
    expect(rows(html).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Thế kỷ XV', 'Thế kỷ I TCN']),
    );
  });

  it('are the same results as in the list', async () => {
    expect(total(await page('view=timeline&kind=artefact'))).toBe(total(await page('kind=artefact')));
  });

  it('lead from each stretch to exactly the results it counts', async () => {
    const found = rows(await page('view=timeline&kind=artefact'));
    expect(found.length).toBeGreaterThan(10);
    for (const { label, href, numbers } of found.filter((_row, at) => at % 4 === 0))
      expect(total(await page(queryOf(href))), label).toBe(numbers.at(-1));
  });

  it('draw every stretch of the table with the same link', async () => {
    const html = await page('view=timeline&kind=artefact');
    const drawn = [...section(html).matchAll(/<a href="([^"]*)" tabindex="-1"/gi)].map(([, href]) => href);
    const named = rows(html).slice(0, -1);
    for (const { href } of named) expect(drawn).toContain(href.replaceAll('&', '&amp;'));
    expect(section(html)).toContain('class="uncertain"');
    expect(section(html)).toContain('class="certain"');
  });

  it('never lose what has no date', async () => {
    for (const query of ['view=timeline&kind=monument', 'view=timeline&kind=monument&from=1800&to=1900']) {
      const unknown = rows(await page(query)).at(-1);
      expect(unknown?.label).toBe('Chưa rõ niên đại');
      expect(unknown?.numbers[0]).toBeGreaterThan(0);
      const undated = await page(queryOf(unknown?.href ?? ''));
      expect(total(undated)).toBe(unknown?.numbers[0]);
      expect(undated).toMatch(/<a class="chip"[^>]*>.*?Chưa rõ niên đại/s);
      // Another filter of the form must not lose it.
      expect(undated).toContain('<input type="hidden" name="from" value="unknown"/>');
    }
  });

  it('are shown by decade where few years are chosen, and by any step on demand', async () => {
    const decades = rows(await page('view=timeline&from=1800&to=1899'));
    expect(decades[0]?.label).toBe('1800–1809');
    expect(decades.length).toBeLessThanOrEqual(11);
    const centuries = rows(await page('view=timeline&from=1800&to=1899&by=century'));
    expect(centuries.map(({ label }) => label)).toEqual(['Thế kỷ XVIII', 'Thế kỷ XIX', 'Chưa rõ niên đại']);
    expect(await page('view=timeline&by=month')).toContain(
      'rel="canonical" href="http://localhost/vi/tim-kiem?view=timeline"',
    );
  });

  it('keep to the chosen years: a stretch that reaches beyond is cut', async () => {
    const [first] = rows(await page('view=timeline&from=1815&to=1840'));
    expect(first?.href).toContain('from=1815&to=1819');
    expect(total(await page(queryOf(first?.href ?? '')))).toBe(first?.numbers.at(-1));
  });

  it('name dynasties; what bears the years of one is of it for certain', async () => {
    const html = await page('view=timeline&by=dynasty');
    const found = new Map(rows(html).map(({ label, ...row }) => [label, row]));
    const ly =
      found.get('Nhà Lý') ?? found.get('Nhà Lý') ?? [...found].find(([label]) => /Lý/.test(label))?.[1];
    expect(ly?.numbers[0]).toBeGreaterThan(0);
    expect(html).toContain('Champa, Óc Eo');
    for (const { href, numbers } of [...found.values()].slice(8, 12))
      expect(total(await page(queryOf(href)))).toBe(numbers.at(-1));
  });

  it('are listed from the oldest on, unless another order is asked for', async () => {
    const dated = await page('view=timeline&kind=artefact');
    const sorted = await page('kind=artefact&sort=date');
    const titles = (html: string) => texts(html.split('result-list')[1] ?? '', 'h3');
    expect(titles(dated)).toEqual(titles(sorted));
    expect(dated).toMatch(/id="sort-date"[^>]*aria-current="true"|aria-current="true"[^>]*id="sort-date"/);
    expect(titles(await page('view=timeline&kind=artefact&sort=name'))).not.toEqual(titles(dated));
    const next = /rel="next" href="([^"]*)"/.exec(dated)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(titles(await page(queryOf(next)))).not.toEqual(titles(dated));
  });

  it('say so when nothing is dated', async () => {
    const html = await page('view=timeline&kind=monument&from=unknown');
    expectSoundPage(html, 'vi');
    expect(total(html)).toBeGreaterThan(0);
    expectSoundPage(await page('view=timeline&q=khongcogicaxyz'), 'vi');
  });

  it('are complete in English', async () => {
    const html = await page('view=timeline&kind=artefact', 'en');
    expectSoundPage(html, 'en');
    expect(rows(html).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['15th century', '1st century BCE', 'Date unknown']),
    );
  });
});

describe('the stretches of dynasties', () => {
  const spans = namedSpans('dynasty', { lang: 'vi', vocabularies: portal.vocabularies, year: 2027 });

  it('share no year and leave none out from Bắc thuộc on', () => {
    for (const [at, { from }] of spans.entries()) {
      const before = spans[at - 1];
      if (before) expect(from, spans[at]?.label).toBeGreaterThan(before.to ?? 0);
    }
    const later = spans.filter(({ from }) => (from ?? 0) >= 939);
    expect(later.length).toBeGreaterThan(10);
    for (const [at, { to }] of later.slice(0, -1).entries()) expect(later[at + 1]?.from).toBe((to ?? 0) + 1);
  });

  it.each([
    [1, '1'],
    [0, '1 TCN'],
    [-199, '200 TCN'],
  ])('year %i is %s', (year, text) => {
    expect(yearText(year, 'vi')).toBe(text);
  });
});
