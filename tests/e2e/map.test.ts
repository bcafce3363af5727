import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import { axeFindings, openBrowser, openPage, sidewaysScroll } from '#tests/support/browser.ts';
import { hasWebGl, openMap } from '#tests/support/interactive-map.ts';
import { anArchive, aTile } from '#tests/support/pmtiles.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

let site: TestSite;
let browser: Browser;
let canDraw = false;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser({ webGl: true })]);
  canDraw = await hasWebGl(browser);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

const MAP = '/vi/tim-kiem?view=map';
const ARCHIPELAGOS = ['Quần đảo Hoàng Sa (TP. Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)'];

/** Kilobytes as they travel (ux.md P2). */
const MAP_KB = 290;
const SHEET_KB = 10;

async function open(path: string, options: BrowserContextOptions = {}) {
  const watched = await openPage(browser, { origin: site.origin, ...options });
  // Whatever is not of this site would fail, and be seen.
  await watched.page.route(
    (url) => url.protocol.startsWith('http') && url.origin !== site.origin,
    (route) => route.abort(),
  );
  await watched.page.goto(path);
  return watched;
}

function needsWebGl({ skip }: TestContext): void {
  if (!canDraw) skip('this browser has no WebGL');
}

test('the library comes only when it is asked for, and within its weight', async (context) => {
  needsWebGl(context);
  const { page } = await open(MAP);
  await page.waitForLoadState('networkidle');
  const weights: Record<string, number> = {};
  const reading: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!/\.(js|css)$/.test(path)) return;
    const weigh = (body: Buffer) => {
      weights[path] = gzipSync(body, { level: 9 }).length / 1024;
    };
    reading.push(response.body().then(weigh));
  });
  await openMap(page);
  await Promise.all(reading);
  const sum = (end: string) =>
    Object.entries(weights)
      .filter(([path]) => path.endsWith(end))
      .reduce((total, [, weight]) => total + weight, 0);
  expect(sum('.js')).toBeGreaterThan(200);
  expect(sum('.js')).toBeLessThanOrEqual(MAP_KB);
  expect(sum('.css')).toBeGreaterThan(0.5);
  expect(sum('.css')).toBeLessThanOrEqual(SHEET_KB);
  await page.context().close();
});

test('a province is pressed, comes near, and its results open as a list beside those of the page', async (context) => {
  needsWebGl(context);
  const { page, problems } = await open(`${MAP}&q=H%E1%BB%93+Ho%C3%A0n+Ki%E1%BA%BFm`);
  await openMap(page);
  await page.locator('.map-count').first().click();
  const here = page.getByRole('link', { name: 'Tìm trong vùng bản đồ này' });
  await here.waitFor();
  // The map was moved to a part of the country: the whole of it stands in the corner.
  expect(await page.locator('.map-inset').isVisible()).toBe(true);
  expect(await page.locator('.map-inset').textContent()).toContain('Quần đảo Hoàng Sa');
  const total = await page.textContent('[data-count]');
  await here.click();
  await page.getByRole('link', { name: /Bỏ lọc: Vùng bản đồ/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('bbox')).toMatch(/^[\d.]+,[\d.]+,[\d.]+,[\d.]+$/);
  // In place, and the map is open again on the new results.
  await page.locator('[data-map-state=ready]').waitFor();
  expect(parseInt((await page.textContent('[data-count]')) ?? '', 10)).toBeLessThanOrEqual(
    parseInt(total ?? '', 10),
  );
  await page
    .locator('.map-count[aria-label$=" 1 kết quả"], .map-count[aria-label^="1 kết quả"]')
    .first()
    .click();
  const popup = page.locator('.maplibregl-popup');
  await popup.locator('a[href^="/vi/"]').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => popup.count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('an entry of the list shows where it is', async (context) => {
  needsWebGl(context);
  const { page } = await open(`${MAP}&kind=monument`);
  await openMap(page);
  expect(await page.locator('.map-chosen').count()).toBe(0);
  await page.locator('.results li[data-point] h3 a').first().focus();
  await expect.poll(() => page.locator('.map-chosen').count()).toBe(1);
  await page.context().close();
});

/** Frames drawn by the processor take their time. */
const PATIENT = { timeout: 10_000 };

test('by keyboard: the button opens it, arrows move it, + and − zoom, and it is left again', async (context) => {
  needsWebGl(context);
  const { page } = await open(MAP);
  await page.getByRole('button', { name: 'Bản đồ tương tác' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-map-state=ready]').waitFor({ timeout: 20_000 });
  const here = page.locator('[data-map-here]');
  const box = async () =>
    new URL((await here.getAttribute('href')) ?? '').searchParams.get('bbox')?.split(',').map(Number) ?? [];
  const width = ([west = 0, , east = 0]: number[]) => east - west;
  const first = await box();
  await page.locator('.map-live canvas').focus();
  await page.keyboard.press('+');
  await expect.poll(async () => width(await box()), PATIENT).toBeLessThan(width(first) * 0.7);
  const nearer = await box();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await box())[0] ?? 0, PATIENT).toBeGreaterThan(nearer[0] ?? 0);
  await page.keyboard.press('-');
  await expect.poll(async () => width(await box()), PATIENT).toBeGreaterThan(width(nearer) * 1.5);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('CANVAS');
  await page.getByRole('button', { name: 'Về bản đồ tĩnh' }).press('Enter');
  expect(await page.locator('.map-live').count()).toBe(0);
  expect(await page.locator('.map-figure > .national-map').isVisible()).toBe(true);
  await page.context().close();
});

test('open, it is accessible by day and by night, on desktop and phone', async (context) => {
  needsWebGl(context);
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await open(MAP, { colorScheme, reducedMotion: 'reduce' });
    await openMap(page);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFindings(page), `${width} ${colorScheme}`).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await page.context().close();
  }
});

