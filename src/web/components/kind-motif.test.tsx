import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { KINDS } from '#modules/standards/index.ts';
import { KindMotif } from './kind-motif.tsx';

const drawings = new Map(KINDS.map((kind) => [kind, renderToString(<KindMotif kind={kind} />)]));

it('draws every kind differently', () => {
  expect(new Set(drawings.values()).size).toBe(KINDS.length);
});

it.each(KINDS)('draws %s as decoration, from numbers that a browser can read', (kind) => {
  const svg = drawings.get(kind) ?? '';
  expect(svg).toMatch(/^<svg class="motif" viewBox="0 0 120 90" aria-hidden="true" focusable="false">/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    expect(path).toMatch(/^M[\d\s.,MLHVZAQTCSmlhvzaqtcs-]+$/);
  }
});

it.each(KINDS)('stays within its frame: %s', (kind) => {
  const starts = [...(drawings.get(kind) ?? '').matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)];
  expect(starts.length).toBeGreaterThan(1);
  for (const [, x, y] of starts) {
    expect(Number(x)).toBeGreaterThanOrEqual(-13);
    expect(Number(x)).toBeLessThanOrEqual(133);
    expect(Number(y)).toBeGreaterThanOrEqual(0);
    expect(Number(y)).toBeLessThanOrEqual(90);
  }
});

it('draws an unknown kind as a book rather than nothing', () => {
  expect(renderToString(<KindMotif kind="unheard-of" />)).toBe(drawings.get('source'));
});
