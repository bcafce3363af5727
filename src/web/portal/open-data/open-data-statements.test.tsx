import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ReleasedFile } from '#modules/open-data/index.ts';
import { links, texts } from '../html.fixture.ts';
import { DatasetPage } from './dataset-page.tsx';
import { dcatCatalogue } from './dcat.ts';
import { catalogueStatement, datasetStatement } from './structured-data.ts';
import { datasetAddresses, type IndexView, type Offered, searchOf } from './view.ts';

const file = (format: ReleasedFile['format'], changes: Partial<ReleasedFile> = {}): ReleasedFile => ({
  dataset: 'all',
  format,
  records: 1_234,
  bytes: 2_048_000,
  sha256: 'a'.repeat(64),
  release: '2026-07-01',
  madeAt: '2026-07-01T01:02:03Z',
  ...changes,
});
const offered = (changes: Partial<Offered> = {}): Offered => ({
  id: 'all',
  group: 'all',
  code: '',
  title: { vi: 'Mọi hồ sơ', en: 'All records' },
  files: [file('csv'), file('jsonl'), file('geojson')],
  records: 1_234,
  ...changes,
});
const empty = offered({ id: 'kind-event', group: 'kind', code: 'event', files: [], records: 0 });
const index = (changes: Partial<IndexView> = {}): IndexView => ({
  lang: 'vi',
  release: '2026-07-01',
  groups: [
    { group: 'all', datasets: [offered()] },
    { group: 'kind', datasets: [empty] },
  ],
  ...changes,
});
const origin = 'https://x.vn';

describe('the DCAT catalogue', () => {
  const catalogue = (view = index(), operator: string | null = 'Cục') =>
    dcatCatalogue(view, { origin, operator }) as Record<string, unknown>;

  it('offers what has files, and nothing else', () => {
    expect(catalogue()).toMatchObject({ modified: '2026-07-01', publisher: { name: 'Cục' } });
    expect(catalogue().dataset).toMatchObject([
      { identifier: 'all', issued: '2026-07-01T01:02:03Z', title: { vi: 'Mọi hồ sơ', en: 'All records' } },
    ]);
  });

  it('names type, size and checksum of each file', () => {
    expect(catalogue().dataset).toMatchObject([
      {
        distribution: [
          { mediaType: 'text/csv', byteSize: 2_048_000, checksum: { checksumValue: 'a'.repeat(64) } },
          { format: { '@id': expect.stringMatching(/file-type\/JSON$/) } },
          { format: { '@id': expect.stringMatching(/file-type\/GEOJSON$/) } },
        ],
      },
    ]);
  });

  it('has no publisher on a test installation and no day before the first release', () => {
    const bare = catalogue({ ...index(), release: undefined, groups: [] }, null);
    expect(bare).not.toHaveProperty('publisher');
    expect(bare).not.toHaveProperty('modified');
    expect(bare.dataset).toEqual([]);
  });

  it('explains every term that it uses', () => {
    const { '@context': context, ...rest } = catalogue();
    const used = new Set<string>();
    JSON.stringify(rest, (key, value) => {
      if (/^[a-zA-Z]+$/.test(key)) used.add(key);
      return value;
    });
    const known = Object.keys(context as object);
    expect([...used].filter((key) => !known.includes(key) && key !== 'vi' && key !== 'en')).toEqual([]);
  });
});

describe('what search engines are told', () => {
  it('is in the language of the page', () => {
    expect(catalogueStatement(index(), { lang: 'en', origin })).toMatchObject({
      url: 'https://x.vn/en/open-data',
      dataset: [{ name: 'All records', url: 'https://x.vn/en/open-data/all' }],
    });
    expect(datasetStatement(offered(), { lang: 'vi', origin })).toMatchObject({
      name: 'Mọi hồ sơ',
      url: 'https://x.vn/vi/du-lieu-mo/all',
      distribution: [
        { encodingFormat: 'text/csv', contentSize: '2048000 B' },
        { '@type': 'DataDownload' },
        { '@type': 'DataDownload' },
      ],
    });
  });
});

describe('the search behind a dataset', () => {
  it.each([
    [{ group: 'all', code: '' }, ''],
    [{ group: 'kind', code: 'monument' }, '?kind=monument'],
    [{ group: 'province', code: '01' }, '?place=01'],
    [{ group: 'list', code: 'QUOC_GIA' }, '?list=quoc-gia'],
  ] as const)('of %j is %j', (changes, query) => {
    expect(searchOf(offered(changes))).toBe(query);
  });

  it('keeps any code whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a&=?#+% /ộ') }), (code) => {
        const query = new URLSearchParams(searchOf(offered({ group: 'kind', code })));
        expect([...query]).toEqual([['kind', code]]);
      }),
    );
  });

  it('has its page in both languages', () => {
    expect(datasetAddresses('all')).toEqual({ vi: '/vi/du-lieu-mo/all', en: '/en/open-data/all' });
  });
});

describe('the page of a dataset', () => {
  const view = { lang: 'en', dataset: offered(), release: '2026-07-01', preview: [], earlier: [] } as const;
  const page = (changes: Partial<Parameters<typeof DatasetPage>[0]> = {}) =>
    renderToString(<DatasetPage {...view} preview={[]} earlier={[]} {...changes} />);

  it('writes numbers and sizes as the language does, a small file as 1 KB', () => {
    expect(texts(page(), 'td').slice(0, 2)).toEqual(['1,234', '2,000 KB']);
    expect(texts(page({ lang: 'vi' }), 'td').slice(0, 2)).toEqual(['1.234', '2.000 KB']);
    const small = offered({ files: [file('csv', { bytes: 1, records: 0 })] });
    expect(texts(page({ dataset: small }), 'td').slice(0, 2)).toEqual(['0', '1 KB']);
  });

  it('says that nothing was released yet, or that nothing belongs here', () => {
    const notice = (html: string) => /<p class="notice">([^<]*)/.exec(html)?.[1] ?? '';
    expect(notice(page({ dataset: empty, release: undefined }))).toContain('There is no release yet');
    expect(notice(page({ dataset: empty, lang: 'vi' }))).toBe('Chưa có hồ sơ công khai nào trong bộ này.');
    expect(notice(page())).toBe('');
    expect(page({ dataset: empty })).not.toContain('id="download"');
  });

  it('groups earlier files by release', () => {
    const earlier = [
      file('csv', { release: 'b' }),
      file('jsonl', { release: 'b' }),
      file('csv', { release: 'a' }),
    ];
    const html = page({ earlier });
    expect(texts(html, 'li').slice(-2)).toEqual(['b: csv · jsonl', 'a: csv']);
    expect(links(html).filter((href) => href.startsWith('/dumps/b/'))).toHaveLength(2);
    expect(html).toContain('aria-label="All records, a: csv"');
  });

  it('takes a hostile title for text', () => {
    const html = page({ dataset: offered({ title: { vi: 'x', en: '"><script>' } }) });
    expect(html).not.toMatch(/<script|""/);
  });
});
