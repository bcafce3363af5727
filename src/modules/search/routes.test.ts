import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { searchableStarter } from '#tests/support/search.ts';

const { db, close } = await searchableStarter();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

interface Found {
  total: number;
  totalIsExact: boolean;
  position: number;
  items: { pid: string; kind: string; title: { vi: string; en?: string } }[];
  facets: Record<string, { value: string; label: string; count: number; selected: boolean }[]>;
  placeHints: { value: string; former: boolean }[];
  interpretation?: { kind: string; text: string };
  next?: string;
  previous?: string;
}

const search = async (query: string, headers: Record<string, string> = {}) =>
  (await app.read(`/search?${encodeURI(query)}`, headers)).body as Found;
const titles = ({ items }: Found) => items.map((item) => item.title.vi);

describe('searching over HTTP', () => {
  it('finds the drum without marks, and its record leads to its decision', async () => {
    const found = await search('q=trong dong ngoc lu');
    expect(titles(found)[0]).toMatch(/Ngọc Lũ/);
    const { body } = await app.read(`/records/${found.items[0]?.pid}`);
    const { designations } = body as { designations: { decision: { key: string } }[] };
    const decision = await app.read(`/decisions/${designations[0]?.decision.key}`);
    expect(decision.status).toBe(200);
    expect(decision.text).toContain(found.items[0]?.pid);
  });

  it('says what it took the words for', async () => {
    expect((await search('q=troongs ddoongf')).interpretation).toEqual({
      kind: 'keystrokes',
      text: 'trống đồng',
    });
  });

  it('narrows by facets, whose counts hold', async () => {
    const all = await search('list=bao-vat-quoc-gia');
    const [province] = all.facets.place ?? [];
    const narrowed = await search(`list=bao-vat-quoc-gia&place=${province?.value}`);
    expect(narrowed.total).toBe(province?.count);
    expect(narrowed.facets.place?.find(({ value }) => value === province?.value)?.selected).toBe(true);
  });

  it('offers a former province as a filter', async () => {
    const { placeHints, total } = await search('q=Quảng Nam');
    expect(placeHints.some(({ former }) => former)).toBe(true);
    expect(total).toBeGreaterThan(0);
  });

  it('reads every result once, forwards and back', async () => {
    const pids: string[] = [];
    let page = await search('q=đình&limit=17');
    const { total } = page;
    let pages = 1;
    pids.push(...page.items.map(({ pid }) => pid));
    while (page.next !== undefined) {
      page = await search(`q=đình&limit=17&after=${page.next}`);
      pids.push(...page.items.map(({ pid }) => pid));
      pages += 1;
    }
    expect([pids.length, new Set(pids).size]).toEqual([total, total]);
    expect(pages).toBe(Math.ceil(total / 17));
    const back = await search(`q=đình&limit=17&before=${page.previous}`);
    expect(back.items.map(({ pid }) => pid)).toEqual(pids.slice((pages - 2) * 17, (pages - 1) * 17));
  });

  it('labels facets in the language of the reader', async () => {
    const label = ({ facets }: Found) => facets.kind?.find(({ value }) => value === 'monument')?.label;
    expect(label(await search('q=chùa'))).not.toBe(
      label(await search('q=chùa', { 'accept-language': 'en' })),
    );
    const { headers } = await app.read('/search?q=x', { 'accept-language': 'en' });
    expect(headers).toMatchObject({
      'content-language': 'en',
      vary: 'Accept-Language, Authorization',
      'cache-control': 'public, max-age=60',
    });
    expect((await app.readAsStaff('/search?q=x')).headers['cache-control']).toBe('private, no-store');
  });

  it.each([
    ['colour=red', '/query/colour'],
    ['q=a&q=b', '/query/q'],
    ['limit=1000', '/query/limit'],
    ['from=2015-02-31', '/query/from'],
    ['near=999,999', '/query/near'],
    ['bbox=1,2,3', '/query/bbox'],
    ['sort=beauty', '/query/sort'],
    ['after=nonsense', '/query/after'],
    [`q=${'dài '.repeat(200)}`, '/query/q'],
    [`q=${'x'.repeat(10_000)}`, '/query/q'],
  ])('refuses ?%.30s', async (query, pointer) => {
    const { status, body } = await app.read(`/search?${encodeURI(query)}`, { 'accept-language': 'en' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ title: 'The request is not valid', issues: [{ pointer }] });
  });

  it.each(["'; drop table record; --", '<script>alert(1)</script>', '"', '-', '%', '\\', '𡨸喃', '('])(
    'takes %s as words',
    async (q) => {
      expect((await app.read(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
    },
  );
});

describe('suggestions', () => {
  it('come by kind, place and term', async () => {
    const { body } = await app.read('/suggest?q=hu');
    const { groups } = body as { groups: { group: string; items: unknown[] }[] };
    expect(groups.length).toBeGreaterThan(1);
    expect(groups.length).toBeLessThanOrEqual(6);
    expect((await app.read('/suggest?q=')).body).toEqual({ groups: [] });
    expect((await app.read('/suggest')).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/q' }],
    });
    expect((await app.read('/suggest?q=a&limit=3')).status).toBe(400);
  });
});

describe('the map', () => {
  it('counts what the list counts, in fewer cells the farther away', async () => {
    type Map = { total: number; clusters: { count: number }[]; provinces: { value: string }[] };
    const map = async (query: string) => (await app.read(`/map/clusters?${query}`)).body as Map;
    const [far, near] = [await map('kind=monument&zoom=3'), await map('kind=monument&zoom=12')];
    expect(far.total).toBe((await search('kind=monument')).total);
    expect(far.clusters.length).toBeLessThan(near.clusters.length);
    const points = ({ clusters }: Map) => clusters.reduce((sum, { count }) => sum + count, 0);
    expect(points(far)).toBe(points(near));
    expect(far.provinces.length).toBeGreaterThan(10);
  });

  it.each(['zoom=2', 'zoom=x', 'sort=name', 'bbox=x'])('refuses ?%s', async (query) => {
    const pointer = `/query/${query.split('=')[0]}`;
    expect((await app.read(`/map/clusters?${query}`)).body).toMatchObject({
      status: 400,
      issues: [{ pointer }],
    });
  });
});

describe('the time line', () => {
  it('counts every hit once', async () => {
    type Histogram = { buckets: { count: number; from: number | null }[]; unknown: number };
    for (const by of ['century', 'decade']) {
      const { buckets, unknown } = (await app.read(`/histogram?kind=artefact&by=${by}`)).body as Histogram;
      const sum = buckets.reduce((total, { count }) => total + count, unknown);
      expect(sum).toBe((await search('kind=artefact')).total);
    }
  });

  it('knows two steps', async () => {
    expect((await app.read('/histogram?by=year')).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/by' }],
    });
    expect((await app.read('/histogram?limit=3')).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/limit' }],
    });
  });
});
