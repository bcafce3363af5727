import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, openPage, sidewaysScroll } from '#tests/support/browser.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Kilobytes of compressed HTML (ux.md §1A; pages of its P11, P16 and errors by their own lines). */
type Budget = number;

/** One page of every sort: its address, or a search whose first result is shown. */
const PAGES: Record<string, { path?: string; find?: string; html: Budget }> = {
  home: { path: '/vi', html: 14 },
  'home in English': { path: '/en', html: 14 },
  'search, everything': { path: '/vi/tim-kiem', html: 18 },
  'search, grid and facets': { path: '/vi/tim-kiem?q=ch%C3%B9a&kind=monument&place=01&view=grid', html: 18 },
  'search, on the map': { path: '/vi/tim-kiem?view=map', html: 18 },
  'search in English': { path: '/en/search?q=drum', html: 18 },
  'search, nothing': { path: '/vi/tim-kiem?q=kh%C3%B4ngcog%C3%AC&kind=museum', html: 18 },
  monument: { find: 'Quần thể kiến trúc Cố đô Huế kind:monument', html: 16 },
  artefact: { find: 'Trống đồng Ngọc Lũ kind:artefact', html: 16 },
  intangible: { find: 'Hội Gióng kind:intangible', html: 16 },
  documentary: { find: 'kind:documentary', html: 16 },
  museum: { find: 'kind:museum', html: 16 },
  agent: { find: 'kind:agent', html: 16 },
  place: { find: 'kind:place', html: 16 },
  festivals: { path: '/vi/le-hoi', html: 16 },
  'festivals of a month': { path: '/en/festivals/2027/02?sort=lunar', html: 16 },
  'search in time': { path: '/vi/tim-kiem?view=timeline', html: 18 },
  'search in time, by dynasty': { path: '/en/search?view=timeline&by=dynasty&kind=artefact', html: 18 },
  places: { path: '/vi/dia-phuong', html: 14 },
  'province of most communes': { path: '/vi/dia-phuong/ho-chi-minh', html: 14 },
  commune: { path: '/vi/dia-phuong/da-nang/hoi-an', html: 14 },
  'former province': { path: '/en/places/former/quang-nam', html: 14 },
  topics: { path: '/vi/chu-de', html: 14 },
  'list of terms': { path: '/vi/chu-de/thoi-ky', html: 14 },
  term: { path: '/en/topics/periods/nguyen-dynasty', html: 14 },
  collections: { path: '/vi/suu-tap', html: 18 },
  decisions: { path: '/vi/quyet-dinh', html: 16 },
  standards: { path: '/vi/tieu-chuan', html: 16 },
  vocabularies: { path: '/vi/tu-vung', html: 16 },
  about: { path: '/vi/gioi-thieu', html: 12 },
  accessibility: { path: '/vi/tro-nang', html: 12 },
  terms: { path: '/vi/dieu-khoan', html: 12 },
  contact: { path: '/vi/lien-he', html: 12 },
  progress: { path: '/vi/tien-do', html: 20 },
  'progress of a target': { path: '/vi/tien-do/muc-tieu/t2a?place=46', html: 20 },
  'progress of a province': { path: '/vi/tien-do/hue', html: 20 },
  'site map': { path: '/vi/so-do', html: 12 },
  contribute: { path: '/vi/gop-y', html: 12 },
  display: { path: '/vi/hien-thi', html: 12 },
  'not found': { path: '/vi/khong-co-trang-nay', html: 10 },
};

const SEGMENTS: Record<string, string> = {
  monument: 'di-tich',
  artefact: 'hien-vat',
  intangible: 'phi-vat-the',
  documentary: 'tu-lieu',
  museum: 'bao-tang',
  agent: 'nhan-vat-to-chuc',
  place: 'dia-diem',
};

async function pathOf({ path, find = '' }: { path?: string; find?: string }): Promise<string> {
  if (path !== undefined) return path;
  const { kind, pid } = await site.find(find);
  return `/vi/${SEGMENTS[kind]}/${pid}`;
}

/** The window of a desktop and the narrowest that must not scroll sideways (WCAG 1.4.10), by day and by night. */
const WINDOWS = [1280, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

/** The phone of the budgets (ux.md G9). */
const PHONE = { width: 412, height: 823 };

/** Kilobytes as they travel; fonts are compressed already (ux.md G9). */
const CSS_KB = 14;
const SCRIPT_KB = 12;
const CORE_KB = 6;
const FONTS_KB = 95;

const kilobytes = (bodies: Buffer[]): number =>
  bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1024;

describe.each(Object.entries(PAGES))('%s', (_name, wanted) => {
  test('weighs no more than its budget, is accessible and stays within every window', async () => {
    const { page, problems, foreign } = await openPage(browser, { origin: site.origin, viewport: PHONE });
    const read = await weigh(page, await pathOf(wanted));
    expect(read.document).toHaveLength(1);
    expect(kilobytes(read.document)).toBeLessThanOrEqual(wanted.html);
    expect(kilobytes(read.stylesheet)).toBeLessThanOrEqual(CSS_KB);
    expect(kilobytes(read.script)).toBeLessThanOrEqual(SCRIPT_KB);
    expect(read.script.length).toBeGreaterThan(0);
    expect(read.font.reduce((sum, { length }) => sum + length, 0) / 1024).toBeLessThanOrEqual(FONTS_KB);

    for (const { viewport, colorScheme } of WINDOWS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${viewport.width} ${colorScheme}`;
      expect(await axeFindings(page), where).toEqual([]);
      expect(await sidewaysScroll(page), where).toBe(0);
    }
    expect(await page.locator('h1').count()).toBe(1);
    expect(foreign).toEqual([]);
    expect(problems.filter((problem) => !problem.includes('404 (Not Found)'))).toEqual([]);
    await page.context().close();
  });
});

type Kind = 'document' | 'stylesheet' | 'script' | 'font';

/** Loads a page and gives what came with it, uncompressed. */
async function weigh(page: Page, path: string): Promise<Record<Kind, Buffer[]>> {
  const bodies: Record<Kind, Buffer[]> = { document: [], stylesheet: [], script: [], font: [] };
  const reading: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    // A redirect has no body.
    if (!(kind in bodies) || response.status() === 301) return;
    reading.push(response.body().then((body) => bodies[kind as Kind].push(body)));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(reading);
  return bodies;
}

test('the script of every page stays small', async () => {
  const html = await (await fetch(`${site.origin}/vi`)).text();
  const address = /\/assets\/core[^"]*\.js/.exec(html)?.[0];
  const core = Buffer.from(await (await fetch(site.origin + address)).arrayBuffer());
  expect(kilobytes([core])).toBeLessThanOrEqual(CORE_KB);
});

test('axe finds what is planted', async () => {
  const { page } = await openPage(browser, { origin: site.origin });
  await page.goto('/vi/gioi-thieu');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  expect((await axeFindings(page)).join()).toContain('label');
});
