import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, openPage, sidewaysScroll, type Watched } from '#tests/support/browser.ts';
import { type Program, runProgram, startProgram } from '#tests/support/program.ts';

const HEADER = 'Mã hồ sơ,Tên gọi – tiếng Việt,Chất liệu';

/** ux.md S12: 60 new, 30 changed, 8 the same, 2 bad. */
function sheet(): string {
  const rows = Array.from({ length: 98 }, (_, index) => {
    const changed = index < 30 ? ' (đã sửa)' : '';
    return `KK.${index},Hiện vật số ${index}${changed},đồng`;
  });
  return [HEADER, ...rows, 'KK.98,Hiện vật số 98,kim loại không rõ', 'KK.99,Hiện vật số 99,vàng mã lạ'].join(
    '\n',
  );
}

/** The 38 records that are there before. */
function earlier(): string {
  const rows = Array.from({ length: 38 }, (_, index) => `KK.${index},Hiện vật số ${index},đồng`);
  return [HEADER, ...rows].join('\n');
}

let folder: string;
let program: Program;
let browser: Browser;
let origin: string;
let token: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-import-e2e-'));
  await writeFile(join(folder, 'trước.csv'), earlier());
  await writeFile(join(folder, 'bảng kê.csv'), sheet());
  await writeFile(join(folder, 'nháp.csv'), `${HEADER}\nNH.1,Hiện vật nháp,đồng\n`);
  program = await start();
  token = /[\w-]{43}$/m.exec(program.lines.join('\n'))?.[0] ?? '';
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Program> {
  const started = await startProgram(['up', '--port', '0', '--empty', '--data', join(folder, 'data')], {
    DISAN_REQUESTS_PER_MINUTE: '0',
  });
  origin = await started.ready;
  return started;
}

async function signedIn(options: Parameters<typeof openPage>[1] | object = {}): Promise<Watched> {
  const watched = await openPage(browser, { origin, ...options });
  await watched.page.goto('/quan-tri/nhap-du-lieu');
  await watched.page.getByLabel('Mã quản trị').fill(token);
  await watched.page.getByRole('button', { name: 'Đăng nhập' }).click();
  await watched.page.waitForURL('**/quan-tri/nhap-du-lieu');
  return watched;
}

/** Up to the end of the dry run. */
async function dryRun(page: Page, file: string): Promise<string> {
  await page.goto('/quan-tri/nhap-du-lieu/moi');
  await page.getByLabel('Mỗi dòng của tệp là một').selectOption({ value: 'artefact' });
  await page.getByLabel('Tệp', { exact: true }).setInputFiles(join(folder, file));
  await page.getByRole('button', { name: 'Đưa tệp lên' }).click();
  await page.getByRole('button', { name: 'Tiếp tục: mã hồ sơ' }).click();
  await page.getByRole('button', { name: 'Tiếp tục: các cột' }).click();
  await page.getByRole('button', { name: 'Chạy thử' }).click();
  await page.getByText('Đây là những gì sẽ xảy ra').waitFor({ timeout: 60_000 });
  return page.url().replace(/\/chay-thu.*$/, '');
}

async function commit(page: Page, base: string, { skip }: { skip: boolean }): Promise<void> {
  await page.goto(`${base}/ghi`);
  if (skip) await page.getByLabel(/Chỉ nhập các dòng đúng/).check();
  await page.getByRole('button', { name: 'Ghi vào sổ đăng ký' }).click();
  await page.getByText(/Đã tạo \d+ hồ sơ/).waitFor({ timeout: 60_000 });
}

async function counts(page: Page): Promise<string[]> {
  const tally = await page
    .getByRole('navigation', { name: 'Lọc theo kết quả' })
    .getByRole('link')
    .allInnerTexts();
  return tally.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Every record as it is now that was not withdrawn. */
async function records(): Promise<unknown[]> {
  const exported = await runProgram(['export', '--as', 'jsonl', '--data', join(folder, 'data')]);
  const lines = exported.output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => {
    const { pid, kind, state, body } = JSON.parse(line);
    return { pid, kind, state, body };
  });
}

