import { describe, expect, it } from 'vitest';
import { dayFromCivil, isoFromDay } from './days.ts';
import { civilReading, dayEdge, edgeAfter, edgeBefore, monthEdge, partOfYears, yearEdge } from './reading.ts';

const dayIn = (year: number, month: number, day: number) => dayEdge(dayFromCivil({ year, month, day }));

describe('edges', () => {
  it.each([
    [yearEdge(1820), '1820', '1820-01-01', '1820-12-31'],
    [yearEdge(-199), '-0199', '-0199-01-01', '-0199-12-31'],
    [yearEdge(-798_050), 'Y-798050', '-798050-01-01', '-798050-12-31'],
    [monthEdge(1832, 2), '1832-02', '1832-02-01', '1832-02-29'],
    [dayIn(1945, 9, 2), '1945-09-02', '1945-09-02', '1945-09-02'],
  ])('%o', (edge, edtf, earliest, latest) => {
    expect(edge.edtf).toBe(edtf);
    expect(isoFromDay(edge.earliest)).toBe(earliest);
    expect(isoFromDay(edge.latest)).toBe(latest);
  });

  it('have neighbours of the same precision', () => {
    expect(edgeBefore(yearEdge(1800)).edtf).toBe('1799');
    expect(edgeBefore(yearEdge(1)).edtf).toBe('0000');
    expect(edgeBefore(dayIn(1800, 3, 1)).edtf).toBe('1800-02-28');
    expect(edgeAfter(yearEdge(1800)).edtf).toBe('1801');
    expect(edgeAfter(dayIn(1800, 2, 28)).edtf).toBe('1800-03-01');
  });
});

describe('civil dates', () => {
  it('are refused by the part that no calendar has', () => {
    expect(civilReading({ year: 2020, month: 2, day: 31 })).toEqual({ kind: 'refused', part: 'day' });
    expect(civilReading({ year: 2020, month: 13 })).toEqual({ kind: 'refused', part: 'month' });
    expect(civilReading({ year: 2020, month: 0, day: 1 })).toEqual({ kind: 'refused', part: 'month' });
    expect(civilReading({ year: 2020, month: 2, day: 29 })).toMatchObject({ kind: 'reading' });
  });
});

describe('parts of a span of years', () => {
  it('divide a century without gap or overlap', () => {
    const century = { from: 1701, to: 1800 };
    expect(partOfYears(century, 'whole')).toEqual(century);
    expect(partOfYears(century, 'early')).toEqual({ from: 1701, to: 1733 });
    expect(partOfYears(century, 'middle')).toEqual({ from: 1734, to: 1767 });
    expect(partOfYears(century, 'late')).toEqual({ from: 1768, to: 1800 });
    expect(partOfYears(century, 'first-half')).toEqual({ from: 1701, to: 1750 });
    expect(partOfYears(century, 'second-half')).toEqual({ from: 1751, to: 1800 });
  });

  it('run forward in time before the common era too', () => {
    expect(partOfYears({ from: -299, to: -200 }, 'early')).toEqual({ from: -299, to: -267 });
    expect(partOfYears({ from: -299, to: -200 }, 'late')).toEqual({ from: -232, to: -200 });
  });
});
