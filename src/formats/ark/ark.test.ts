import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BETANUMERIC } from './check.ts';
import { checkCharacter, formatArk, isMintedName, mintName, parseArk } from './index.ts';
import { bladeCount, permute } from './permutation.ts';

const NAAN = '99999';
const sequence = fc.integer({ min: 0, max: bladeCount(6) - 1 });
const name = sequence.map((number) => mintName({ naan: NAAN, shoulder: 'h5', sequence: number }));

describe('checkCharacter', () => {
  // The worked example of the NOID documentation, an ARK in use, and a sum done by hand: 9 × 15 + 10 × 7 = 205.
  it.each([
    ['13030/xf93gt2', 'q'],
    ['13030/tf5p30086', 'k'],
    ['99999/b', '2'],
  ])('of %s is %s', (text, expected) => {
    expect(checkCharacter(text)).toBe(expected);
  });

  it('gives characters outside the alphabet a place but no value', () => {
    expect(checkCharacter('/1')).toBe('2');
    expect(checkCharacter('l1')).toBe('2');
    expect(checkCharacter('')).toBe('0');
  });
});

describe('mintName', () => {
  it('is fixed for ever: these names must never change', () => {
    const names = [0, 1, 2, 594_823_320].map((number) =>
      mintName({ naan: NAAN, shoulder: 'h5', sequence: number }),
    );
    expect(names).toMatchInlineSnapshot(`
      [
        "h5fj74czz",
        "h564t01j5",
        "h52dbx0g4",
        "h5xngfw98",
      ]
    `);
  });

  it('has shoulder, a blade of six and a check character', () => {
    fc.assert(
      fc.property(name, (minted) => {
        expect(minted).toMatch(/^h5[0-9bcdfghjkmnpqrstvwxz]{7}$/);
        expect(isMintedName({ naan: NAAN, name: minted })).toBe(true);
      }),
    );
  });

  it('never gives two records the same name, nor two shoulders the same order', () => {
    const first = Array.from({ length: 20_000 }, (_, number) =>
      mintName({ naan: NAAN, shoulder: 'h5', sequence: number }),
    );
    expect(new Set(first).size).toBe(20_000);
    expect(mintName({ naan: NAAN, shoulder: 'k2', sequence: 0 }).slice(2)).not.toBe(first[0]?.slice(2));
  });

  it('does not show the order of minting', () => {
    const names = Array.from({ length: 1000 }, (_, number) =>
      mintName({ naan: NAAN, shoulder: 'h5', sequence: number }),
    );
    const ascents = names.filter((minted, index) => minted > (names[index - 1] ?? '')).length;
    expect(ascents).toBeGreaterThan(400);
    expect(ascents).toBeLessThan(600);
  });

  it.each(['', '5', 'h', 'H5', 'ă5', 'l5', 'h5x'])('refuses the shoulder %j', (shoulder) => {
    expect(() => mintName({ naan: NAAN, shoulder, sequence: 0 })).toThrow(RangeError);
  });

  it.each([-1, 0.5, 594_823_321, Number.NaN])('refuses the sequence number %d', (number) => {
    expect(() => mintName({ naan: NAAN, shoulder: 'h5', sequence: number })).toThrow(RangeError);
  });
});

describe('permute', () => {
  it('meets every number exactly once', () => {
    const images = Array.from({ length: 29 ** 2 }, (_, number) => permute(number, { width: 2, key: 'h5' }));
    expect([...images].sort((a, b) => a - b)).toEqual(images.map((_, index) => index));
  });

  it('stays within the blade and is injective', () => {
    const options = { width: 6, key: 'h5' };
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        expect(permute(a, options)).toBeLessThan(bladeCount(6));
        expect(permute(a, options) === permute(b, options)).toBe(a === b);
      }),
    );
  });
});

