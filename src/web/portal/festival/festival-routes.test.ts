import { afterAll, describe, expect, it } from 'vitest';
import { readCalendar, readText } from '#tests/support/ical.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

const database = await starterDatabase();
const server = await aPortalServer(await aPortal(database.db));
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (url: string) => server.inject({ url });
const page = async (url: string) => {
  const answer = await get(url);
  expect(answer.statusCode, url).toBe(200);
  return answer.body;
};
/** The cell of a day, as text. */
const cell = (html: string, iso: string) =>
  texts(html, 'td').find((_text, at) => cellsOf(html)[at]?.includes(`datetime="${iso}"`)) ?? '';
const cellsOf = (html: string) => [...html.matchAll(/<td(?: [^>]*)?>[\s\S]*?<\/td>/g)].map(([all]) => all);
/** The list under one date. */
const day = (html: string, iso: string) =>
  (html.split(`id="d-${iso}"`)[1] ?? '')
    .split('</section>')[0]
    ?.replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ') ?? '';

describe('a month of the calendar', () => {
  it('has both calendars in every cell: Tết 2027 is the first of the first month', async () => {
    const html = await page('/vi/le-hoi/2027/02');
    expectSoundPage(html, 'vi');
    expect(texts(html, 'h1')).toEqual(['Lễ hội tháng 2 năm 2027']);
    expect(cell(html, '2027-02-06')).toMatch(/^6 1\/1 ÂL/);
    expect(cell(html, '2027-02-06')).toContain('tháng Nhâm Dần, năm Đinh Mùi');
    expect(cell(html, '2027-02-05')).toMatch(/^5 29\/12 ÂL/);
    expect(texts(html, 'caption')[0]).toBe(
      'Tháng 2 năm 2027: từ 25 tháng Chạp năm Bính Ngọ đến 23 tháng Giêng năm Đinh Mùi',
    );
    expect(html.match(/<th scope="col">/g)).toHaveLength(7);
  });

  it.each([
    ['/vi/le-hoi/2027/02', '2027-02-18', 'Hội Lim'],
    ['/vi/le-hoi/2027/04', '2027-04-16', 'Giỗ Tổ Hùng Vương'],
    ['/vi/le-hoi/2028/04', '2028-04-04', 'Giỗ Tổ Hùng Vương'],
    ['/vi/le-hoi/2027/05', '2027-05-14', 'Hội Gióng đền Phù Đổng'],
    ['/vi/le-hoi/2027/09', '2027-09-15', 'Tết Trung thu'],
  ])('%s: on %s is %s, expected by the lunar calendar', async (address, iso, name) => {
    const html = await page(address);
    expect(cell(html, iso)).toContain(name);
    expect(cell(html, iso)).toContain('Dự kiến theo âm lịch');
  });

  it('marks a leap month', async () => {
    expect(cell(await page('/vi/le-hoi/2025/07'), '2025-07-25')).toContain('1/6 nhuận ÂL');
    expect(cell(await page('/en/festivals/2025/07'), '2025-07-25')).toContain('1/6 (leap) LC');
  });

  it('lists festivals under their day with place, list and certainty', async () => {
    const html = await page('/vi/le-hoi/2027/02');
    const lim = day(html, '2027-02-18');
    expect(lim).toContain('Thứ Năm, 18 tháng 2, 2027 13 tháng Giêng năm Đinh Mùi');
    expect(lim).toContain('Hội Lim (ngày 2/2, Dự kiến theo âm lịch)');
    const first = day(html, '2027-02-17');
    expect(first).toContain('17/2/2027 – 18/2/2027');
    expect(first).toContain('Bắc Ninh');
  });

  it('keeps a festival of weeks out of the cells after the first, and says that it goes on', async () => {
    const february = await page('/vi/le-hoi/2027/02');
    expect(cell(february, '2027-02-11')).toContain('Chùa Hương');
    expect(cell(february, '2027-02-12')).not.toContain('Chùa Hương');
    const march = await page('/vi/le-hoi/2027/03');
    expect(march.split('Đã mở từ tháng trước')[1]).toContain('Chùa Hương');
  });

  it('counts the days of a short one', async () => {
    expect(cell(await page('/vi/le-hoi/2027/05'), '2027-05-14')).toContain('(ngày 3/3)');
  });

  it('goes by the lunar calendar when asked to', async () => {
    const html = await page('/vi/le-hoi/2027/02?sort=lunar');
    expectSoundPage(html, 'vi');
    expect(day(html, '2027-02-18')).toContain('13 tháng Giêng năm Đinh Mùi Thứ Năm, 18 tháng 2, 2027');
    expect(html).toContain('class="calendar calendar-lunar"');
  });

  it('leads to the months beside it and keeps the filters', async () => {
    const html = await page('/vi/le-hoi/2027/01?place=01');
    expect(html).toContain('rel="prev" href="/vi/le-hoi/2026/12?place=01"');
    expect(html).toContain('rel="next" href="/vi/le-hoi/2027/02?place=01"');
    expect(links(html)).toContain('/vi/le-hoi/2027/11?place=01');
    expect(links(html)).toContain('/vi/le-hoi.ics?place=01');
    expect(links(html)).toContain('/vi/le-hoi/2027/01');
  });

  it('shows only what the filters leave', async () => {
    const html = await page('/vi/le-hoi/2027/02?place=24');
    expect(html).toContain('Hội Lim');
    expect(html).not.toContain('Chùa Hương');
    expect(html).toMatch(/<option value="24" selected[^>]*>Bắc Ninh/);
  });

  it('says of a past year that it is an archive', async () => {
    expect(await page('/vi/le-hoi/1985/01')).toContain('Trang lưu của năm 1985');
    expect(cell(await page('/vi/le-hoi/1985/01'), '1985-01-21')).toMatch(/^21 1\/1 ÂL/);
    expect(await page('/vi/le-hoi/2027/01')).not.toContain('Trang lưu');
  });

  it('is found under one address; others are no page', async () => {
    const short = await get('/vi/le-hoi/2027/2?place=01&x=1');
    expect([short.statusCode, short.headers.location]).toEqual([301, '/vi/le-hoi/2027/02?place=01']);
    for (const path of ['2027/13', '2027/00', '1800/01', '9999/01', 'nam/02', '2027/2x'])
      expect((await get(`/vi/le-hoi/${path}`)).statusCode, path).toBe(404);
    const html = await page('/vi/le-hoi/2027/02?nothing=1&rank=nonsense&place=01&sort=solar');
    expect(html).toContain('rel="canonical" href="http://localhost/vi/le-hoi/2027/02?place=01"');
  });

  it('leaves other years and combined filters to those who ask for them', async () => {
    expect(await page('/vi/le-hoi/2027/02?place=01')).not.toContain('noindex');
    expect(await page('/vi/le-hoi/2027/02?place=01&rank=national')).toContain('noindex');
    expect(await page('/vi/le-hoi/2050/12')).toContain('noindex');
  });
});

