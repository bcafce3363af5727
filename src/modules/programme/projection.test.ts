import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectShare } from './projection.ts';

const dayAfter = (days: number) =>
  new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

describe('the straight line', () => {
  it('is not drawn through one day, however often it is told', () => {
    expect(projectShare([], '2030-12-31')).toBeNull();
    expect(projectShare([{ day: '2026-11-01', share: 0.2 }], '2030-12-31')).toBeNull();
    const twice = [
      { day: '2026-11-01', share: 0.2 },
      { day: '2026-11-01', share: 0.4 },
    ];
    expect(projectShare(twice, '2030-12-31')).toBeNull();
  });

  it('goes on as it went, and stays within nothing and everything', () => {
    const points = [
      { day: dayAfter(0), share: 0.1 },
      { day: dayAfter(10), share: 0.2 },
    ];
    expect(projectShare(points, dayAfter(30))).toBeCloseTo(0.4);
    expect(projectShare(points, '2030-12-31')).toBe(1);
    expect(projectShare(points, '2020-12-31')).toBe(0);
  });

  it('finds any line again from its points', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 900 }), (from, to, days) => {
        const at = (day: number) => ({ day: dayAfter(day), share: from + ((to - from) * day) / 1000 });
        const points = [at(0), at(days), at(days + 40)];
        expect(projectShare(points, dayAfter(1000))).toBeCloseTo(to, 6);
      }),
    );
  });
});
