import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, openPage } from '#tests/support/browser.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';
import { linksOf, NARROW, type Told, toldBy, windowFindings } from '#tests/support/sound-page.ts';
import { weigh } from '#tests/support/weight.ts';
import { KIND_SEGMENTS } from '#web/layout/index.ts';
import { PAGES, type PageSort } from './pages.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  await site.release();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function pathOf({ path, find, under, as = 'record' }: PageSort): Promise<string> {
  if (path !== undefined) return path;
  if (under !== undefined) return await firstBelow(under);
  const { kind, pid } = await site.find(find ?? '');
  if (as === 'withdrawn') await withdraw(pid);
  return as === 'versions' ? `/vi/phien-ban/${pid}` : `/vi/${KIND_SEGMENTS[kind]?.vi}/${pid}`;
}

async function firstBelow(address: string): Promise<string> {
  const html = await (await fetch(site.origin + address)).text();
  const found = new RegExp(`href="(${address}/[^"]+)"`).exec(html)?.[1];
  if (found === undefined) throw new Error(`${address} leads to nothing below it`);
  return found;
}

async function withdraw(pid: string): Promise<void> {
  const answer = await fetch(`${site.origin}/api/v1/records/${pid}/withdraw`, {
    method: 'POST',
    headers: { authorization: `Bearer ${site.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'Ghi trùng' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The phone of the budgets (ux.md G9). */
const PHONE = { width: 412, height: 823 };

/** Kilobytes as they travel; fonts are compressed already (ux.md G9). */
const CSS_KB = 14;
const SCRIPT_KB = 12;
const CORE_KB = 6;
const FONTS_KB = 95;
/** ux.md G9; without a unit. */
const SHIFT = 0.02;

const SKIP = { vi: 'Đến nội dung chính', en: 'Skip to main content' };
type Lang = keyof typeof SKIP;

/** Opens a page as on a first visit by phone; gives what it says of itself. */
async function firstVisit(path: string, { html, status = 200, shift = SHIFT }: PageSort) {
  const watched = await openPage(browser, { origin: site.origin, viewport: PHONE });
  const weight = await weigh(watched.page, path);
  expect(weight.status).toBe(status);
  expect(weight.document).toBeLessThanOrEqual(html);
  expect(weight.stylesheet).toBeLessThanOrEqual(CSS_KB);
  expect(weight.script).toBeLessThanOrEqual(SCRIPT_KB);
  expect(weight.script).toBeGreaterThan(0);
  expect(weight.font).toBeLessThanOrEqual(FONTS_KB);
  expect(weight.shift).toBeLessThanOrEqual(shift);
  return { ...watched, told: await toldBy(watched.page) };
}

function expectSound(told: Told, lang: Lang): void {
  expect(told).toMatchObject({ lang, headings: 1, first: SKIP[lang], dangling: [] });
}

/** What only pages say that have an address of their own (ux.md G1, G3, G8). */
function expectFindable(told: Told, lang: Lang): void {
  const { vi = '', en = '', ...others } = told.languages;
  expect([vi, en].filter((path) => !path.startsWith('/'))).toEqual([]);
  expect(others).toEqual({ 'x-default': vi });
  expect(told.canonical).toBe(site.origin + told.languages[lang]);
  expect(told.picture).toMatch(new RegExp(`^${site.origin}/share/${lang}`));
  expect(told.statements.length).toBeGreaterThan(0);
}

/** Addresses that were asked already: what many pages lead to is asked once. */
const answered = new Map<string, number>();
const LINKS_OF_A_PAGE = 200;
/** Of links to one page that differ only in the values of their query, as those of facets. */
const LINKS_OF_A_SHAPE = 4;

/** What was not asked yet, and not the same thing over and over. */
function worthAsking(links: string[]): string[] {
  const byShape = Object.groupBy(links, (link) => {
    const { pathname, searchParams } = new URL(link, site.origin);
    return [pathname, ...searchParams.keys()].join(' ');
  });
  return Object.values(byShape)
    .flatMap((alike = []) => alike.slice(0, LINKS_OF_A_SHAPE))
    .filter((link) => !answered.has(link))
    .slice(0, LINKS_OF_A_PAGE);
}

async function brokenLinks(links: string[]): Promise<string[]> {
  for (const link of worthAsking(links)) {
    const answer = await fetch(site.origin + link, { redirect: 'manual', headers: { accept: 'text/html' } });
    await answer.body?.cancel();
    answered.set(link, answer.status);
  }
  const good = [undefined, 200, 301, 302, 303];
  return links
    .filter((link) => !good.includes(answered.get(link)))
    .map((link) => `${answered.get(link)} ${link}`);
}

/** The browser's own word for a page that is not there. */
const isExpected = (problem: string): boolean => /status of 4(04|10) /.test(problem);

/** Two languages and all windows of a page take some seconds, on a busy machine several times as many. */
const PATIENCE_MS = 90_000;

describe.each(Object.entries(PAGES))('%s', { timeout: PATIENCE_MS }, (_name, sort) => {
  test('is light, steady, accessible, within every window and leads somewhere, in both languages', async () => {
    const path = await pathOf(sort);
    const lang: Lang = path.startsWith('/en') ? 'en' : 'vi';
    const { page, problems, foreign, told } = await firstVisit(path, sort);
    expectSound(told, lang);
    // What is not there is named by its own page only, in either language.
    const own = sort.status === undefined ? [] : [path, path.replace(/^\/vi/, '/en')];
    const links = (await linksOf(page)).filter((link) => !own.includes(link));
    expect(await brokenLinks(links)).toEqual([]);
    expect(await windowFindings(page)).toEqual([]);
    expect(foreign).toEqual([]);
    expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
    await page.context().close();
    if (told.canonical === null) return;
    expectFindable(told, lang);
    await inTheOther(lang, { told, sort });
  });
});

/** The same page in the other language, where its words are longer or shorter. */
async function inTheOther(lang: Lang, { told, sort }: { told: Told; sort: PageSort }): Promise<void> {
  const other = lang === 'vi' ? 'en' : 'vi';
  const twin = await firstVisit(told.languages[other] ?? '', sort);
  expectSound(twin.told, other);
  expectFindable(twin.told, other);
  expect(twin.told.languages).toEqual(told.languages);
  expect(await windowFindings(twin.page, NARROW)).toEqual([]);
  expect([...twin.foreign, ...twin.problems]).toEqual([]);
  await twin.page.context().close();
}

test('the script of every page stays small', async () => {
  const { page } = await openPage(browser, { origin: site.origin });
  const core = page.waitForEvent('requestfinished', (request) => /\/core[^/]*\.js$/.test(request.url()));
  await page.goto('/vi/gioi-thieu');
  const { responseBodySize } = await (await core).sizes();
  expect(responseBodySize / 1024).toBeLessThanOrEqual(CORE_KB);
});

test('axe finds what is planted', async () => {
  const { page } = await openPage(browser, { origin: site.origin });
  await page.goto('/vi/gioi-thieu');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  expect((await axeFindings(page)).join()).toContain('label');
});