describe('a month without festivals', () => {
  it('names the nearest that have some', async () => {
    const html = await page('/vi/le-hoi/2027/06?place=24');
    expect(html).toContain('Không có lễ hội nào trong tháng này phù hợp với bộ lọc.');
    const near = html.split('Tháng gần nhất có lễ hội:')[1]?.split('</p>')[0] ?? '';
    expect(links(near)).toHaveLength(2);
    expect(links(near)[0]).toMatch(/^\/vi\/le-hoi\/2027\/0[1-5]\?place=24$/);
  });
});

describe('the page of the months to come', () => {
  it('shows this month and the next', async () => {
    const html = await page('/vi/le-hoi');
    expectSoundPage(html, 'vi');
    expect(texts(html, 'caption').map((text) => text.split(':')[0])).toEqual([
      'Tháng 2 năm 2027',
      'Tháng 3 năm 2027',
    ]);
    expect(cell(html, '2027-02-03')).toContain('hôm nay');
  });

  it('is complete in English', async () => {
    const html = await page('/en/festivals');
    expectSoundPage(html, 'en');
    expect(texts(html, 'h1')).toEqual(['Festival calendar']);
    expect(html).toContain('Expected by the lunar calendar');
    expect(links(html)).toContain('/en/festivals/2027/01');
    expect(html).not.toMatch(/Dự kiến|Bộ lọc|Tháng sau/);
  });

  it('gives rules of other calendars in words, and never a date for them', async () => {
    const html = await page('/vi/le-hoi');
    const rules = html.split('id="other-calendars"')[1]?.split('</section>')[0] ?? '';
    expect(rules).toContain('ngày 1 tháng 7 lịch Chăm');
    expect(rules).toContain('Lịch Chăm');
    expect(rules).toContain('ngày Thìn tháng Giêng âm lịch');
    expect(rules).not.toContain('<time');
  });

  it('does not hide festivals of unknown date', async () => {
    const html = await page('/vi/le-hoi');
    const unknown = html.split('id="unknown-dates"')[1]?.split('</section>')[0] ?? '';
    expect(unknown).toContain('lễ hội của danh mục');
    const [, count, total] = /([\d.]+) trong ([\d.]+) lễ hội/.exec(unknown) ?? [];
    expect(Number(count)).toBeGreaterThan(50);
    expect(Number(total)).toBeGreaterThan(Number(count));
    const [link = ''] = links(unknown);
    expect(link).toBe('/vi/tim-kiem?type=le-hoi-truyen-thong');
    expect(await page(link)).toContain(`${total} kết quả`);
  });

  it('tells machines each festival and day', async () => {
    const [list] = structuredData(await page('/vi/le-hoi/2027/02')) as {
      itemListElement: { item: Record<string, unknown> }[];
    }[];
    const events = list?.itemListElement.map(({ item }) => item) ?? [];
    expect(events).toContainEqual(
      expect.objectContaining({
        '@type': 'Event',
        name: 'Hội Lim',
        startDate: '2027-02-17',
        endDate: '2027-02-18',
        eventStatus: 'https://schema.org/EventScheduled',
        description: 'Dự kiến theo âm lịch',
        location: expect.objectContaining({ '@type': 'Place' }),
      }),
    );
    for (const { endDate, startDate } of events) expect(String(endDate) >= String(startDate)).toBe(true);
  });
});

