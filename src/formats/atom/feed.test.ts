import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeAtomFeed } from './index.ts';

const FEED = {
  id: 'https://x.vn/vi/feed',
  lang: 'vi',
  title: 'Hồ sơ <mới> & sửa',
  address: 'https://x.vn/vi/feed',
  page: 'https://x.vn/vi/tim-kiem?sort=new&view=list',
  author: 'Di Sản Số',
  updatedAt: '2026-11-25T08:00:00+07:00',
  entries: [
    {
      id: 'https://x.vn/id/k0hwqwj08#12',
      title: 'Trống đồng Ngọc Lũ',
      address: 'https://x.vn/vi/hien-vat/k0hwqwj08',
      updatedAt: '2026-11-25T08:00:00+07:00',
      summary: 'Công bố hồ sơ\u0000',
    },
  ],
};

function textsOf(xml: string): [string, string][] {
  const found: [string, string][] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.push(name);
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') found.push([open.join('/'), text]);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return found;
}

describe('an Atom feed', () => {
  it('says what RFC 4287 asks of a feed and of each entry', () => {
    expect(textsOf(writeAtomFeed(FEED))).toEqual([
      ['feed/id', FEED.id],
      ['feed/title', FEED.title],
      ['feed/updated', '2026-11-25T01:00:00.000Z'],
      ['feed/author/name', 'Di Sản Số'],
      ['feed/entry/id', 'https://x.vn/id/k0hwqwj08#12'],
      ['feed/entry/title', 'Trống đồng Ngọc Lũ'],
      ['feed/entry/updated', '2026-11-25T01:00:00.000Z'],
      ['feed/entry/summary', 'Công bố hồ sơ\uFFFD'],
    ]);
  });

  it('names itself and the page it follows', () => {
    const xml = writeAtomFeed({ ...FEED, entries: [] });
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://x.vn/vi/feed"/>');
    expect(xml).toContain('href="https://x.vn/vi/tim-kiem?sort=new&amp;view=list"');
  });
});
