import { expect } from 'vitest';

/** The texts of all elements of that name, without their markup. */
export function texts(html: string, element: string): string[] {
  const pattern = new RegExp(`<${element}(?: [^>]*)?>([\\s\\S]*?)</${element}>`, 'g');
  return [...html.matchAll(pattern)].map(([, inner = '']) => plain(inner));
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The schema.org statements of a page. */
export function structuredData(html: string): Record<string, unknown>[] {
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  return scripts.map(([, json = '']) => JSON.parse(json));
}

/** Where the links of a page lead. */
export function links(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

/** What must hold of every page (ux.md §1): one h1, headings in order, no inline code, unique ids, live anchors. */
export function expectSoundPage(html: string, lang: 'vi' | 'en'): void {
  expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}"`));
  expect(texts(html, 'h1')).toHaveLength(1);
  expectHeadingOrder(html);
  expect(html).not.toMatch(/ style="| on[a-z]+="|<style|javascript:/);
  for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
    expect(tag).toMatch(/type="application\/ld\+json"|type="module" src="\/assets\//);
  }
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  for (const href of links(html).filter((address) => address.startsWith('#')))
    expect(ids).toContain(href.slice(1));
  expect(html).not.toMatch(/undefined|\[object |NaN|Invalid Date/);
}

/** No level is skipped on the way down. */
function expectHeadingOrder(html: string): void {
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  for (const [index, level] of levels.entries()) {
    expect(level, `heading ${index + 1} of ${levels.join(' ')}`).toBeLessThanOrEqual(
      (levels[index - 1] ?? 0) + 1,
    );
  }
}
