import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, sidewaysScroll } from '#tests/support/browser.ts';
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

test('the skip link leads to the content', async () => {
  const { page } = await openPage(browser, { origin: site.origin });
  await page.goto('/vi/tim-kiem');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('text of twice the size still fits a narrow window', async () => {
  const { page } = await openPage(browser, { origin: site.origin, viewport: { width: 640, height: 800 } });
  await page.goto('/vi');
  for (const path of ['/vi', '/vi/tim-kiem?q=tr%E1%BB%91ng']) {
    await page.context().addCookies([{ name: 'hien-thi', value: 'text:200.spacing:wide', url: site.origin }]);
    await page.goto(path);
    expect(await page.getAttribute('html', 'data-text')).toBe('200');
    expect(await sidewaysScroll(page), path).toBe(0);
  }
});
