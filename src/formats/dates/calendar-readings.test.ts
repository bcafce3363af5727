import { describe, expect, it } from 'vitest';
import { calendarReading } from './calendar-readings.ts';

function read(canonical: string): string | null {
  const found = calendarReading(canonical);
  if (found?.kind !== 'reading') return found ? `refused ${found.part}` : null;
  const [from, to] = [found.from?.edtf, found.to?.edtf];
  return found.from === found.to ? String(from) : `${from}/${to}`;
}

describe('calendar dates in canonical text', () => {
  it.each([
    ['1945-09-02', '1945-09-02'],
    ['-0199-03-01', '-0199-03-01'],
    ['1945-09', '1945-09'],
    ['2/9/1945', '1945-09-02'],
    ['ngay 2.9.1945', '1945-09-02'],
    ['2 - 9 - 1945', '1945-09-02'],
    ['ngay 2 thang 9 nam 1945', '1945-09-02'],
    ['2 thang 9, 1945', '1945-09-02'],
    ['ngay 2/9 nam 1945', '1945-09-02'],
    ['mung 5 thang 1 nam 1789', '1789-01-05'],
    ['thang 9 nam 1945', '1945-09'],
    ['9/1945', '1945-09'],
    ['2nd september 1945', '1945-09-02'],
    ['september 2nd, 1945', '1945-09-02'],
    ['september 1945', '1945-09'],
    ['nam 1945', '1945'],
    ['year 1945', '1945'],
    ['938', '0938'],
    ['40 scn', '0040'],
    ['scn 40', '0040'],
    ['1 tcn', '0000'],
    ['10000 tcn', '-9999'],
    ['1967-78', '1967/1978'],
    ['1967-12', '1967-12'],
    ['dau nam 1975', '1975-01/1975-04'],
    ['giua nam 1975', '1975-05/1975-08'],
    ['cuoi nam 1975', '1975-09/1975-12'],
    ['early 1975', '1975-01/1975-04'],
    ['nhung nam 1920', '192X'],
    ['the 1920s', '192X'],
    ['thap nien 1920', '192X'],
  ])('%s is %s', (text, edtf) => {
    expect(read(text)).toBe(edtf);
  });

  it.each([
    ['30/2/1945', 'refused day'],
    ['2/13/1945', 'refused month'],
    ['0/2/1945', 'refused day'],
    ['31 june 1945', 'refused day'],
    ['thang 0 nam 1945', 'refused month'],
    ['1945-02-29', 'refused day'],
    ['1967-66', 'refused month'],
    ['nam 0', 'refused year'],
    ['0 tcn', 'refused year'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', '15', '12345', 'the ky xv', '1-2-3-4', 'septembre 1945', 'nam muoi', '4000 bp'])(
    'leaves %j to others',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
