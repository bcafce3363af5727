// Largest contentful paint and layout shift of the first visit by phone, against the budgets of ux.md §1A. The network
// and the processor are those of its G9: 1.6 Mbps × 0.9, 150 ms there and back, a processor four times slower.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '#tests/support/browser.ts';
import { readArguments } from './support/arguments.ts';
import { type Figure, percentile, printFigures } from './support/figures.ts';
import { startProgram } from './support/program.ts';

/** Each page with the time its largest content may take, in seconds. */
const PAGES: { name: string; path?: string; find?: { kind: string; q: string }; seconds: number }[] = [
  { name: 'home', path: '/vi', seconds: 1.8 },
  { name: 'search', path: '/vi/tim-kiem?q=tr%E1%BB%91ng', seconds: 2 },
  { name: 'record', find: { kind: 'artefact', q: 'Trống đồng Ngọc Lũ' }, seconds: 1.8 },
  { name: 'place', path: '/vi/dia-phuong/hue', seconds: 1.8 },
  { name: 'festivals', path: '/vi/le-hoi', seconds: 1.6 },
  { name: 'progress', path: '/vi/tien-do', seconds: 1.5 },
  { name: 'open data', path: '/vi/du-lieu-mo', seconds: 1.5 },
];
const SHIFT = 0.02;
const PHONE = { width: 412, height: 823 };
const VISITS = 5;

interface Vitals {
  /** Seconds. */
  paint: number;
  shift: number;
}

/** Runs in the page, before anything of it is painted. */
function watchVitals(): void {
  const seen = globalThis as unknown as Vitals;
  Object.assign(seen, { paint: 0, shift: 0 });
  const watch = (type: string, take: (entry: PerformanceEntry & { value: number }) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as PerformanceEntry & { value: number });
    }).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.paint = startTime / 1000;
  });
  watch('layout-shift', ({ value }) => {
    seen.shift += value;
  });
}

async function slowDown(session: CDPSession): Promise<void> {
  const bytesPerSecond = (1_600_000 * 0.9) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** A visit with nothing kept from before. */
async function visit(browser: Browser, url: string): Promise<Vitals> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    await page.addInitScript(watchVitals);
    await page.goto(url, { waitUntil: 'networkidle' });
    return await vitalsOf(page);
  } finally {
    await context.close();
  }
}

async function vitalsOf(page: Page): Promise<Vitals> {
  return await page.evaluate(() => {
    const { paint, shift } = globalThis as unknown as Vitals;
    return { paint, shift };
  });
}

/** The server's page cache is filled by a visit that is not counted. */
async function measure(browser: Browser, url: string): Promise<Vitals> {
  await visit(browser, url);
  const visits: Vitals[] = [];
  for (let turn = 0; turn < VISITS; turn += 1) visits.push(await visit(browser, url));
  return {
    paint: percentile(
      visits.map(({ paint }) => paint),
      0.5,
    ),
    shift: Math.max(...visits.map(({ shift }) => shift)),
  };
}

async function pathOf(address: string, { path, find }: (typeof PAGES)[number]): Promise<string> {
  if (path !== undefined) return path;
  const answer = await fetch(`${address}/api/v1/search?${new URLSearchParams({ ...find, limit: '1' })}`);
  const { items } = (await answer.json()) as { items: { pid: string }[] };
  const [first] = items;
  if (first === undefined) throw new Error(`nothing is found for ${JSON.stringify(find)}`);
  // The address that readers come by, without a way round.
  const page = await fetch(`${address}/id/${first.pid}`, { headers: { accept: 'text/html' } });
  return new URL(page.url).pathname;
}

const { json } = readArguments();
const program = await startProgram();
const browser = await openBrowser();
try {
  const figures: Figure[] = [];
  for (const page of PAGES) {
    const { paint, shift } = await measure(browser, program.address + (await pathOf(program.address, page)));
    figures.push(
      {
        name: `${page.name}, largest paint`,
        value: paint,
        unit: 's',
        target: { value: page.seconds, is: 'at most' },
      },
      { name: `${page.name}, layout shift`, value: shift, unit: '', target: { value: SHIFT, is: 'at most' } },
    );
  }
  process.exitCode = printFigures('vitals: first visit by phone', figures, json) ? 0 : 1;
} finally {
  await browser.close();
  await program.stop();
}