describe('S12: a table is tried, imported and taken back', { timeout: 300_000 }, () => {
  test('as counted: 60 new, 30 changed, 8 the same, 2 bad, and nothing is written before approval', async () => {
    const { page, problems, foreign } = await signedIn();
    await commit(page, await dryRun(page, 'trước.csv'), { skip: false });
    const before = await records();
    expect(before).toHaveLength(38);

    const base = await dryRun(page, 'bảng kê.csv');
    expect(await counts(page)).toEqual([
      '100 Tất cả',
      '60 Tạo mới',
      '30 Cập nhật',
      '8 Không đổi',
      '2 Bị từ chối',
    ]);
    expect(await records()).toEqual(before);
    const errors = await (await page.request.get(`${base}/dong-loi.csv`)).text();
    const [header = '', ...rows] = errors.trim().split(/\r?\n/);
    expect(header.split(',').slice(-2)).toEqual(['Lỗi', 'Gợi ý']);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['KK.98', 'KK.99']);
    await page.goto(`${base}/chay-thu?loc=updated`);
    expect(await page.getByRole('row').nth(1).textContent()).toContain('Hiện vật số 0 (đã sửa)');

    await commit(page, base, { skip: true });
    expect(await records()).toHaveLength(98);

    await page.getByLabel('Lý do hoàn tác').fill('Nhập nhầm bảng');
    await page.getByLabel(/Tôi hiểu/).check();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Lần nhập này đã được hoàn tác').waitFor({ timeout: 60_000 });
    expect(await records()).toEqual(before);
    expect([problems, foreign]).toEqual([[], []]);
  });

  test('every page is sound for readers of all kinds, light and dark, wide and narrow', async () => {
    const { page } = await signedIn();
    const draft = await dryRun(page, 'nháp.csv');
    await commit(page, draft, { skip: false });
    const base = new URL(await dryRun(page, 'bảng kê.csv')).pathname;
    await page.context().close();
    const pages = [
      ...['tep', 'khoa', 'cot', 'chay-thu', 'thuat-ngu', 'ghi'].map((name) => `${base}/${name}`),
      `${new URL(draft).pathname}/ket-qua`,
      '/quan-tri/dang-nhap',
    ];
    const found: string[] = [];
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      const watched = await signedIn({ viewport: { width, height: 800 }, colorScheme });
      for (const address of ['/quan-tri/nhap-du-lieu', '/quan-tri/nhap-du-lieu/moi', ...pages]) {
        await watched.page.goto(address);
        expect(new URL(watched.page.url()).pathname).toBe(address);
        for (const finding of await axeFindings(watched.page)) found.push(`${width} ${address} ${finding}`);
        const aside = await sidewaysScroll(watched.page);
        if (aside > 0) found.push(`${width} ${address} scrolls sideways by ${aside}`);
      }
      await watched.page.context().close();
    }
    expect(found).toEqual([]);
  });

  test('works without scripts, and from the keyboard alone', async () => {
    const { page } = await signedIn({ javaScriptEnabled: false });
    const base = await dryRun(page, 'bảng kê.csv');
    await page.goto(`${base}/khoa`);
    const submit = page.getByRole('button', { name: 'Tiếp tục: các cột' });
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (await submit.evaluate((button) => button === button.ownerDocument.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cot');
    await page.context().close();
  });

  test('a program that is killed in the middle goes on at the next start', async () => {
    const before = (await records()).length;
    const { page } = await signedIn();
    const base = new URL(await dryRun(page, 'bảng kê.csv')).pathname;
    await page.goto(`${base}/ghi`);
    await page.getByLabel(/Chỉ nhập các dòng đúng/).check();
    await page.getByRole('button', { name: 'Ghi vào sổ đăng ký' }).click();
    await page.waitForURL('**/ket-qua');
    program.child.kill('SIGKILL');
    await page.context().close();
    program = await start();
    const again = await signedIn();
    await again.page.goto(`${base}/ket-qua`);
    await again.page.getByText(/Đã tạo 60 hồ sơ và cập nhật 30/).waitFor({ timeout: 60_000 });
    expect(await records()).toHaveLength(before + 60);
  });
});