describe('parseArk', () => {
  const minted = mintName({ naan: NAAN, shoulder: 'h5', sequence: 7 });

  it.each([
    `ark:${NAAN}/${minted}`,
    `ark:/${NAAN}/${minted}`,
    `ARK:/${NAAN}/${minted}`,
    `  ark:${NAAN}/${minted}\n`,
    `https://disan.example/ark:/${NAAN}/${minted}?info`,
    `http://disan.example/id/ark:${NAAN}/${minted}??`,
    `ark:${NAAN}/${minted.slice(0, 3)}-${minted.slice(3)}`,
    `ark:99-999/${minted.slice(0, 5)}\u2011${minted.slice(5, 7)}%2d${minted.slice(7)}`,
    `ark:${NAAN}/${minted.slice(0, 4)}\n ${minted.slice(4)}`,
    `ark:${NAAN}/${minted}/`,
  ])('reads %j', (text) => {
    expect(parseArk(text)).toEqual({ kind: 'valid', naan: NAAN, name: minted });
  });

  it('keeps a qualifier apart from the name, its case and separators intact', () => {
    expect(parseArk(`ark:${NAAN}/${minted}/Trang3.TIFF`)).toEqual({
      kind: 'valid',
      naan: NAAN,
      name: minted,
      qualifier: '/Trang3.TIFF',
    });
  });

  it('treats case in the NAAN as meaningless and in the name as significant', () => {
    const check = checkCharacter('b7280/h5x');
    expect(parseArk(`ark:B7280/h5x${check}`)).toMatchObject({ kind: 'valid', naan: 'b7280' });
    expect(parseArk(`ark:${NAAN}/${minted.toUpperCase()}`)).toEqual({
      kind: 'bad-check',
      naan: NAAN,
      name: minted.toUpperCase(),
      suggestion: minted,
    });
  });

  it('still accepts names minted under an earlier NAAN', () => {
    expect(parseArk(`ark:12345/${minted}`).kind).toBe('bad-check');
    expect(parseArk(`ark:12345/${minted}`, { mintedUnder: [NAAN] })).toMatchObject({
      kind: 'valid',
      naan: '12345',
    });
  });

  it.each([
    '',
    'h5',
    'ark:',
    'ark:99999',
    'ark:99999/',
    'ark:/99999//',
    'arc:99999/h5x',
    'urn:ark:99999/h5x',
    'ark:999/h5x',
  ])('does not take %j for an ARK', (text) => {
    expect(parseArk(text)).toEqual({ kind: 'not-an-ark' });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((tail) => `ark:${tail}`),
        ),
        (text) => {
          expect(['valid', 'bad-check', 'not-an-ark']).toContain(parseArk(text).kind);
        },
      ),
    );
  });

  it('detects every single substitution', () => {
    fc.assert(
      fc.property(name, fc.nat(8), fc.constantFrom(...BETANUMERIC), (original, position, replacement) => {
        fc.pre(original[position] !== replacement);
        const wrong = original.slice(0, position) + replacement + original.slice(position + 1);
        expect(parseArk(`ark:${NAAN}/${wrong}`).kind).toBe('bad-check');
      }),
    );
  });

  it('detects every swap of neighbours', () => {
    fc.assert(
      fc.property(name, fc.nat(7), (original, position) => {
        const [a, b] = [original.charAt(position), original.charAt(position + 1)];
        fc.pre(a !== b);
        const wrong = original.slice(0, position) + b + a + original.slice(position + 2);
        expect(parseArk(`ark:${NAAN}/${wrong}`).kind).toBe('bad-check');
      }),
    );
  });

  it('reads back what formatArk writes, in both styles', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('modern', 'classic'), (original, style) => {
        const ark = { naan: NAAN, name: original };
        expect(parseArk(formatArk(ark, style))).toEqual({ kind: 'valid', ...ark });
      }),
    );
  });
});

describe('formatArk', () => {
  it('writes the label without and with the old slash', () => {
    const ark = { naan: NAAN, name: 'h5x', qualifier: '/p1' };
    expect(formatArk(ark)).toBe('ark:99999/h5x/p1');
    expect(formatArk(ark, 'classic')).toBe('ark:/99999/h5x/p1');
  });
});
