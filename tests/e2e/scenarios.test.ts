// The acceptance scenarios of the registry (ux.md §5) over the starter data. Its seeds M1, A1 and I1 are there; A2 (no
// English name) and R1 (restricted) are not asked for by these scenarios. The record that S03 opens is the first found.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { axeFindings, openPage, sidewaysScroll } from '#tests/support/browser.ts';
import { hasWebGl, isPainted, openMap } from '#tests/support/interactive-map.ts';
import { tabStops } from '#tests/support/keyboard.ts';
import { visitedSite } from '#tests/support/visited-site.ts';

const visited = visitedSite({ webGl: true });

const count = '[data-count]';

test('S01: a change of language keeps the state', async () => {
  const { page, problems } = await visited.open('/vi/tim-kiem?q=trong+dong&kind=artefact&view=list');
  const before = parseInt((await page.textContent(count)) ?? '', 10);
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL('**/en/search**');
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
    '/en/search?q=trong+dong&kind=artefact&view=list',
  );
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(parseInt((await page.textContent(count)) ?? '', 10)).toBe(before);
  expect(before).toBeGreaterThan(0);
  const alternates = await page.$$eval('link[rel=alternate][hreflang]', (links) =>
    links.map((link) => [link.getAttribute('hreflang'), new URL((link as HTMLLinkElement).href).pathname]),
  );
  expect(alternates).toEqual([
    ['vi', '/vi/tim-kiem'],
    ['en', '/en/search'],
    ['x-default', '/vi/tim-kiem'],
  ]);
  expect(problems).toEqual([]);
});

test('S02: search without tone marks, then a facet in place and Back, by keyboard', async () => {
  const { page, problems, foreign } = await visited.open('/vi');
  await page.keyboard.press('/');
  await page.keyboard.type('trong dong ngoc lu');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tim-kiem?q=trong+dong+ngoc+lu');
  expect(await page.textContent('.results h3 a')).toBe('Trống đồng Ngọc Lũ');

  const box = page.getByRole('checkbox', { name: /^Hiện vật/ });
  await box.focus();
  await page.keyboard.press('Space');
  await page.getByRole('link', { name: /Bỏ lọc: Loại di sản Hiện vật/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('artefact');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-kind-artefact');
  await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d+ kết quả$/);

  await page.goBack();
  await page.getByRole('link', { name: /Bỏ lọc/ }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.has('kind')).toBe(false);
  await page.goForward();
  await page
    .getByRole('link', { name: /Bỏ lọc/ })
    .first()
    .waitFor();
  expect([problems, foreign]).toEqual([[], []]);
});

/** Addresses of the results on a page, in their order. */
const resultsOf = (page: Page) =>
  page.$$eval('.results h3 a', (links) => links.map((link) => link.getAttribute('href')));

test('S03: without JavaScript search, filter, paging, record and print work', async () => {
  const { page, requests } = await visited.open('/vi', { javaScriptEnabled: false });
  await page.fill('#home-q', 'lễ hội');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.waitForURL('**/tim-kiem?q=**');
  await page.getByRole('checkbox', { name: /^Di sản phi vật thể/ }).check();
  await page.getByRole('button', { name: 'Áp dụng bộ lọc' }).click();
  await page.waitForURL('**kind=intangible**');
  expect(await page.getByRole('link', { name: /Bỏ lọc: Loại di sản/ }).count()).toBe(1);

  const firstPage = await resultsOf(page);
  await page.getByRole('link', { name: 'Sau' }).click();
  await page.waitForURL('**after=**');
  expect(await page.textContent('.pager')).toContain('25–48 trên');
  expect((await resultsOf(page)).filter((href) => firstPage.includes(href))).toEqual([]);
  await page.getByRole('link', { name: 'Trước' }).click();
  await page.waitForURL('**before=**');
  expect(await resultsOf(page)).toEqual(firstPage);

  await page.locator('.results h3 a').first().click();
  await page.waitForURL('**/phi-vat-the/**');
  for (const shown of ['h1', '.plate', '.rights-line', '.fact-group dl'])
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  // No picture is in the starter data: the page says so where it would be.
  expect(await page.textContent('.plate')).toContain('Chưa có ảnh công khai');
  expect(requests.filter((url) => url.endsWith('.js'))).toEqual([]);
  await expectPrintable(page);
});

/** On paper: the name, its permanent address as a code, facts, rights and sources; nothing that is only for screens. */
async function expectPrintable(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const pid = new URL(page.url()).pathname.split('/')[3] ?? '';
  expect(await page.textContent('.print-mark')).toContain(pid);
  for (const shown of ['h1', '.print-mark .qr', '.rights-line', '.fact-group dl', '.sources li'])
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  for (const hidden of ['.site-nav', '.site-search', '.breadcrumb', '.actions', '.site-footer nav'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
}

test('S04: a record by keyboard alone, at 320 px, light and dark', async () => {
  const { pid } = await visited.site.find('Quần thể kiến trúc Cố đô Huế kind:monument');
  const { page, problems, foreign } = await visited.open(`/vi/di-tich/${pid}`, {
    viewport: { width: 320, height: 640 },
  });
  const stops = await tabStops(page);
  expect(stops[0]).toMatchObject({ text: 'Đến nội dung chính', inView: true, ring: true });
  expect(stops.length).toBeGreaterThan(15);
  expect(stops.filter(({ ring, inView }) => !(ring && inView))).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page), colorScheme).toEqual([]);
  }
  expect([problems, foreign]).toEqual([[], []]);
});

