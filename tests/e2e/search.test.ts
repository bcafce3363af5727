import { describe, expect, test } from 'vitest';
import { openPage } from '#tests/support/browser.ts';
import { visitedSite } from '#tests/support/visited-site.ts';

const visited = visitedSite();

const open = async (path: string) => {
  const watched = await openPage(visited.browser, { origin: visited.site.origin });
  await watched.page.goto(path);
  return watched;
};

const count = '[data-count]';

describe('results in place', () => {
  test('a removed chip, an order and a page are one step back each', async () => {
    const { page } = await open('/vi/tim-kiem?q=ch%C3%B9a&kind=monument');
    await page.getByRole('link', { name: 'Tên A–Z' }).click();
    await page.waitForURL('**sort=name**');
    await page.getByRole('link', { name: /Bỏ lọc: Loại di sản/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('kind'));
    await page.goBack();
    await page.getByRole('link', { name: /Bỏ lọc: Loại di sản/ }).waitFor();
    expect(await page.getAttribute('#sort-name', 'aria-current')).toBe('true');
    await page.goBack();
    await expect.poll(() => page.getAttribute('#sort-relevance', 'aria-current')).toBe('true');
  });

  test('the language link follows what is shown', async () => {
    const { page } = await open('/vi/tim-kiem');
    await page.getByRole('checkbox', { name: /^Hiện vật/ }).check();
    await page.waitForURL('**kind=artefact**');
    await expect
      .poll(() => page.getByRole('link', { name: 'English' }).getAttribute('href'))
      .toBe('/en/search?kind=artefact');
  });

  test('a long facet is narrowed without tone marks, and the field is no filter', async () => {
    const { page } = await open('/vi/tim-kiem');
    await page.getByRole('searchbox', { name: 'Tìm trong Tỉnh, thành phố' }).fill('da nang');
    const shown = page.locator('#facet-place li:visible');
    await expect.poll(() => shown.count()).toBe(1);
    await shown.getByRole('checkbox').check();
    await page.waitForURL('**place=48**');
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['place']);
  });

  test('a failed fetch ends in a normal load of the same address', async () => {
    const { page } = await open('/vi/tim-kiem');
    await page.route('**/tim-kiem?kind=artefact', async (route) => {
      if (route.request().resourceType() === 'fetch') await route.abort();
      else await route.continue();
    });
    await page.getByRole('checkbox', { name: /^Hiện vật/ }).check();
    await page.getByRole('link', { name: /Bỏ lọc: Loại di sản Hiện vật/ }).waitFor();
  });
});

describe('what a query means', () => {
  test('Telex keystrokes are read and said', async () => {
    const { page } = await open('/vi/tim-kiem?q=troongs+ddoongf');
    expect(await page.textContent('.interpretation')).toContain('trống đồng');
  });

  test('a former province finds records of today and is offered with what it belongs to', async () => {
    const { page } = await open('/vi/tim-kiem?q=Qu%E1%BA%A3ng+Nam');
    const hint = page.locator('.place-hints a').first();
    expect(await hint.textContent()).toBe('Quảng Nam — nay thuộc TP. Đà Nẵng');
    await hint.click();
    await page.waitForURL('**place=former-49**');
    expect(parseInt((await page.textContent(count)) ?? '', 10)).toBeGreaterThan(0);
  });

  test('nothing found: what to drop, with counts', async () => {
    const { page } = await open(
      '/vi/tim-kiem?q=tr%E1%BB%91ng+%C4%91%E1%BB%93ng+ng%E1%BB%8Dc+l%C5%A9&kind=museum',
    );
    expect(await page.textContent('h1')).toContain('Không tìm thấy');
    const ways = await page.$$eval('.empty li', (items) => items.map((item) => item.textContent));
    expect(ways[0]).toMatch(/^Bỏ “Bảo tàng” \d+ kết quả$/);
  });

  test('what is not understood is missing from the canonical address', async () => {
    const { page } = await open('/vi/tim-kiem?kind=artefact&foo=1&kind=nonsense&from=');
    expect(await page.getAttribute('link[rel=canonical]', 'href')).toBe(
      `${visited.site.origin}/vi/tim-kiem?kind=artefact`,
    );
    expect(await page.$('meta[name=robots]')).toBeNull();
  });

  test('far pages stay out of search engines', async () => {
    const { page } = await open('/vi/tim-kiem');
    await page.getByRole('link', { name: 'Sau' }).click();
    await page.waitForURL('**after=**');
    await page.reload();
    expect(await page.getAttribute('meta[name=robots]', 'content')).toBe('noindex, follow');
  });

  test('ten thousand characters get a clear answer', async () => {
    const answer = await fetch(`${visited.site.origin}/vi/tim-kiem?q=${'a'.repeat(10_000)}`, {
      headers: { accept: 'text/html' },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('300');
  });
});
