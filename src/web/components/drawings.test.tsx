import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { checkTerritory } from '#formats/geo/index.ts';
import { DrumFace } from './drum-face.tsx';
import { KindMotif } from './kind-motif.tsx';
import { Band, Rings } from './motif.tsx';
import { NationalMap } from './national-map.tsx';
import { QrCode } from './qr-code.tsx';

const paths = (kind: string) =>
  [...renderToString(<KindMotif kind={kind} />).matchAll(/ d="([^"]+)"/g)].map((match) => match[1] ?? '');

/** Strokes from a point to another, as rays are drawn; null for any other path. */
function rays(d: string): [number, number, number, number][] | null {
  const found = [...d.matchAll(/M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)/g)];
  if (found.map(([stroke]) => stroke).join('') !== d) return null;
  return found.map(([, a, b, c, e]) => [Number(a), Number(b), Number(c), Number(e)]);
}

const counts = (kind: string) => paths(kind).flatMap((d) => rays(d)?.length ?? []);
const dotCounts = (kind: string) =>
  paths(kind).flatMap((d) => (/^(M[\d.-]+ [\d.-]+h0)+$/.test(d) ? [d.match(/h0/g)?.length ?? 0] : []));

describe('what the drawings count', () => {
  it('an event: the sixty names, twelve branches and ten stems of the cycle', () => {
    expect(counts('event')).toEqual([60, 12, 10]);
    expect(dotCounts('event')).toEqual([12]);
  });

  it('an artefact: a drum with its combs evenly around the middle', () => {
    expect(counts('artefact')).toEqual([72, 96]);
    for (const d of paths('artefact')) {
      for (const [x1, y1, x2, y2] of rays(d) ?? []) {
        const [inner, outer] = [Math.hypot(x1 - 60, y1 - 45), Math.hypot(x2 - 60, y2 - 45)];
        expect(outer).toBeGreaterThan(inner);
        // The stroke points to the middle; its ends are rounded to a tenth of a unit.
        expect(Math.abs((x1 - 60) * (y2 - 45) - (x2 - 60) * (y1 - 45)) / outer).toBeLessThan(0.2);
      }
    }
  });

  it('drums and cycles: a star of fourteen rays', () => {
    for (const kind of ['artefact', 'event', 'museum']) {
      const stars = paths(kind).filter((d) => /^M[\d.-]+ [\d.-]+(L[\d.-]+ [\d.-]+){27}z$/.test(d));
      expect([kind, stars.length]).toEqual([kind, 1]);
    }
  });

  it('a collection: twelve discs on three shelves, each with its star', () => {
    const [discs = '', stars = ''] = paths('collection');
    // Two rings for each disc, two arcs for each ring.
    expect(discs.match(/a/g)).toHaveLength(12 * 2 * 2);
    expect(stars.match(/z/g)).toHaveLength(12);
  });
});

const FOLDER = 'src/web/styles';
const styles = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

function nationalMap() {
  const outcome = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.violations));
  const codes = [...new Set(outcome.map.provinces.map(({ provinceCode }) => provinceCode))];
  // One province for each tint, one without a number, one that is set off.
  const numbers = [1, 10, 25, 50, 100, null];
  const provinces = new Map(numbers.map((count, i) => [codes[i] ?? '', { href: '/', count }]));
  const marks = [{ lat: 16, lon: 108, label: 'x' }];
  return (
    <NationalMap
      map={outcome.map}
      lang="vi"
      title="x"
      provinces={provinces}
      marks={marks}
      highlighted={new Set([codes[10] ?? ''])}
    />
  );
}

describe('the style sheets', () => {
  it.each([
    ['the map', nationalMap()],
    ['a QR code', <QrCode key="qr" text="https://disan.example" label="x" />],
    ['a motif', <KindMotif key="motif" kind="museum" />],
    ['the drum', <DrumFace key="drum" />],
    ['the rings', <Rings key="rings" />],
    ['the band', <Band key="band" />],
  ])('know every class of %s', (_, drawing) => {
    const found = [...renderToString(drawing).matchAll(/ class="([^"]+)"/g)];
    const classes = new Set(
      found.flatMap(([, names = '']) => names.split(' ')).filter((name) => name !== ''),
    );
    expect(classes.size).toBeGreaterThan(0);
    const unknown = [...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(styles));
    expect(unknown).toEqual([]);
  });
});
