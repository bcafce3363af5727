import type { Page } from 'playwright-core';

interface Stop {
  tag: string;
  text: string;
  /** Whether a reader sees that it has the focus, and sees it at all. */
  ring: boolean;
  inView: boolean;
}

/** Everything that the Tab key reaches on a page, in its order; at most 200. */
export async function tabStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.tag === 'BODY') break;
    stops.push(stop);
  }
  return stops;
}

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
