import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings, openBrowser, openPage, sidewaysScroll } from '#tests/support/browser.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { anAdministrator, aPortal, aPortalServer } from './portal.fixture.ts';
import { sampleRecords } from './sample-records.fixture.ts';

const database = await starterDatabase();
const portal = await aPortal(database.db);
const samples = await sampleRecords(await anAdministrator(database.db), portal.catalogue);
const server = await aPortalServer(portal);
const sheet = await build({
  entryPoints: ['src/web/styles/portal.css'],
  bundle: true,
  minify: true,
  external: ['*.woff2', '*.svg'],
  write: false,
});
const css = sheet.outputFiles[0]?.text ?? '';
server.get('/assets/*', async (request, reply) => {
  const { '*': name = '' } = request.params as { '*'?: string };
  if (name === 'portal.css') return reply.type('text/css; charset=utf-8').send(css);
  if (name.startsWith('fonts/')) return reply.type('font/woff2').send(await readFile(join('src/web', name)));
  return name.endsWith('.js')
    ? reply.type('text/javascript').send('')
    : reply.type('image/svg+xml').send('<svg xmlns="http://www.w3.org/2000/svg"/>');
});
const origin = await server.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser();

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.close();
});

const PAGES: Record<string, string> = {
  'a treasure': `/vi/hien-vat/${samples.drum}`,
  'a festival, in English': `/en/intangible/${samples.festival}`,
  'a protected place': `/vi/di-tich/${samples.temple}`,
  'a museum of the starter data': '/id/ark:99999/k02mfzptn',
  'differences of versions': `/vi/phien-ban/${samples.drum}/1..2`,
  decisions: '/vi/quyet-dinh',
  'a decision': '/en/decisions/1426-qd-ttg-2012',
  standards: '/vi/tieu-chuan',
  'a standard': '/vi/tieu-chuan/phi-vat-the/1.0',
  'a code list': '/en/code-lists/ich-type/2024',
  'a vocabulary': '/vi/tu-vung/reign-eras',
  about: '/en/about',
  'display settings': '/vi/hien-thi',
};

describe.each(Object.entries(PAGES))('%s', (_name, path) => {
  it.each([
    ['light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['dark, on a phone', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ] as const)(
    'has no serious finding of axe and does not scroll sideways: %s',
    { timeout: 60_000 },
    async (_look, options) => {
      const { page, problems, foreign } = await openPage(browser, { origin, ...options });
      await page.goto(path);
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
      await page.context().close();
    },
  );
});

it('a record can be read at 320 pixels with text twice as large', { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser, { origin, viewport: { width: 640, height: 900 } });
  await page
    .context()
    .addCookies([{ name: 'hien-thi', value: 'text:200.spacing:wide.contrast:high', url: origin }]);
  await page.goto(`/vi/hien-vat/${samples.drum}`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});

it('paper has the way back to the record and no controls', { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser, { origin, viewport: { width: 794, height: 1123 } });
  await page.goto(`/vi/hien-vat/${samples.drum}`);
  expect(await page.locator('.print-mark').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-mark .qr').isVisible()).toBe(true);
  for (const hidden of ['.actions', '.site-nav', '.contents', '.plate', '.breadcrumb']) {
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  }
  await page.context().close();
});

it('works by keyboard: the skip link comes first and the citation opens', { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser, { origin, viewport: { width: 1280, height: 900 } });
  await page.goto(`/vi/hien-vat/${samples.drum}`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  await page.locator('.cite summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.cite-panel').isVisible()).toBe(true);
  await page.context().close();
});

it('the style sheet stays within its budget of 14 KB', () => {
  expect(gzipSync(css, { level: 9 }).length).toBeLessThan(14 * 1024);
});
