import { expect, test } from 'vitest';
import { openPage } from '#tests/support/browser.ts';
import { visitedSite } from '#tests/support/visited-site.ts';

const visited = visitedSite();

test('a reader without scripts goes from an old name to its place of today, a commune and its results', async () => {
  const { page } = await openPage(visited.browser, { origin: visited.site.origin, javaScriptEnabled: false });
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
