import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { type ProgrammeItem, type Target, targetById } from '#modules/programme/index.ts';
import { links, texts } from '../html.fixture.ts';
import { ItemTable } from './item-table.tsx';
import { csvOfItems } from './target-csv.ts';

function target(id: string): Target {
  const known = targetById(id);
  if (known === undefined) throw new Error(id);
  return known;
}

const item: ProgrammeItem = {
  record: { pid: 'p1', kind: 'artefact', title: { vi: 'Trống đồng', en: 'Bronze drum' } },
  part: 'hien-vat',
  provinces: ['01'],
  level: 'M1',
  digitised: false,
  missing: ['images', 'preserved'],
  gone: null,
};

describe('a list of items', () => {
  const draw = (items: ProgrammeItem[], id = 'T2a', next?: string) =>
    renderToString(
      <ItemTable
        lang="en"
        target={target(id)}
        title="Not digitised"
        id="missing"
        items={items}
        total={items.length}
        next={next}
      />,
    );

  it('says so where it is empty', () => {
    expect(texts(draw([]), 'p')).toEqual(['There is no item.']);
    expect(draw([])).not.toContain('<table');
  });

  it('names each by its own language and keeps hidden ones unnamed', () => {
    const html = draw([
      item,
      { ...item, record: { pid: 'p2', kind: 'artefact', title: { vi: '<script>x' } } },
      { ...item, record: null, level: null, missing: [], gone: 'revoked' },
    ]);
    expect(html).toContain('<a href="/en/artefacts/p1/trong-dong" lang="en">Bronze drum</a>');
    expect(html).toContain('lang="vi">&lt;script>x</a>');
    expect(texts(html, 'tr').at(-1)).toMatch(/^Item that is not publicBelow M0\S/);
    expect(links(html)).toHaveLength(2);
  });

  it('has a column of groups only where there are several, and leads on', () => {
    expect(texts(draw([item]), 'th')).toHaveLength(3);
    expect(texts(draw([{ ...item }], 'T3'), 'td')[1]).toBe('Registered objects');
    expect(draw([item], 'T2a', '/en/x?after=3')).toContain('href="/en/x?after=3" rel="next"');
  });
});

describe('the list as CSV', () => {
  async function rows(pages: ProgrammeItem[][], lang: 'vi' | 'en' = 'vi') {
    const asked: number[] = [];
    const lines = csvOfItems({
      lang,
      origin: 'https://x.vn',
      target: target('T2a'),
      state: 'counted',
      provinces: [{ code: '01', name: 'Hà Nội' }],
      page: async (after) => {
        asked.push(after);
        const at = asked.length;
        return { items: pages[at - 1] ?? [], ...(at < pages.length ? { next: at * 10 } : {}) };
      },
    });
    let text = '';
    for await (const part of lines) text += part;
    const read = readCsv(text);
    if (read.kind !== 'table') throw new Error(read.kind);
    return { asked, header: read.header, cells: read.rows.map((row) => row.cells) };
  }

  it('goes on page by page to the last', async () => {
    const { asked, cells } = await rows([[item, item], [], [item]]);
    expect(asked).toEqual([0, 10, 20]);
    expect(cells).toHaveLength(3);
  });

  it('tells of an item what the page tells', async () => {
    const { header, cells } = await rows([[{ ...item, provinces: ['01', '99'] }]]);
    expect(header[0]).toBe('ma_ho_so');
    expect(cells[0]).toEqual([
      'p1',
      'Trống đồng',
      'artefact',
      'Hiện vật, nhóm hiện vật',
      'Hà Nội; 99',
      'M1',
      'Chưa số hóa',
      'chưa có tệp ảnh 2D đúng chuẩn, chưa có tệp gốc được bảo quản',
      'https://x.vn/vi/hien-vat/p1/trong-dong',
    ]);
  });

  it('neither names nor addresses what is hidden, and runs no formula', async () => {
    const formula = { ...item, record: { pid: 'p3', kind: 'artefact' as const, title: { vi: '=1+1' } } };
    const { cells } = await rows([[{ ...item, record: null, gone: 'merged' }, formula]], 'en');
    expect([0, 1, 2, 8].map((at) => cells[0]?.[at])).toEqual(['', 'Item that is not public', '', '']);
    expect(cells[1]?.[1]).toBe("'=1+1");
  });
});
