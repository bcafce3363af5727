import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DrumFace } from './drum-face.tsx';
import { Band, Rings, Star } from './motif.tsx';

type Point = [x: number, y: number];

const distances = (points: readonly Point[], centre: number): number[] =>
  points.map(([x, y]) => Math.hypot(x - centre, y - centre));
const numbers = (text: string): number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
const pairs = (values: readonly number[]): Point[] =>
  values.flatMap((value, i) => (i % 2 === 0 ? [[value, values[i + 1] ?? Number.NaN] as Point] : []));
const attributes = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

/** The face of the Ngọc Lũ drum: 14 rays, whose valleys lie at 0.38 of their length. */
function expectStarOfFourteenRays(
  points: readonly Point[],
  { radius, centre }: { radius: number; centre: number },
) {
  expect(points).toHaveLength(28);
  distances(points, centre).forEach((distance, i) => {
    expect(distance).toBeCloseTo(i % 2 === 0 ? radius : radius * 0.38, 0);
  });
  const angles = points.map(([x, y]) => Math.atan2(y - centre, x - centre));
  const [first = 0] = angles;
  expect(first).toBeCloseTo(-Math.PI / 2, 2);
  angles.forEach((angle, i) => {
    const turned = (angle - first + 4 * Math.PI) % (2 * Math.PI);
    expect(turned).toBeCloseTo((i * Math.PI) / 14, 1);
  });
}

describe('the star', () => {
  it('has the fourteen rays of the drum and points upwards', () => {
    const svg = renderToString(<Star />);
    expectStarOfFourteenRays(pairs(numbers(attributes(svg, 'points')[0] ?? '')), { radius: 46, centre: 50 });
  });
});

describe('the rings', () => {
  it('lie one within the other inside their frame', () => {
    const radii = attributes(renderToString(<Rings />), 'r').map(Number);
    expect(radii).toEqual([...new Set(radii)].sort((a, b) => b - a));
    expect(radii).toHaveLength(6);
    expect(Math.max(...radii)).toBeLessThanOrEqual(50);
  });
});

describe('the band', () => {
  it('repeats one pattern of twelve units that it defines itself', () => {
    const svg = renderToString(<Band />);
    expect(svg).toContain('<pattern id="tangents" width="12" height="12"');
    expect(svg).toContain('fill="url(#tangents)"');
  });
});

describe('the face of the drum', () => {
  const svg = renderToString(<DrumFace />);

  it('has the same star in its middle', () => {
    const [path = ''] = attributes(svg, 'd');
    expectStarOfFourteenRays(pairs(numbers(path)), { radius: 36, centre: 100 });
  });

  it('divides each ring into a whole number of marks, so that no seam shows', () => {
    const dashed = [...svg.matchAll(/ r="([\d.]+)"[^>]*stroke-dasharray="([\d.]+) ([\d.]+)"/g)];
    const counts = dashed.map(([, radius, dash, gap]) => {
      return (2 * Math.PI * Number(radius)) / (Number(dash) + Number(gap));
    });
    expect(counts.map(Math.round)).toEqual([120, 84, 72, 40, 36]);
    for (const count of counts) expect(Math.abs(count - Math.round(count))).toBeLessThan(0.1);
  });

  it('draws nothing beyond its frame', () => {
    const radii = attributes(svg, 'r').map(Number);
    expect(Math.max(...radii)).toBeLessThanOrEqual(100);
  });
});

describe('ornaments', () => {
  it.each([
    ['star', <Star key="star" />],
    ['rings', <Rings key="rings" />],
    ['band', <Band key="band" />],
    ['drum face', <DrumFace key="face" />],
  ])('%s: mean nothing and are not read aloud', (_, ornament) => {
    const svg = renderToString(ornament);
    expect(svg).toMatch(/^<svg [^>]*aria-hidden="true" focusable="false">/);
    expect(svg).not.toMatch(/NaN|undefined|<title|<text/);
    // They take the colour of the text, so that every theme has them right.
    expect(
      attributes(svg, 'fill').filter((fill) => !/^(none|currentColor|url\(#tangents\))$/.test(fill)),
    ).toEqual([]);
  });
});
