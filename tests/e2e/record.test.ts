import { expect, test } from 'vitest';
import { openPage, sidewaysScroll } from '#tests/support/browser.ts';
import { visitedSite } from '#tests/support/visited-site.ts';

const visited = visitedSite();

test('the skip link leads to the content', async () => {
  const { page } = await openPage(visited.browser, { origin: visited.site.origin });
  await page.goto('/vi/tim-kiem');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('text of twice the size still fits a narrow window', async () => {
  const { page } = await openPage(visited.browser, {
    origin: visited.site.origin,
    viewport: { width: 640, height: 800 },
  });
  await page.goto('/vi');
  for (const path of ['/vi', '/vi/tim-kiem?q=tr%E1%BB%91ng']) {
    await page
      .context()
      .addCookies([{ name: 'hien-thi', value: 'text:200.spacing:wide', url: visited.site.origin }]);
    await page.goto(path);
    expect(await page.getAttribute('html', 'data-text')).toBe('200');
    expect(await sidewaysScroll(page), path).toBe(0);
  }
});
