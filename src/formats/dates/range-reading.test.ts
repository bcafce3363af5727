import { describe, expect, it } from 'vitest';
import { statementReading } from './range-reading.ts';

const PERIODS = [
  { names: ['Lý'], from: 1009, to: 1225 },
  { names: ['Trần'], from: 1225, to: 1400 },
];

function read(canonical: string): string | null {
  const found = statementReading(canonical, PERIODS);
  if (found?.kind !== 'reading') return found ? `refused ${found.part}` : null;
  return `${found.from?.edtf ?? '..'}/${found.to?.edtf ?? '..'}`;
}

describe('what is said once holds for both ends', () => {
  it.each([
    ['the ky xi - xii', '1001/1200'],
    ['the ky xi den xii', '1001/1200'],
    ['the ky xi - dau the ky xii', '1001/1133'],
    ['cuoi the ky xi - dau xii', '1068/1133'],
    ['the ky iii - i tcn', '-0299/0000'],
    ['the ky iii-i tcn', '-0299/0000'],
    ['the ky i tcn - ii scn', '-0099/0200'],
    ['300-200 tcn', '-0299/-0199'],
    ['40 - 43 scn', '0040/0043'],
    ['nam 40 - 43', '0040/0043'],
    ['4000-3800 bp', '-2050/-1850'],
    ['2000 - 2500 bp', '-0550/-0050'],
    ['70 - 80 van nam bp', 'Y-798050/Y-698050'],
    ['15th - 16th century', '1401/1600'],
    ['15th to 16th centuries scn', '1401/1600'],
    ['3rd - 1st century tcn', '-0299/0000'],
    ['ly - tran', '1009/1400'],
    ['thoi ly den thoi tran', '1009/1400'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('words of ranges', () => {
  it.each([
    ['1954 - 1969', '1954/1969'],
    ['1954-1969', '1954/1969'],
    ['tu 1954 den 1969', '1954/1969'],
    ['tu nam 1954 toi nam 1969', '1954/1969'],
    ['from 1954 to 1969', '1954/1969'],
    ['between 1954 and 1969', '1954/1969'],
    ['giua 1954 va 1969', '1954/1969'],
    ['2/9/1945 - 7/5/1954', '1945-09-02/1954-05-07'],
    ['1990 den nay', '1990/..'],
    ['tu 1990 den nay', '1990/..'],
    ['1990 - present', '1990/..'],
    ['tu 1947', '1947/..'],
    ['ke tu nam 1947', '1947/..'],
    ['1947 tro di', null],
    ['tu 1947 tro di', '1947/..'],
    ['since 1947', '1947/..'],
    ['truoc nam 1800', '../1799'],
    ['before 1800', '../1799'],
    ['truoc the ky x', '../0900'],
    ['den nam 1945', '../1945'],
    ['until 1945', '../1945'],
    ['sau nam 1800', '1801/..'],
    ['after the ky x', '1001/..'],
    ['sau 2/9/1945', '1945-09-03/..'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('impossible ranges', () => {
  it.each([
    ['1969 - 1954', 'refused order'],
    ['the ky xii - xi', 'refused order'],
    ['the ky i - iii tcn', 'refused order'],
    ['30/2/1945 - 1/3/1945', 'refused day'],
    ['1/3/1945 - 31/4/1945', 'refused day'],
    ['tu the ky 0', 'refused century'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['-', '1954 -', '- 1969', 'den', 'tu', 'giua va', 'chua - den'])('%j is no range', (text) => {
    expect(read(text)).toBeNull();
  });
});
