import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from './days.ts';
import { parseEdtf } from './edtf.ts';
import { isEdtfNode, rangeOfNode, yearsRange } from './edtf-range.ts';

function days(text: string): [string, string] {
  const outcome = parseEdtf(text);
  if (outcome.kind !== 'edtf' || outcome.earliest === null || outcome.latest === null)
    throw new Error(`${text}: ${JSON.stringify(outcome)}`);
  return [isoFromDay(outcome.earliest), isoFromDay(outcome.latest)];
}

describe('seasons of ISO 8601-2', () => {
  it.each([
    [21, '03-01', '05-31'],
    [22, '06-01', '08-31'],
    [23, '09-01', '11-30'],
    [25, '03-01', '05-31'],
    [27, '09-01', '11-30'],
    [29, '09-01', '11-30'],
    [31, '03-01', '05-31'],
    [33, '01-01', '03-31'],
    [34, '04-01', '06-30'],
    [35, '07-01', '09-30'],
    [36, '10-01', '12-31'],
    [37, '01-01', '04-30'],
    [38, '05-01', '08-31'],
    [39, '09-01', '12-31'],
    [40, '01-01', '06-30'],
    [41, '07-01', '12-31'],
  ])('%i', (code, from, to) => {
    expect(days(`1975-${code}`)).toEqual([`1975-${from}`, `1975-${to}`]);
  });

  it('of winter end in the next year, on its leap day where it has one', () => {
    expect(days('1975-24')).toEqual(['1975-12-01', '1976-02-29']);
    expect(days('1976-28')).toEqual(['1976-12-01', '1977-02-28']);
  });

  it('divide a year without gap or overlap: quarters, quadrimesters, halves', () => {
    for (const codes of [
      [33, 34, 35, 36],
      [37, 38, 39],
      [40, 41],
    ]) {
      const spans = codes.map((code) => days(`2024-${code}`));
      expect(spans[0]?.[0]).toBe('2024-01-01');
      expect(spans.at(-1)?.[1]).toBe('2024-12-31');
      spans.slice(1).forEach(([from], i) => {
        expect((dayFromIso(from) ?? 0) - (dayFromIso(spans[i]?.[1] ?? '') ?? 0)).toBe(1);
      });
    }
  });
});

describe('digits that are not known', () => {
  it('cover every year that they can mean, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.constantFrom(1, 2, 3), (year, unknown) => {
        const text = String(year)
          .slice(0, 4 - unknown)
          .padEnd(4, 'X');
        const size = 10 ** unknown;
        const first = Math.floor(year / size) * size;
        expect(days(text)).toEqual([`${first}-01-01`.padStart(10, '0'), `${first + size - 1}-12-31`]);
      }),
    );
  });

  it('in the month or day stay within the calendar', () => {
    expect(days('2023-02-XX')).toEqual(['2023-02-01', '2023-02-28']);
    expect(days('2024-02-2X')).toEqual(['2024-02-20', '2024-02-29']);
    expect(days('2023-0X')).toEqual(['2023-01-01', '2023-09-30']);
    expect(days('2023-XX')).toEqual(['2023-01-01', '2023-12-31']);
  });

  it('before the common era run from the older to the younger end', () => {
    expect(days('-01XX')).toEqual(['-0199-01-01', '-0100-12-31']);
    expect(days('-199X')).toEqual(['-1999-01-01', '-1990-12-31']);
  });
});

describe('nodes', () => {
  it('are told from everything else', () => {
    expect(isEdtfNode({ values: [] })).toBe(true);
    for (const other of [null, undefined, 'x', 7, {}, { values: 'x' }, []])
      expect(isEdtfNode(other)).toBe(false);
  });

  it('of a kind that is not known are read as dates, and an empty list says nothing', () => {
    expect(rangeOfNode({ type: 'Fortnight', values: [1820] })).toEqual(yearsRange(1820, 1820));
    expect(rangeOfNode({ values: [1820, 1] })).toEqual({
      earliest: dayFromIso('1820-02-01'),
      latest: dayFromIso('1820-02-29'),
    });
    expect(rangeOfNode({ type: 'Set', values: [] })).toEqual({ earliest: null, latest: null });
    expect(rangeOfNode({ type: 'Interval', values: [null, Number.POSITIVE_INFINITY] })).toEqual({
      earliest: null,
      latest: null,
    });
  });
});
