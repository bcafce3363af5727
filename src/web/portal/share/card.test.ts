import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { CARD, cardSvg } from './card.tsx';
import { cardLetterings } from './picture.ts';

const letterings = cardLetterings((name) => readFileSync(`src/web/fonts/${name}`));

const LONG = 'Quần thể kiến trúc Cố đô Huế và những lăng tẩm, đền đài, cung điện ở hai bờ sông Hương '.repeat(
  4,
);
const card = (title: string) => ({
  above: 'Di tích',
  title,
  below: LONG,
  rights: 'Dữ kiện dùng lại được khi ghi nguồn',
  site: 'Di Sản Số',
  kind: 'monument',
});

/** All y coordinates of the outlines with this fill. */
function heights(svg: string, fill: string): number[] {
  const found: number[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'path' || attributes.fill !== fill) return;
    const numbers = (String(attributes.d).match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    found.push(...numbers.filter((_, index) => index % 2 === 1));
  });
  parser.write(svg).close();
  return found;
}

describe('a card', () => {
  it.each([['Trống đồng Ngọc Lũ'], [LONG], ['A'.repeat(300)], ['<&">'], [']]>&\u0001\ufffe']])(
    'keeps its texts above the foot: %s',
    (title) => {
      const svg = cardSvg(card(title), letterings());
      // Ink of the title, then what stands below it.
      const [ink, meta] = ['#1E1A17', '#4A423B'].map((fill) => heights(svg, fill));
      expect(Math.min(...(ink ?? []))).toBeGreaterThan(80);
      expect(Math.max(...(meta ?? []))).toBeLessThan(CARD.height - 84);
      expect(Math.min(...(meta ?? []))).toBeGreaterThan(Math.max(...(ink ?? [])));
    },
  );
});
