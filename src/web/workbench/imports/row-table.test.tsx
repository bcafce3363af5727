import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '#modules/exchange/index.ts';
import { loadStandards, type RecordStandard } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { type RowsView, RowTable } from './row-table.tsx';
import { HOSTILE, hrefs } from './views.fixture.ts';

const terms = await loadVocabularies('standards');
if (terms.kind !== 'loaded') throw new Error('The vocabularies do not load');
const standards = await loadStandards('standards', { concepts: terms.vocabularies });
const artefacts = standards.kind === 'loaded' ? standards.catalogue.standard('artefact') : undefined;
if (!artefacts) throw new Error('There is no standard of artefacts');
const standard: RecordStandard = artefacts;

const aRow = (row: Partial<StoredRow>): StoredRow => {
  return { place: 0, line: 2, outcome: 'created', pid: '', problems: [], changes: [], cells: [], ...row };
};

function tableOf(rows: StoredRow[], more: Partial<RowsView> & { lang?: Lang } = {}): string {
  const { lang = 'vi', ...rest } = more;
  const view: RowsView = {
    ...{ rows, outcome: undefined, after: undefined, next: undefined, published: new Set() },
    counts: { created: 12_000, updated: 1, unchanged: 0, rejected: 2 },
    ...rest,
  };
  return renderToString(<RowTable lang={lang} address="/x" standard={standard} view={view} />);
}

describe('the rows of an import', () => {
  it('are none: that is said, and the counts still lead on', () => {
    const html = tableOf([]);
    expect(html).toContain('Không có dòng nào như vậy.');
    expect(html).not.toContain('<table');
    expect(hrefs(html)).toEqual([
      '/x',
      ...['created', 'updated', 'unchanged', 'rejected'].map((o) => `/x?loc=${o}`),
    ]);
    expect(tableOf([], { lang: 'en' })).toContain('There is no such row.');
  });

  it('are counted as each language writes numbers, the whole first', () => {
    const counted = (html: string) => [...html.matchAll(/class="count">([^<]*)</g)].map(([, n]) => n);
    expect(counted(tableOf([]))).toEqual(['12.003', '12.000', '1', '0', '2']);
    expect(counted(tableOf([], { lang: 'en' }))).toEqual(['12,003', '12,000', '1', '0', '2']);
  });

  it('keep the filter from page to page, and mark it', () => {
    const html = tableOf([aRow({})], { outcome: 'rejected', after: 50, next: 100 });
    expect(
      hrefs(html)
        .slice(-2)
        .map((href) => href.replaceAll('&amp;', '&')),
    ).toEqual(['/x?loc=rejected&', '/x?loc=rejected&sau=100']);
    expect(html.match(/<a[^>]*aria-current="page"[^>]*>/g)).toEqual([
      expect.stringContaining('/x?loc=rejected'),
    ]);
  });

  it('lead to the records that everybody may open, and to no others', () => {
    const rows = [
      aRow({ pid: 'ds1open000', outcome: 'updated' }),
      aRow({ place: 1, pid: 'ds1draft00', outcome: 'updated' }),
      aRow({ place: 2 }),
      aRow({ place: 3, outcome: 'rejected' }),
    ];
    const html = tableOf(rows, { published: new Set(['ds1open000']) });
    expect(hrefs(html).filter((href) => href.startsWith('/id/'))).toEqual(['/id/ds1open000']);
    const records = [...html.matchAll(/<\/span><\/td><td>(.*?)<\/td>/g)].map(([, cell]) => cell);
    expect(records.slice(1)).toEqual(['ds1draft00', 'mới', '']);
  });

  it('say advice that problems share once, after the last of them', () => {
    const advice = { vi: 'Hãy điền vào.', en: 'Fill it in.' };
    const problem = (column: string, vi: string) => {
      return { code: 'x', pointer: '', column, problem: { vi, en: `${vi} (en)` }, advice };
    };
    const rejected = aRow({
      outcome: 'rejected',
      problems: [problem('Tên', 'Thiếu tên.'), problem('', 'Sai.')],
    });
    const html = tableOf([rejected]);
    expect(html.split('Hãy điền vào.')).toHaveLength(2);
    expect(html).toMatch(/<strong>Tên: <\/strong>Thiếu tên\..*<li>Sai\. Hãy điền vào\.<\/li>/);
    expect(tableOf([rejected], { lang: 'en' })).toContain('Sai. (en) Fill it in.');
  });

  it('show what a cell was and becomes, by the name of the field, empty ones in words', () => {
    const changes = [
      { column: 'quantity', before: '1', after: '2' },
      { column: 'materials', before: '', after: 'gỗ' },
      { column: 'name[en]', before: 'Drum', after: '' },
    ];
    const html = tableOf([aRow({ outcome: 'updated', changes })]);
    expect(html).toMatch(/Số lượng: .*<del>1<\/del>.*<ins>2<\/ins>/);
    expect(html).toMatch(/Chất liệu: .*>trống<.*<ins>gỗ<\/ins>/);
    expect(html).toMatch(/Tên gọi – tiếng Anh: .*<del>Drum<\/del>.*>trống</);
    expect(html.match(/<(del|ins)>/g)).toHaveLength(4);
    expect(tableOf([aRow({ changes })])).not.toContain('<del>');
  });

  it('are cut where a cell is very long, between letters', () => {
    const html = tableOf([
      aRow({ changes: [{ column: 'remarks[vi]', before: '', after: '𠄼'.repeat(301) }] }),
    ]);
    expect(html).toContain(`<ins>${'𠄼'.repeat(300)}…</ins>`);
  });

  it('never become markup', () => {
    const text = { vi: HOSTILE, en: HOSTILE };
    const problems = [{ code: 'x', pointer: '', column: HOSTILE, problem: text, advice: text }];
    const changes = [{ column: HOSTILE, before: HOSTILE, after: HOSTILE }];
    const html = tableOf([
      aRow({ outcome: 'rejected', problems }),
      aRow({ place: 1, outcome: 'updated', pid: HOSTILE, changes }),
    ]);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script');
  });
});
