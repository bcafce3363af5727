import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

interface Stop {
  tag: string;
  text: string;
  ring: boolean;
  inView: boolean;
}

/** The element that has the focus: whether a reader sees that it has, and sees it at all. */
async function focused(page: Page): Promise<Stop> {
  return await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      text: (element.textContent ?? '').trim().slice(0, 40),
      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
  });
}

async function tabStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.tag === 'BODY') break;
    stops.push(stop);
  }
  return stops;
}

test('S04: a record by keyboard alone, at 320 px, light and dark', async () => {
  const { pid } = await site.find('Quần thể kiến trúc Cố đô Huế kind:monument');
  const { page, problems, foreign } = await openPage(browser, {
    origin: site.origin,
    viewport: { width: 320, height: 640 },
  });
  await page.goto(`/vi/di-tich/${pid}`);
  const stops = await tabStops(page);
  expect(stops[0]).toMatchObject({ text: 'Đến nội dung chính', inView: true, ring: true });
  expect(stops.length).toBeGreaterThan(15);
  expect(stops.filter(({ ring, inView }) => !(ring && inView))).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page), colorScheme).toEqual([]);
  }
  expect([problems, foreign]).toEqual([[], []]);
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
