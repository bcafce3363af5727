import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visitedSite } from '#tests/support/visited-site.ts';

const visited = visitedSite();

describe('the home page', () => {
  test('tells the day in both calendars and the festivals that come', async () => {
    const { page } = await visited.open('/vi');
    const strip = await page.textContent('.today');
    expect(strip).toContain('Thứ Hai, 1 tháng 2, 2027');
    expect(strip).toContain('25 tháng Chạp năm Bính Ngọ');
    expect(strip).toContain('Tết Nguyên Đán');
  });

  test('every example and door leads to results', async () => {
    const { page } = await visited.open('/vi');
    const links = await page.$$eval('.hero-examples a, .doors a', (found) =>
      found.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(links).toHaveLength(10);
    for (const link of links) {
      const html = await (await fetch(visited.site.origin + link)).text();
      expect(html, link).toMatch(/data-count[^>]*>[1-9]/);
    }
  });

  test('the map has a twin: the same provinces and counts, and both archipelagos', async () => {
    const { page } = await visited.open('/vi');
    const drawn = await page.$$eval('.national-map a', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    const listed = await page.$$eval('.place-list a', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(drawn.toSorted()).toEqual(listed.toSorted());
    expect(listed).toHaveLength(34);
    const islands = await page.$$eval('.archipelagos li', (items) => items.map((item) => item.textContent));
    expect(islands).toEqual(['Quần đảo Hoàng Sa (TP. Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)']);
  });

  test('claims no government publisher while no operator is named', async () => {
    const { page } = await visited.open('/vi');
    const statements = await page.$$eval('script[type="application/ld+json"]', (found) =>
      found.map((script) => script.textContent ?? ''),
    );
    expect(statements.join()).toContain('"SearchAction"');
    expect(statements.join()).not.toContain('GovernmentOrganization');
  });

  test('its one-key shortcut can be switched off and stays so', async () => {
    const { page } = await visited.open('/vi');
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.getByRole('button', { name: 'Tắt phím tắt “/”' }).click();
    await page.keyboard.press('/');
    expect(await focused()).not.toBe('home-q');
    await page.reload();
    await page.getByRole('button', { name: 'Bật phím tắt “/”' }).click();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await focused()).toBe('home-q');
  });
});

describe('the language of the first page', () => {
  test('is the one chosen last, without a word to anybody else', async () => {
    const { page } = await visited.open('/', { locale: 'en-GB' });
    expect(page.url()).toBe(`${visited.site.origin}/en`);
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await page.waitForURL('**/vi');
    await page.goto('/');
    expect(page.url()).toBe(`${visited.site.origin}/vi`);
    await page.goto('/search?q=hue');
    expect(page.url()).toBe(`${visited.site.origin}/vi/tim-kiem?q=hue`);
  });
});

describe('suggestions', () => {
  const field = '#home-q';
  const expanded = (page: Page) => page.getAttribute(field, 'aria-expanded');

  test('are offered while typing, chosen by arrow keys and closed by Escape', async () => {
    const { page, problems } = await visited.open('/vi');
    await page.locator(field).pressSequentially('trong dong');
    await page.getByRole('option').first().waitFor();
    expect(await expanded(page)).toBe('true');
    expect(await page.getByRole('group').count()).toBeGreaterThan(0);
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d+ gợi ý/);

    await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute(field, 'aria-activedescendant');
    expect(await page.getAttribute(`#${active}`, 'aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await expanded(page)).toBe('false');
    expect(await page.inputValue(field)).toBe('trong dong');

    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const href = await page.getByRole('option').first().getAttribute('href');
    await page.keyboard.press('Enter');
    // The record's full address has its name behind the identifier.
    await page.waitForURL(`**${href}/**`);
    expect(problems).toEqual([]);
  });

  test('Enter without a choice searches for the words', async () => {
    const { page } = await visited.open('/vi');
    await page.locator(field).pressSequentially('trong dong');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tim-kiem?q=trong+dong');
  });

  test('wait until an input method has finished a syllable', async () => {
    const { page, requests } = await visited.open('/vi');
    await page.locator(field).focus();
    const ime = await page.context().newCDPSession(page);
    const asked = () => requests.filter((url) => url.includes('/suggest')).length;
    for (const text of ['t', 'tr', 'trô', 'trôn', 'trống'])
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.waitForTimeout(400);
    expect(asked()).toBe(0);
    await ime.send('Input.insertText', { text: 'trống' });
    await expect.poll(asked).toBe(1);
    expect(await page.inputValue(field)).toBe('trống');
  });

  test('a server that does not answer leaves a working form', async () => {
    const { page } = await visited.open('/vi');
    await page.route('**/suggest**', (route) => route.abort());
    await page.locator(field).pressSequentially('hue');
    await page.waitForTimeout(300);
    expect(await expanded(page)).toBe('false');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tim-kiem?q=hue');
  });
});