describe('the calendar file', () => {
  const feed = async (url: string) => {
    const answer = await get(url);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    return readCalendar(answer.rawPayload);
  };
  const named = (events: Awaited<ReturnType<typeof feed>>['events'], name: string) =>
    events.filter(({ SUMMARY }) => readText(SUMMARY?.value ?? '') === name);

  it('has the festivals of two years with their days', async () => {
    const { events } = await feed('/vi/le-hoi.ics');
    expect(events.length).toBeGreaterThan(100);
    const lim = named(events, 'Hội Lim');
    expect(lim.map(({ DTSTART }) => DTSTART?.value)).toEqual(['20270217', '20280206']);
    expect(lim[0]?.DTEND?.value).toBe('20270219');
    expect(lim[0]?.STATUS?.value).toBe('TENTATIVE');
    expect(readText(lim[0]?.DESCRIPTION?.value ?? '')).toBe('Dự kiến theo âm lịch.\nÂm lịch: 12/1 – 13/1.');
    expect(lim[0]?.URL?.value).toMatch(/^http:\/\/localhost\/vi\/phi-vat-the\//);
    expect(readText(lim[0]?.LOCATION?.value ?? '')).toContain('Bắc Ninh');
  });

  it('is narrowed by the filters of the page', async () => {
    expect((await get('/vi/le-hoi.ics')).body).toContain('DTSTART;VALUE=DATE:20270218');
    expect((await get('/vi/le-hoi.ics?place=24')).body).toContain('DTEND;VALUE=DATE:20270219');
    const { events } = await feed('/vi/le-hoi.ics?place=24&rank=national');
    expect(events.length).toBeLessThan((await feed('/vi/le-hoi.ics?place=24')).events.length);
  });

  it('gives a festival the same identifier in both languages and every year its own', async () => {
    const uids = ({ events }: Awaited<ReturnType<typeof feed>>) => events.map(({ UID }) => UID?.value);
    expect(uids(await feed('/en/festivals.ics'))).toEqual(uids(await feed('/vi/le-hoi.ics')));
  });

  it('has no event where nothing is found, and refuses what is no filter', async () => {
    expect((await feed('/vi/le-hoi.ics?community=khong-co')).events).toEqual([]);
    for (const [query, key] of [
      ['rank=nonsense', 'rank'],
      ['q=lim', 'q'],
      ['what=1', 'what'],
    ])
      expect([(await get(`/vi/le-hoi.ics?${query}`)).statusCode, key]).toEqual([400, key]);
  });
});
