import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitisedBits,
  EVIDENCE,
  type Evidence,
  isApplied,
  isDigitised,
  LEVELS,
  levelOf,
  missingFor,
} from './evidence.ts';

const bitsOf = (...held: Evidence[]) => held.reduce((bits, one) => bits | (1 << EVIDENCE.indexOf(one)), 0);
const DEFAULT = { level: 'M3', preserved: true, used: true } as const;
const described = ['decision', 'public', 'described'] as const;

describe('levels', () => {
  it.each([
    [[], null],
    [['public', 'described', 'images'], null],
    [['decision'], 'M0'],
    [['decision', 'images'], 'M0'],
    [['decision', 'public'], 'M0'],
    [described, 'M1'],
    [[...described, 'dossier'], 'M2'],
    [[...described, 'images'], 'M3'],
    [[...described, 'model'], 'M5'],
    [[...described, 'images', 'measured'], 'M6'],
  ] as [Evidence[], string | null][])('%j is %s', (held, level) => {
    expect(levelOf(bitsOf(...held))).toBe(level);
  });

  it('never fall when evidence is added', () => {
    fc.assert(
      fc.property(fc.subarray([...EVIDENCE]), fc.constantFrom(...EVIDENCE), (held, more) => {
        const order = (bits: number) => {
          const level = levelOf(bits);
          return level === null ? -1 : LEVELS.indexOf(level);
        };
        expect(order(bitsOf(...held, more))).toBeGreaterThanOrEqual(order(bitsOf(...held)));
      }),
    );
  });
});

describe('what a target counts', () => {
  it('is not moved by an article on the web and a QR sign: that is M1, and the images are missing', () => {
    const bits = bitsOf(...described);
    expect(levelOf(bits)).toBe('M1');
    expect(isDigitised(bits, DEFAULT)).toBe(false);
    expect(missingFor(bits, DEFAULT)).toEqual(['images', 'preserved', 'used']);
  });

  it('needs safe masters to be digitised, and use to be applied', () => {
    const images = [...described, 'images'] as const;
    expect(isDigitised(bitsOf(...images), DEFAULT)).toBe(false);
    expect(isDigitised(bitsOf(...images, 'preserved'), DEFAULT)).toBe(true);
    expect(isApplied(bitsOf(...images, 'preserved'), DEFAULT)).toBe(false);
    expect(missingFor(bitsOf(...images, 'preserved'), DEFAULT)).toEqual(['used']);
    expect(isApplied(bitsOf(...images, 'preserved', 'used'), DEFAULT)).toBe(true);
  });

  it('takes a higher level for the one asked for', () => {
    expect(missingFor(bitsOf(...described, 'model', 'preserved', 'used'), DEFAULT)).toEqual([]);
  });

  it('lacks nothing exactly when it is applied, and the query looks for the same combinations', () => {
    const wanted = new Set(digitisedBits(DEFAULT));
    fc.assert(
      fc.property(fc.subarray([...EVIDENCE]), (held) => {
        const bits = bitsOf(...held);
        expect(missingFor(bits, DEFAULT).length === 0).toBe(isApplied(bits, DEFAULT));
        expect(wanted.has(bits)).toBe(isDigitised(bits, DEFAULT));
      }),
    );
  });
});
