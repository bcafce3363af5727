import { describe, expect, test } from 'vitest';
import { openPage } from '#tests/support/browser.ts';
import { visitedSite } from '#tests/support/visited-site.ts';

/** A page of the whole register on a busy machine. */
const SOON = { timeout: 10_000 };

const visited = visitedSite();

const open = async (path: string, options: Partial<Parameters<typeof openPage>[1]> = {}) => {
  const watched = await openPage(visited.browser, {
    origin: visited.site.origin,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await watched.page.goto(path);
  return watched;
};

describe.each([true, false])('the view of time, scripts: %s', (javaScriptEnabled) => {
  test('narrows by the table, by two years and back', async () => {
    const { page, problems } = await open('/vi/tim-kiem?kind=artefact', { javaScriptEnabled });
    await page.getByRole('link', { name: 'Thời gian', exact: true }).click();
    await page.waitForURL('**view=timeline');
    const row = page.getByRole('row', { name: /^Thế kỷ XV [^T]/ });
    const possible = await row.locator('td').last().textContent();
    await row.getByRole('link').click();
    await page.waitForURL('**from=1401&to=1500**');
    await expect.poll(() => page.locator('[data-count]').textContent(), SOON).toBe(`${possible} kết quả`);
    expect(await page.getByLabel('Từ năm').last().inputValue()).toBe('1401');

    const years = page.locator('.timeline-years');
    await years.getByLabel('Từ năm').fill('-199');
    await years.getByLabel('Đến năm').fill('100');
    await years.getByRole('button').click();
    await page.waitForURL('**from=-199&to=100**');
    await expect.poll(() => page.locator('.timeline-table').textContent(), SOON).toContain('Thế kỷ I TCN');
    await page.getByRole('link', { name: 'Xem toàn bộ thời gian' }).click();
    await page.waitForURL((url) => !url.search.includes('from'));
    await expect.poll(() => page.locator('.timeline-table').textContent(), SOON).toContain('Thế kỷ XV');
    expect(problems).toEqual([]);
  });
});

test('a bar of the drawing leads where its row leads', async () => {
  const { page } = await open('/vi/tim-kiem?view=timeline&kind=artefact');
  const href = await page
    .getByRole('row', { name: /^Thế kỷ XIX [^T]/ })
    .getByRole('link')
    .getAttribute('href');
  await page.locator(`.timeline svg a[href="${href}"] .reach`).click();
  await page.waitForURL('**from=1801&to=1900**');
});
