import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import {
  histogram,
  mapClusters,
  parseSearchQuery,
  type SearchAnswer,
  type SearchQuery,
  search,
  suggest,
} from './index.ts';

const { db, close } = await searchableStarter();
afterAll(close);

const TOTAL = 1686;

function query(parameters: Record<string, string | string[]>): SearchQuery {
  const parsed = parseSearchQuery(parameters, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  return parsed.query;
}
const find = (parameters: Record<string, string | string[]>) => search(db, ANONYMOUS, query(parameters));
const titles = ({ items }: SearchAnswer) => items.map(({ title }) => title.vi);
const values = ({ facets }: SearchAnswer, wanted: string) =>
  facets.find(({ name }) => name === wanted)?.values ?? [];
const count = (answer: SearchAnswer, facet: string, value: string) =>
  values(answer, facet).find((counted) => counted.value === value)?.count ?? 0;

describe('words', () => {
  it('find the drum without marks, with its decision’s list among the facets', async () => {
    const answer = await find({ q: 'trong dong ngoc lu' });
    expect(titles(answer)).toEqual(['Trống đồng Ngọc Lũ']);
    expect(answer).toMatchObject({ total: 1, totalIsExact: true, position: 1 });
    expect(values(answer, 'list')).toEqual([
      { value: 'bao-vat-quoc-gia', label: 'Bảo vật quốc gia', count: 1, selected: false },
    ]);
  });

  it('put exact tones before other tones, and names before texts', async () => {
    const drums = titles(await find({ q: 'đồng trống', limit: '100' }));
    expect(drums.filter((title) => /trống/iu.test(title)).length).toBeGreaterThan(10);
    const toned = titles(await find({ q: 'đình', limit: '100' }));
    const firstOther = toned.findIndex((title) => !/(^|\P{L})đình($|\P{L})/iu.test(title));
    if (firstOther >= 0) expect(toned.slice(firstOther).some((title) => /^Đình /u.test(title))).toBe(false);
  });

  it('say what they were taken for', async () => {
    expect((await find({ q: 'troongs ddoongf ngocj lux' })).interpretation).toEqual({
      kind: 'keystrokes',
      text: 'trống đồng ngọc lũ',
    });
    expect((await find({ q: 'trong dong ngocc lu' })).interpretation?.kind).toBe('spelling');
    expect((await find({ q: 'ngoclu' })).interpretation).toEqual({ kind: 'spelling', text: 'ngoc lu' });
    expect((await find({ q: 'trống đồng' })).interpretation).toBeUndefined();
  });

  it('need neighbours in a phrase, and none of the excluded words', async () => {
    const [both, phrase] = [await find({ q: 'đồng trống' }), await find({ q: '"đồng trống"' })];
    expect(both.total).toBeGreaterThan(10);
    expect(phrase.total).toBe(0);
    const without = await find({ q: 'trống đồng -ngọc' });
    expect(without.total).toBeLessThan(both.total);
    expect(titles(without).join()).not.toMatch(/ngọc/iu);
  });

  it('complete the word that is being typed', async () => {
    expect(titles(await find({ q: 'trong dong ngoc l' }))).toContain('Trống đồng Ngọc Lũ');
    expect((await find({ q: 'trong dong ngo ' })).items.map(({ title }) => title.vi)).not.toContain(
      'Trống đồng Ngọc Lũ',
    );
  });

  it.each([
    "'; drop table search_row; --",
    '<script>alert(1)</script>',
    '\\x00 \u0000 % _ $1',
    '🥁🥁',
    '-',
    '"',
    'a:b:c',
    '()|&!*',
    'x'.repeat(300),
    'ề '.repeat(150),
  ])('are only words: %j', async (q) => {
    await find({ q });
    expect((await find({})).total).toBe(TOTAL);
  });
});

describe('places', () => {
  it('of before find what is elsewhere now, offered as a filter, never silently one', async () => {
    const answer = await find({ q: 'Quảng Nam', limit: '100' });
    expect(answer.placeHints).toContainEqual({
      key: 'place',
      value: 'former-49',
      label: 'Quảng Nam',
      former: true,
    });
    expect(count(answer, 'place', '48')).toBeGreaterThan(5);
    expect(titles(answer)).toContain('Khu đền tháp Mỹ Sơn');
    const narrowed = await find({ place: 'former-49' });
    expect(narrowed.total).toBeLessThanOrEqual(answer.total);
    expect(count(narrowed, 'kind', 'monument')).toBeGreaterThan(3);
  });

  it('of today find what was decided under the old name', async () => {
    const [today, before] = [await find({ place: '48' }), await find({ place: 'former-49' })];
    expect(today.total).toBeGreaterThanOrEqual(before.total);
    expect((await find({ q: 'di tích', place: '48' })).placeHints).toEqual([]);
  });

  it('all 63 former provinces resolve', async () => {
    const { rows } = await sql<{ name: string; code: string }>`
      select name, code from admin_unit where scheme = 'gso-2024' and level = 'province'`.execute(db);
    expect(rows).toHaveLength(63);
    for (const { name, code } of rows) {
      const { placeHints } = await find({ q: name });
      expect(
        placeHints.map(({ value }) => value),
        name,
      ).toContain(`former-${code}`);
    }
  });

  it('do not make a common syllable a place', async () => {
    expect((await find({ q: 'đông' })).placeHints).toEqual([]);
    expect((await find({ q: 'Huế' })).placeHints.map(({ value }) => value)).toContain('46');
  });
});

describe('facets', () => {
  it('count what the filter would leave', async () => {
    const answer = await find({ q: 'trống đồng' });
    for (const { name, key, values: counted } of answer.facets)
      for (const { value, count: expected } of counted.slice(0, 4)) {
        const { total } = await find({ q: 'trống đồng', [key]: value });
        expect(total, `${name}=${value}`).toBe(expected);
      }
  });

  it('ignore their own choice and heed the others', async () => {
    const [all, chosen] = [await find({}), await find({ kind: 'artefact' })];
    expect(values(chosen, 'kind').map(({ value, count: n }) => [value, n])).toEqual(
      values(all, 'kind').map(({ value, count: n }) => [value, n]),
    );
    expect(
      values(chosen, 'kind')
        .filter(({ selected }) => selected)
        .map(({ value }) => value),
    ).toEqual(['artefact']);
    expect(chosen.total).toBe(count(all, 'kind', 'artefact'));
    const sum = values(chosen, 'verification').reduce((n, value) => n + value.count, 0);
    expect(sum).toBe(chosen.total);
  });

  it('take values of one key as alternatives', async () => {
    const all = await find({});
    const both = await find({ kind: ['artefact', 'museum'] });
    expect(both.total).toBe(count(all, 'kind', 'artefact') + count(all, 'kind', 'museum'));
  });

  it('speak the reader’s language', async () => {
    const parsed = parseSearchQuery({}, { lang: 'en', mistakes: 'refuse' });
    if (parsed.kind !== 'query') throw new Error('refused');
    const answer = await search(db, ANONYMOUS, parsed.query);
    expect(answer.facets.find(({ name }) => name === 'place')?.label).toBe('Province');
    expect(
      values(answer, 'list')
        .map(({ label }) => label)
        .join(),
    ).toMatch(/[Nn]ational/);
  });

  it('answer an unknown value with nothing, not with everything', async () => {
    expect((await find({ period: 'no-such-period' })).total).toBe(0);
  });
});

describe('pages', () => {
  const walk = async (parameters: Record<string, string>): Promise<string[]> => {
    const pids: string[] = [];
    for (let after: string | undefined; ; ) {
      const answer = await find({ ...parameters, limit: '100', ...(after === undefined ? {} : { after }) });
      expect(answer.position).toBe(pids.length + 1);
      pids.push(...answer.items.map(({ pid }) => pid));
      after = answer.next;
      if (after === undefined) return pids;
    }
  };

  it.each([
    { sort: 'relevance' },
    { sort: 'name' },
    { sort: 'newest' },
    { sort: 'date' },
    { near: '16.05,108.2' },
    { q: 'di tich lich su' },
    { q: 'đền', sort: 'name' },
  ])('reach every result once: %j', { timeout: 120_000 }, async (parameters) => {
    const pids = await walk(parameters as unknown as Record<string, string>);
    expect(new Set(pids).size).toBe(pids.length);
    expect(pids.length).toBe((await find(parameters as unknown as Record<string, string>)).total);
  });

  it('lead back as they lead on', async () => {
    const first = await find({ q: 'chua' });
    const second = await find({ q: 'chua', after: first.next ?? '' });
    const third = await find({ q: 'chua', after: second.next ?? '' });
    expect(third.position).toBe(49);
    const back = await find({ q: 'chua', before: third.previous ?? '' });
    expect(titles(back)).toEqual(titles(second));
    expect(back.position).toBe(25);
    const start = await find({ q: 'chua', before: back.previous ?? '' });
    expect(titles(start)).toEqual(titles(first));
    expect(start).toMatchObject({ position: 1 });
    expect(start.previous).toBeUndefined();
  });

  it('are in the order asked for', async () => {
    const names = titles(await find({ sort: 'name', limit: '100' }));
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare));
    const near = await find({ near: '16.4637,107.5909', limit: '10', kind: 'monument' });
    expect(near.items[0]?.place?.vi).toMatch(/Huế/);
    const distances = near.items.map(({ point: [lat, lon] = [0, 0] }) =>
      Math.hypot(lat - 16.4637, lon - 107.5909),
    );
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });
});

