import { describe, expect, test } from 'vitest';
import { visitedSite } from '#tests/support/visited-site.ts';

const visited = visitedSite();

describe('the calendar of festivals', () => {
  test('shows both calendars and marks what is only expected (S07)', async () => {
    const { page, problems, foreign } = await visited.open('/vi/le-hoi/2027/02', {
      viewport: { width: 1280, height: 900 },
    });
    const table = page.getByRole('table', { name: /^Tháng 2 năm 2027/ });
    const cell = (day: number) =>
      table.locator('td', { has: page.locator(`time[datetime="2027-02-${day}"]`) });
    expect(await cell(18).textContent()).toContain('Hội Lim');
    expect(await cell(18).textContent()).toContain('Dự kiến theo âm lịch');
    const tet = table.locator('td', { has: page.locator('time[datetime="2027-02-06"]') });
    expect(await tet.textContent()).toContain('1/1');
    const file = await (await fetch(`${visited.site.origin}/vi/le-hoi.ics`)).text();
    expect(file).toContain('DTSTART;VALUE=DATE:20270218');
    expect([...problems, ...foreign]).toEqual([]);
  });

  test('filters, changes the month and the language without scripts', async () => {
    const { page } = await visited.open('/vi/le-hoi/2027/02', { javaScriptEnabled: false });
    await page.getByLabel('Tỉnh, thành phố').selectOption('24');
    await page.getByRole('button', { name: 'Lọc' }).click();
    expect(page.url()).toContain('/vi/le-hoi/2027/02?place=24');
    expect(await page.locator('main').textContent()).not.toContain('Chùa Hương');
    await page.getByRole('link', { name: /Tháng sau/ }).click();
    expect(page.url()).toContain('/vi/le-hoi/2027/03?place=24');
    await page.getByRole('link', { name: 'English' }).first().click();
    expect(page.url()).toContain('/en/festivals/2027/03?place=24');
    await page.getByRole('link', { name: /Remove filter/ }).click();
    expect(page.url()).toBe(`${visited.site.origin}/en/festivals/2027/03`);
  });

  test('is a list by day on a phone and a table on a wide screen', async () => {
    const { page } = await visited.open('/vi/le-hoi', { viewport: { width: 320, height: 700 } });
    expect(await page.locator('.calendar').first().isVisible()).toBe(false);
    expect(await page.locator('#d-2027-02-06').isVisible()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.locator('.calendar').first().isVisible()).toBe(true);
  });

  test('prints the table and the list, without what only works on a screen', async () => {
    const { page } = await visited.open('/vi/le-hoi/2027/02', { viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.calendar').isVisible()).toBe(true);
    for (const hidden of ['.festival-filters', '.month-nav', '.order', '.site-nav'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  });
});

test('the record of a festival tells its next three dates', async () => {
  const { kind, pid } = await visited.site.find('Hội Lim kind:intangible');
  expect(kind).toBe('intangible');
  const { page } = await visited.open(`/vi/phi-vat-the/${pid}`);
  const dates = page.getByRole('table', { name: 'Những lần tới' });
  expect(await dates.locator('tbody tr').count()).toBe(3);
  expect(await dates.textContent()).toContain('18/2/2027');
});
