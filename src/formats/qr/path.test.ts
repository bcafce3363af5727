import fc from 'fast-check';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPath } from './index.ts';

const SCALE = 4;

/** Paints the path as black and white pixels and reads them with an independent decoder. */
function readBack(outcome: ReturnType<typeof qrPath>): string {
  if (outcome.kind !== 'qr') throw new Error(`no symbol: ${outcome.kind}`);
  const side = outcome.size * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of outcome.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    paint({ data, side, x: Number(x), y: Number(y), run: Number(run) });
  }
  return decodeQR({ width: side, height: side, data });
}

function paint(area: { data: Uint8Array; side: number; x: number; y: number; run: number }): void {
  for (let py = area.y * SCALE; py < (area.y + 1) * SCALE; py += 1) {
    for (let px = area.x * SCALE; px < (area.x + area.run) * SCALE; px += 1) {
      area.data.fill(0, (py * area.side + px) * 4, (py * area.side + px) * 4 + 3);
    }
  }
}

describe('qrPath', () => {
  it('draws the smallest symbol that holds the text, with a quiet zone of four modules', () => {
    expect(qrPath('ark:99999/h5')).toMatchObject({ kind: 'qr', size: 21 + 8 });
    expect(qrPath('x'.repeat(213))).toMatchObject({ kind: 'qr', size: 57 + 8 });
  });

  it('starts with the three finder patterns', () => {
    const outcome = qrPath('ark:99999/h5');
    expect(outcome.kind === 'qr' && outcome.path).toMatch(/^M4 4h7v1h-7z.*M18 4h7v1h-7z.*M4 24h7v1h-7z/);
  });

  it('reads back the address of a record, Vietnamese included', () => {
    const address = 'https://disan.example/ark:99999/h5k2x9wq7?tên=Trống đồng Ngọc Lũ';
    expect(readBack(qrPath(address))).toBe(address);
  });

  it('says how far beyond the limit a text is, in bytes', () => {
    expect(qrPath('x'.repeat(214))).toEqual({ kind: 'too-long', bytes: 214, limit: 213 });
    expect(qrPath('ộ'.repeat(72))).toEqual({ kind: 'too-long', bytes: 216, limit: 213 });
  });

  it('reads back any printable text within the limit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,60}$/), (text) => {
        expect(readBack(qrPath(text))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});