test('S08: the map without network asks only this site, paints, and the list has both archipelagos', async ({
  skip,
}) => {
  if (!(await hasWebGl(visited.browser))) skip('this browser has no WebGL');
  const { page, foreign, problems, requests } = await openPage(visited.browser, {
    origin: visited.site.origin,
  });
  // Whatever is not of this site fails, and is seen.
  await page.route(
    (url) => url.protocol.startsWith('http') && url.origin !== visited.site.origin,
    (route) => route.abort(),
  );
  await page.goto('/vi/tim-kiem?view=map');
  expect(requests.join()).not.toMatch(/interactive-map|provinces\./);
  await openMap(page);
  expect(requests.join()).toMatch(/provinces\./);
  expect([problems, foreign]).toEqual([[], []]);
  expect(await isPainted(page, '.map-live canvas')).toBe(true);
  expect(await page.locator('.archipelagos li').allTextContents()).toEqual([
    'Quần đảo Hoàng Sa (TP. Đà Nẵng)',
    'Quần đảo Trường Sa (tỉnh Khánh Hòa)',
  ]);
});

describe('S15: the dashboard reconciles', () => {
  test('the cell Huế × T2a opens lists and a file of exactly its items', async () => {
    const { page, problems } = await openPage(visited.browser, { origin: visited.site.origin });
    await page.goto('/vi/tien-do');
    const cell = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Huế', exact: true }) });
    const link = cell.locator('a[href*="/t2a?"]');
    const [, digitised, listed] = /\((\d+)\/(\d+)\)/.exec((await link.textContent()) ?? '') ?? [];
    expect(Number(listed)).toBeGreaterThan(0);

    await link.click();
    expect(await page.locator('h1').textContent()).toContain('Bảo vật quốc gia');
    const named = (id: string) => page.locator(`#${id} tbody tr`).count();
    expect(await named('done')).toBe(Number(digitised));
    expect((await named('done')) + (await named('missing'))).toBe(Number(listed));
    const names = await page.locator('.items tbody a').allTextContents();

    const file = await page.locator('a[download]').getAttribute('href');
    const csv = readCsv(await (await fetch(visited.site.origin + file)).text(), { unguard: true });
    if (csv.kind !== 'table') throw new Error(JSON.stringify(csv));
    const column = csv.header.indexOf('ten');
    expect(csv.rows.map(({ cells }) => cells[column]).toSorted()).toEqual(names.toSorted());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a target without a denominator reads so, and shows no share', async () => {
    const { page } = await openPage(visited.browser, { origin: visited.site.origin });
    await page.goto('/vi/tien-do');
    const row = page.locator('tr', { has: page.locator('a[href$="/muc-tieu/t4"]') });
    expect(await row.textContent()).toContain('Chưa chốt danh mục');
    expect(await row.textContent()).not.toContain('%');
    await page.context().close();
  });
});
