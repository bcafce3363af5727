import type { Browser } from 'playwright-core';
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

const WINDOWS = [1280, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

describe.each([
  ['places', '/vi/dia-phuong?q=quang%20nam'],
  ['a province', '/vi/dia-phuong/da-nang'],
  ['a special zone without a record', '/vi/dia-phuong/da-nang/hoang-sa'],
  ['a former province', '/en/places/former/quang-nam'],
  ['topics', '/vi/chu-de'],
  ['a list of terms', '/en/topics/ethnic-groups'],
  ['a term', '/vi/chu-de/thoi-ky/nha-nguyen'],
  ['collections', '/vi/suu-tap'],
])('the page of %s', (_name, path) => {
  test('is accessible by day and night, wide and narrow, within every window', async () => {
    const { page, foreign, problems } = await openPage(browser, {
      origin: site.origin,
    });
    await page.goto(path);
    for (const { viewport, colorScheme } of WINDOWS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${viewport.width} ${colorScheme}`;
      expect(await axeFindings(page), where).toEqual([]);
      expect(await sidewaysScroll(page), where).toBe(0);
    }
    expect([foreign, problems]).toEqual([[], []]);
    await page.context().close();
  });
});

test('a reader without scripts goes from an old name to its place of today, a commune and its results', async () => {
  const { page } = await openPage(browser, { origin: site.origin, javaScriptEnabled: false });
  await page.goto('/vi/dia-phuong');
  await page.getByLabel('Tìm địa phương').fill('thua thien hue');
  await page.getByLabel('Tìm địa phương').press('Enter');
  await page.locator('#found + ul').getByRole('link').first().click();
  expect(await page.locator('h1').textContent()).toContain('Thừa Thiên Huế — nay là TP. Huế');
  await page.getByRole('main').getByRole('link', { name: 'Huế', exact: true }).first().click();
  await page.waitForURL('**/vi/dia-phuong/hue');
  expect(await page.locator('.national-map .map-here').count()).toBe(1);
  expect(await page.locator('.national-map').textContent()).toContain('Hoàng Sa');
  const count = await page.locator('.record-counts .count').first().textContent();
  await page.locator('.record-counts a').first().click();
  await page.waitForURL('**/tim-kiem?place=46&kind=*');
  expect(await page.locator('[data-count]').textContent()).toContain(count?.trim());
});
