import type { Page } from 'playwright-core';
import { axeFindings, COLOUR_RULES, sidewaysScroll } from './browser.ts';

type Window = readonly [width: number, colours: 'light' | 'dark'];

/** The window of a desktop and the narrowest that must not scroll sideways (WCAG 1.4.10), by day and by night. */
const WINDOWS: readonly Window[] = [
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
  [320, 'light'],
];

/** For a page that was checked in every window with other words. */
export const NARROW: readonly Window[] = [[320, 'light']];

/**
 * What is wrong with the page that is open, in any window: for readers with a machine, and for narrow screens. By night
 * only the colours are other ones than by day.
 */
export async function windowFindings(page: Page, windows = WINDOWS): Promise<string[]> {
  const found: string[] = [];
  for (const [width, colorScheme] of windows) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const findings = await axeFindings(page, colorScheme === 'dark' ? COLOUR_RULES : undefined);
    for (const finding of findings) found.push(`${width} ${colorScheme}: ${finding}`);
    const aside = await sidewaysScroll(page);
    if (aside > 0) found.push(`${width} ${colorScheme}: scrolls sideways by ${aside} px`);
  }
  return found;
}

/** What a page's document says of itself (ux.md G1, G3, G4, G8). */
export interface Told {
  lang: string | null;
  headings: number;
  /** Text of the first element that the Tab key reaches. */
  first: string;
  canonical: string | null;
  /** Path of the page by language. */
  languages: Record<string, string>;
  picture: string | null;
  /** Types of the structured data. */
  statements: string[];
  /** Identifiers that links of the page lead to and nothing has. */
  dangling: string[];
}

export async function toldBy(page: Page): Promise<Told> {
  return await page.evaluate(() => {
    const attribute = (selector: string, name: string) =>
      document.querySelector(selector)?.getAttribute(name) ?? null;
    const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
    const alternates = all<HTMLLinkElement>('link[rel=alternate][hreflang]');
    const pathOf = (href: string) => new URL(href).pathname + new URL(href).search;
    return {
      lang: attribute('html', 'lang'),
      headings: all('h1').length,
      first: document.querySelector('a[href], button, input, select, summary')?.textContent?.trim() ?? '',
      canonical: attribute('link[rel=canonical]', 'href'),
      languages: Object.fromEntries(alternates.map(({ hreflang, href }) => [hreflang, pathOf(href)])),
      picture: attribute('meta[property="og:image"]', 'content'),
      statements: all('script[type="application/ld+json"]').flatMap((script) =>
        [JSON.parse(script.textContent ?? '')['@type']].flat(),
      ),
      dangling: all('a[href^="#"]')
        .map((link) => decodeURIComponent(link.getAttribute('href') ?? '').slice(1))
        .filter((id) => id !== '' && document.getElementById(id) === null),
    };
  });
}

/** Addresses of this site that links of the page lead to, without what stands behind `#`. */
export async function linksOf(page: Page): Promise<string[]> {
  const found = await page.$$eval('a[href], link[rel=alternate][type]', (links) =>
    links
      .map((link) => new URL(link.getAttribute('href') ?? '', location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search),
  );
  return [...new Set(found)];
}
