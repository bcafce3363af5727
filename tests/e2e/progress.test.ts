import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { openBrowser, openPage } from '#tests/support/browser.ts';
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

describe('S15: the dashboard reconciles', () => {
  test('the cell Huế × T2a opens lists and a file of exactly its items', async () => {
    const { page, problems } = await openPage(browser, { origin: site.origin });
    await page.goto('/vi/tien-do');
    const cell = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Huế', exact: true }) });
    const link = cell.locator('a[href*="/t2a?"]');
    const [, digitised, listed] = /\((\d+)\/(\d+)\)/.exec((await link.textContent()) ?? '') ?? [];
    expect(Number(listed)).toBeGreaterThan(0);

    await link.click();
    expect(await page.locator('h1').textContent()).toContain('Bảo vật quốc gia');
    const named = (id: string) => page.locator(`#${id} tbody tr`).count();
    expect(await named('done')).toBe(Number(digitised));
    expect((await named('done')) + (await named('missing'))).toBe(Number(listed));
    const names = await page.locator('.items tbody a').allTextContents();

    const file = await page.locator('a[download]').getAttribute('href');
    const csv = readCsv(await (await fetch(site.origin + file)).text(), { unguard: true });
    if (csv.kind !== 'table') throw new Error(JSON.stringify(csv));
    const column = csv.header.indexOf('ten');
    expect(csv.rows.map(({ cells }) => cells[column]).toSorted()).toEqual(names.toSorted());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a target without a denominator reads so, and shows no share', async () => {
    const { page } = await openPage(browser, { origin: site.origin });
    await page.goto('/vi/tien-do');
    const row = page.locator('tr', { has: page.locator('a[href$="/muc-tieu/t4"]') });
    expect(await row.textContent()).toContain('Chưa chốt danh mục');
    expect(await row.textContent()).not.toContain('%');
    await page.context().close();
  });
});
