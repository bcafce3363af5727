import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLettering } from './index.ts';

const file = (name: string) => readFileSync(`src/web/fonts/${name}-600-normal.woff2`);
const serif = createLettering([file('source-serif-4-latin'), file('source-serif-4-vietnamese')]);

/** All coordinates of a path. */
const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('lettering', () => {
  it('sets every Vietnamese letter from one subset or the other', () => {
    const letters = 'ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđĐƠƯ₫';
    for (const letter of letters) {
      expect([letter, serif.width(letter, 100)]).toEqual([letter, expect.closeTo(55, -2)]);
      expect(serif.outline(letter, { x: 0, y: 0, size: 100 })).toMatch(/^M/);
    }
  });

  it('is as wide as its runs together, in proportion to its size, however the text is composed', () => {
    const width = serif.width('Trống đồng Ngọc Lũ', 40);
    expect(width).toBeGreaterThan(300);
    expect(width).toBeLessThan(400);
    expect(serif.width('Trống đồng Ngọc Lũ', 80)).toBeCloseTo(2 * width);
    expect(serif.width('Trống đồng Ngọc Lũ'.normalize('NFD'), 40)).toBeCloseTo(width);
  });

  it('stands on its baseline at its place, upright', () => {
    const path = numbers(serif.outline('H', { x: 200, y: 500, size: 100 }));
    const xs = path.filter((_, index) => index % 2 === 0);
    const ys = path.filter((_, index) => index % 2 === 1);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...xs)).toBeLessThan(290);
    expect(Math.max(...ys)).toBeCloseTo(500);
    expect(Math.min(...ys)).toBeLessThan(445);
  });

  it('leaves out what no font has', () => {
    expect(serif.outline('𡨸', { x: 0, y: 0, size: 10 })).toBe('');
    expect(serif.width('a𡨸', 10)).toBe(serif.width('a', 10));
  });
});

describe('lines', () => {
  it('break at spaces and end in an ellipsis where there is more', () => {
    const box = { width: 300, size: 40, lines: 2 };
    expect(serif.wrap('Trống đồng', box)).toEqual(['Trống đồng']);
    const lines = serif.wrap('Quần thể kiến trúc Cố đô Huế và những lăng tẩm ở hai bờ sông Hương', box);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('Quần thể kiến');
    expect(lines[1]).toMatch(/^trúc .*…$/);
    expect(serif.wrap('', box)).toEqual([]);
  });

  it('are never wider than the box or more than it holds', () => {
    const words = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (text, lines) => {
        const set = serif.wrap(text.join(' '), { width: 200, size: 30, lines });
        expect(set.length).toBeLessThanOrEqual(lines);
        // One letter with the ellipsis is the least that can be shown.
        for (const line of set) expect(serif.width(line, 30)).toBeLessThanOrEqual(200);
      }),
      { numRuns: 50 },
    );
  });
});
