import { describe, expect, it } from 'vitest';
import { heatOf, percent, shareOf } from './share.ts';

describe('shares', () => {
  it('are none of nothing', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(shareOf(3, 4)).toBe(0.75);
  });

  it('are cut off, not rounded: 356 of 357 is not all', () => {
    expect(percent(356 / 357, 'vi')).toBe('99,7 %');
    expect(percent(9999 / 10_000, 'en')).toBe('99.9 %');
    expect(percent(1, 'vi')).toBe('100 %');
    expect(percent(0, 'en')).toBe('0 %');
    expect(percent(0.29, 'en')).toBe('29 %');
  });

  it('deepen the colour in five steps', () => {
    expect([0, 0.001, 0.2, 0.5, 0.99, 1].map(heatOf)).toEqual([0, 1, 2, 3, 5, 5]);
  });
});
