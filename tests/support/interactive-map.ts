import type { Browser, Page } from 'playwright-core';

/** Without WebGL a browser shows no interactive map. */
export async function hasWebGl(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  const has = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
  await page.close();
  return has;
}

/**
 * From the click until everything is painted. The budget is 4.5 s on a phone (ux.md P2); with WebGL drawn by a shared
 * processor it took 0.7 to 2.1 s, so that this only fails for a map that has become another one.
 */
export async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bản đồ tương tác' }).click();
  await page.locator('[data-map-state=ready]').waitFor({ timeout: 20_000 });
}

/** Whether something was drawn: a plain surface compresses to almost nothing. */
export async function isPainted(page: Page, selector: string): Promise<boolean> {
  const picture = await page.locator(selector).screenshot();
  return picture.length > 8_000;
}
