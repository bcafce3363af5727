import type { Page } from 'playwright-core';

type Part = 'document' | 'stylesheet' | 'script' | 'font';

/** What came with a page as it travelled, in kilobytes, and how far its parts moved while it came. */
export interface Weight extends Record<Part, number> {
  status: number;
  /** Cumulative layout shift, without a unit (web.dev/cls). */
  shift: number;
}

/**
 * Fonts that come after the text has been painted: only then is seen how far it moves when they replace those of the
 * system. On a phone with 1.6 Mbps and 150 ms they come about this much later.
 */
const FONTS_LATER_MS = 250;

/** Opens a page as on a first visit and weighs it. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  const weight: Weight = { document: 0, stylesheet: 0, script: 0, font: 0, status: 0, shift: 0 };
  const sizes: Promise<void>[] = [];
  const add = async (part: Part, size: Promise<{ responseBodySize: number }>) => {
    weight[part] += (await size).responseBodySize / 1024;
  };
  page.on('requestfinished', (request) => {
    const part = request.resourceType();
    if (part in weight) sizes.push(add(part as Part, request.sizes()));
  });
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, FONTS_LATER_MS));
    await route.continue();
  });
  await page.addInitScript(watchShifts);
  const answer = await page.goto(path);
  await page.evaluate(painted);
  await Promise.all(sizes);
  weight.status = answer?.status() ?? 0;
  weight.shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  return weight;
}

/** Until all fonts have come and the text stands in them. */
async function painted(): Promise<void> {
  await document.fonts.ready;
  for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
}

/** Runs in the page before anything of it is painted. */
function watchShifts(): void {
  const seen = globalThis as unknown as { shift: number };
  seen.shift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      seen.shift += entry.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}
