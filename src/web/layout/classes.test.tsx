import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPage } from './document.tsx';
import { DISPLAY_CHOICES } from './index.ts';
import { aPage } from './page.fixture.ts';

const FOLDER = 'src/web/styles';
const styles = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\//g, '');

const isStyled = (name: string) => new RegExp(`\\.${name}(?![\\w-])`).test(styles);

function classesIn(html: string): string[] {
  const attributes = [...html.matchAll(/ class="([^"]+)"/g)];
  return [...new Set(attributes.flatMap(([, names = '']) => names.split(/\s+/)))].filter(
    (name) => name !== '',
  );
}

describe('the style sheets', () => {
  it('have a rule for every class of the frame of a page', () => {
    const page = renderPage(
      aPage({
        site: { ...aPage().site, operator: null },
        crumbs: [{ label: 'A', href: '/vi' }, { label: 'B' }],
      }),
    );
    const classes = classesIn(page);
    expect(classes).toContain('site-header');
    expect(classes.filter((name) => !isStyled(name))).toEqual([]);
  });

  it('show the skip link when it is reached, and not before', () => {
    expect(styles).toMatch(/\.skip\b/);
    expect(styles).toMatch(/\.skip:focus|&:focus/);
  });

  it('leave nothing on the network: fonts and pictures come from the own server', () => {
    const addresses = [...styles.matchAll(/url\(\s*["']?([^"')]+)/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    // A fragment is a pattern of the page itself.
    const own = /^(\/assets\/|data:|#)/;
    expect(addresses.filter((address) => !own.test(address))).toEqual([]);
  });

  it('name no display choice that a reader cannot make', () => {
    const named = [...styles.matchAll(/\[data-(theme|contrast|text|spacing|motion)="([^"]+)"\]/g)];
    const choices: Record<string, readonly string[]> = DISPLAY_CHOICES;
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(([, name = '', value = '']) => !choices[name]?.includes(value))).toEqual([]);
  });
});
