import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

const database = await starterDatabase();
const server = await aPortalServer(await aPortal(database.db));
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = async (url: string) => await server.inject({ url, headers: { accept: 'text/html' } });

describe.each([
  ['vi', '/vi/tien-do', 'Tiến độ số hóa', 'Chưa chốt danh mục'],
  ['en', '/en/progress', 'Progress of digitisation', 'List not frozen yet'],
] as const)('the overview in %s', (lang, address, title, notFrozen) => {
  it('sets the targets of several documents side by side', async () => {
    const { body, statusCode } = await get(address);
    expect(statusCode).toBe(200);
    expectSoundPage(body, lang);
    expect(texts(body, 'h1')).toEqual([title]);
    for (const number of ['2026/QĐ-TTg', 'Nghị quyết 80', '162/2024/QH15', '611/QĐ-TTg'])
      expect(body).toContain(number);
    expect(texts(body, 'strong').filter((text) => text === notFrozen)).toHaveLength(5);
    expect(structuredData(body)[0]).toMatchObject({ '@type': 'Dataset', inLanguage: lang });
  });

  it('never prints a share of what has no list', async () => {
    const { body } = await get(address);
    const rows = texts(body, 'tr').filter((row) => row.includes(notFrozen));
    for (const row of rows) expect(row).not.toContain(' %');
  });

  it('opens every cell of 34 provinces', async () => {
    const { body } = await get(address);
    const cells = links(body).filter((href) => /\/t2a\?place=\d\d$/.test(href));
    expect(cells.length).toBeGreaterThan(20);
    expect(new Set(cells).size).toBe(cells.length);
    expect(links(body).filter((href) => new RegExp(`^${address}/[a-z-]+$`).test(href))).toHaveLength(34);
  });

  it('stands beside what was published, and says why it differs', async () => {
    const { body } = await get(address);
    const row = texts(body, 'tr').find((text) => text.includes('130'));
    expect(row).toMatch(/130.*130.*149/);
  });
});

describe('a target', () => {
  it('shows the lists of a cell, whose lengths are its numbers', async () => {
    const { body } = await get('/vi/tien-do/muc-tieu/t2a?place=46');
    expectSoundPage(body, 'vi');
    expect(body).toContain('data-cell="0/14"');
    expect(texts(body, 'h3')).toEqual(['Đã số hóa (0)', 'Chưa số hóa (14)']);
    expect(links(body).filter((href) => href.startsWith('/vi/hien-vat/'))).toHaveLength(14);
    expect(body).toContain('chưa có tệp ảnh 2D đúng chuẩn');
  });

  it('tells where it comes from and which list is its denominator', async () => {
    const { body } = await get('/en/progress/targets/t1a');
    expectSoundPage(body, 'en');
    expect(body).toContain('2026/QĐ-TTg (2/12/2021)');
    expect(body).toContain('Version 1: 37 items');
    expect(body).toContain('Tangible 9 · Intangible 17 · Documentary 11');
  });

  it('has neither list nor share when nobody has fixed who counts', async () => {
    const { body } = await get('/vi/tien-do/muc-tieu/t4');
    expectSoundPage(body, 'vi');
    expect(body).toContain('Chưa chốt danh mục');
    expect(body).not.toContain(' %<');
  });

  it('goes on page by page until every missing item was seen once', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/vi/tien-do/muc-tieu/t1b?state=missing';
    while (next !== undefined) {
      const { body } = await get(next);
      seen.push(...links(body).filter((href) => href.startsWith('/vi/di-tich/')));
      next = links(body).find((href) => href.includes('after='));
    }
    expect([seen.length, new Set(seen).size]).toEqual([149, 149]);
  });

  it('is made for one after the other, and not for whoever asks for it again and again', async () => {
    const asked = Array.from({ length: 12 }, () => get('/vi/tien-do/muc-tieu/t2a.csv?place=46'));
    const replies = await Promise.all(asked);
    const turnedAway = replies.filter(({ statusCode }) => statusCode === 429);
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway[0]?.headers['retry-after']).toBe('10');
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(12 - turnedAway.length);
  });

  it('gives the same rows as CSV, with the cell', async () => {
    const reply = await get('/vi/tien-do/muc-tieu/t2a.csv?place=46');
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toBe('attachment; filename="t2a-46-counted.csv"');
    const read = readCsv(reply.rawPayload, { unguard: true });
    if (read.kind !== 'table') throw new Error(JSON.stringify(read));
    expect(read.rows).toHaveLength(14);
  });

  it('drops what it does not understand, and is not found under another name', async () => {
    for (const query of ['place=zz', 'state=x', 'after=-1', 'after=x', 'place=46&place=01', "place=46';--"])
      expect((await get(`/vi/tien-do/muc-tieu/t2a?${query}`)).statusCode, query).toBe(200);
    for (const path of ['muc-tieu/t9', 'muc-tieu/t9.csv', 'muc-tieu/.csv', 'khong-co-tinh'])
      expect((await get(`/vi/tien-do/${path}`)).statusCode, path).toBe(404);
  });
});

describe('a province', () => {
  it('reads every target that has a list, and opens its cells', async () => {
    const { body } = await get('/vi/tien-do/hue');
    expectSoundPage(body, 'vi');
    expect(texts(body, 'h1')).toEqual(['Tiến độ số hóa: Huế']);
    expect(links(body)).toContain('/vi/tien-do/muc-tieu/t2a?place=46');
    expect(texts(body, 'td')).toContain('0 % (0/14)T2a: 0 %');
  });
});
