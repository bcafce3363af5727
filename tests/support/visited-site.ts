import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, openPage, type Watched } from './browser.ts';
import { startSite, type TestSite } from './site.ts';

type PageOptions = Partial<Parameters<typeof openPage>[1]>;

export interface VisitedSite {
  site: TestSite;
  browser: Browser;
  /** A page of its own context, watched from the first request on, with this path open in it. */
  open(path: string, options?: PageOptions): Promise<Watched>;
}

const START_MS = 120_000;

/** The site over the starter data with a browser in front of it, for all tests of a file; there once they run. */
export function visitedSite(options: Parameters<typeof openBrowser>[0] = {}): VisitedSite {
  let started: Pick<VisitedSite, 'site' | 'browser'> | undefined;
  beforeAll(async () => {
    const [site, browser] = await Promise.all([startSite(), openBrowser(options)]);
    started = { site, browser };
  }, START_MS);
  afterAll(async () => {
    await started?.browser.close();
    await started?.site.close();
  });
  const running = () => {
    if (started === undefined) throw new Error('The site runs only while tests do');
    return started;
  };
  return {
    get site() {
      return running().site;
    },
    get browser() {
      return running().browser;
    },
    async open(path, pageOptions = {}) {
      const { site, browser } = running();
      const watched = await openPage(browser, { origin: site.origin, ...pageOptions });
      await watched.page.goto(path);
      return watched;
    },
  };
}