test('an own basemap is read in parts from this site and lies below the provinces', async (context) => {
  needsWebGl(context);
  const tiles = [0, 1, 2, 3, 4].flatMap((z) => [{ ...{ z, x: 0, y: 0 }, bytes: aTile([]) }]);
  const archive = anArchive({ tiles, maxZoom: 4, metadata: { vector_layers: [{ id: 'water' }] } });
  const { page, foreign, problems } = await open('/vi/gioi-thieu');
  await page.route('**/vi/tim-kiem?view=map', async (route) => {
    const answer = await route.fetch();
    const basemap = { address: '/basemap/test.pmtiles', tiles: 'vector', maxZoom: 4, layers: ['water'] };
    const told = JSON.stringify({ basemap }).slice(1, -1).replaceAll('"', '&quot;');
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('data-map="{', `data-map="{${told},`),
    });
  });
  const ranges: (string | null)[] = [];
  await page.route('**/basemap/test.pmtiles', async (route) => {
    const range = await route.request().headerValue('range');
    ranges.push(range);
    const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
    const body = archive.subarray(Number(from), Number(to) + 1);
    const headers = { 'content-range': `bytes ${from}-${to}/${archive.length}`, etag: '"test"' };
    await route.fulfill({ status: 206, body, headers });
  });
  await page.goto(MAP);
  await openMap(page);
  expect(ranges.length).toBeGreaterThan(0);
  expect(ranges).not.toContain(null);
  expect(foreign).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('without WebGL the drawing stays, and the reader is told why', async () => {
  const { page, requests } = await open(MAP);
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.getByRole('button', { name: 'Bản đồ tương tác' }).click();
  const status = page.locator('[data-map-status]');
  await expect.poll(() => status.textContent()).toContain('không hỗ trợ WebGL');
  expect(await page.locator('.map-figure > .national-map').isVisible()).toBe(true);
  expect(requests.join()).not.toContain('interactive-map');
  await page.context().close();
});

test('when it cannot be loaded, the drawing stays, and pressing again works', async (context) => {
  needsWebGl(context);
  const { page } = await open(MAP);
  await page.route('**/map/provinces.*', (route) => route.abort());
  await page.getByRole('button', { name: 'Bản đồ tương tác' }).click();
  await page.locator('[data-map-state=failed]').waitFor({ timeout: 20_000 });
  expect(await page.textContent('[data-map-status]')).toContain('Không tải được');
  expect(await page.locator('.map-live').count()).toBe(0);
  await page.unroute('**/map/provinces.*');
  await openMap(page);
  await page.context().close();
});

test('without scripts there is a map with links, a list, and no dead button', async () => {
  const { page, problems } = await open(MAP, { javaScriptEnabled: false });
  expect(await page.locator('.map-tools').isVisible()).toBe(false);
  const province = page.locator('[data-map-places] a').first();
  const label = (await province.getAttribute('aria-label')) ?? '';
  expect(await page.locator(`.national-map a[aria-label="${label}"]`).count()).toBeGreaterThan(0);
  expect(await page.locator('.archipelagos li').allTextContents()).toEqual(ARCHIPELAGOS);
  await province.click();
  await page.waitForURL(/place=/);
  expect(label).toContain(`, ${await page.textContent('[data-count]')}`);
  expect(new URL(page.url()).searchParams.get('view')).toBe('map');
  expect(problems).toEqual([]);
  await page.context().close();
});