describe('time and place', () => {
  it('limit by days, by box, and count in buckets', async () => {
    const all = await find({ kind: 'artefact' });
    const dated = await find({ kind: 'artefact', from: '1400', to: '1527' });
    expect(dated.total).toBeGreaterThan(5);
    expect(dated.total).toBeLessThan(all.total);
    const { buckets, unknown, isExact } = await histogram(db, ANONYMOUS, query({ kind: 'artefact' }), {
      by: 'century',
    });
    expect(isExact).toBe(true);
    expect(buckets.reduce((sum, bucket) => sum + bucket.count, unknown)).toBe(all.total);
    expect(buckets.every(({ count: n, uncertain }) => uncertain <= n)).toBe(true);
    const box = await find({ bbox: '107.4,16.2,107.8,16.6' });
    expect(box.total).toBeGreaterThan(3);
    for (const { point: [lat, lon] = [0, 0] } of box.items)
      expect(lat > 16.2 && lat < 16.6 && lon > 107.4 && lon < 107.8).toBe(true);
  });

  it('gather hits on the map', async () => {
    const answer = await mapClusters(db, ANONYMOUS, query({ kind: 'monument' }), { zoom: 6, bbox: null });
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from search_row join search_card using (record_id)
      where point is not null and kind = 'monument'`.execute(db);
    expect(answer.clusters.reduce((sum, { count: n }) => sum + n, 0)).toBe(rows[0]?.n);
    for (const { lat, lon, box } of answer.clusters)
      expect(lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east).toBe(true);
    expect(answer.provinces.length).toBe(34);
    const closer = await mapClusters(db, ANONYMOUS, query({ kind: 'monument' }), { zoom: 12, bbox: null });
    expect(closer.clusters.length).toBeGreaterThan(answer.clusters.length);
  });
});

describe('suggestions', () => {
  it('come in groups: records by kind, places, terms', async () => {
    const groups = await suggest(db, ANONYMOUS, { text: 'trong do', lang: 'vi' });
    const artefacts = groups.find((group) => group.group === 'records' && group.kind === 'artefact');
    expect(artefacts?.items.map(({ text }) => text).join()).toMatch(/Trống đồng/);
    const places = await suggest(db, ANONYMOUS, { text: 'quang na', lang: 'vi' });
    expect(places.find(({ group }) => group === 'places')?.items).toContainEqual(
      expect.objectContaining({ key: 'place', value: 'former-49', text: 'Quảng Nam' }),
    );
    const terms = await suggest(db, ANONYMOUS, { text: 'đông sơ', lang: 'en' });
    expect(terms.find(({ group }) => group === 'terms')?.items[0]).toMatchObject({ key: 'period' });
  });

  it('are none for nothing, and for any length', async () => {
    for (const text of ['', '  ', '?', 'qwzx', 'x'.repeat(10_000)])
      expect(await suggest(db, ANONYMOUS, { text, lang: 'vi' })).toEqual([]);
  });
});
