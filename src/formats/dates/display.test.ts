import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDateRange } from './display.ts';
import { parseEdtf } from './edtf.ts';
import { type DateCertainty, parseDateText } from './text.ts';

function shown(edtf: string, lang: 'vi' | 'en', certainty: DateCertainty = 'certain'): string {
  const outcome = parseEdtf(edtf);
  return outcome.kind === 'edtf' ? formatDateRange({ ...outcome, certainty }, lang) : outcome.part;
}

describe('ranges of days for readers', () => {
  it.each([
    ['1945-09-02', '2/9/1945', '2 September 1945'],
    ['1975-05', 'tháng 5 năm 1975', 'May 1975'],
    ['1975-01/1975-04', 'tháng 1 năm 1975 – tháng 4 năm 1975', 'January 1975 – April 1975'],
    ['1820', '1820', '1820'],
    ['-0199', '200 TCN', '200 BCE'],
    ['0000', '1 TCN', '1 BCE'],
    ['182X', 'thập niên 1820', '1820s'],
    ['1401/1500', 'thế kỷ XV', '15th century'],
    ['1101/1200', 'thế kỷ XII', '12th century'],
    ['2001/2100', 'thế kỷ XXI', '21st century'],
    ['0201/0400', 'thế kỷ III–IV', '3rd–4th centuries'],
    ['1601/1800', 'thế kỷ XVII–XVIII', '17th–18th centuries'],
    ['-0299/0000', 'thế kỷ III–I TCN', '3rd–1st centuries BCE'],
    ['-0299/-0200', 'thế kỷ III TCN', '3rd century BCE'],
    ['-0099/0200', 'thế kỷ I TCN–II', '1st century BCE – 2nd century CE'],
    ['1428/1527', '1428–1527', '1428–1527'],
    ['-0299/-0199', '300–200 TCN', '300–200 BCE'],
    ['-0178/0938', '179 TCN – 938', '179 BCE – 938 CE'],
    ['1831-02-13/1832-02-01', '13/2/1831 – 1/2/1832', '13 February 1831 – 1 February 1832'],
    ['1947/..', 'từ 1947', 'from 1947'],
    ['../1799', 'đến 1799', 'until 1799'],
    ['../1945-09-01', 'đến 1/9/1945', 'until 1 September 1945'],
    ['1947-03-05/..', 'từ 5/3/1947', 'from 5 March 1947'],
    ['../..', 'không rõ', 'unknown'],
  ])('%s', (edtf, vi, en) => {
    expect(shown(edtf, 'vi')).toBe(vi);
    expect(shown(edtf, 'en')).toBe(en);
  });

  it('says how sure it is', () => {
    expect(shown('1428/1527', 'vi', 'approximate')).toBe('khoảng 1428–1527');
    expect(shown('1401/1500', 'en', 'approximate')).toBe('c. 15th century');
    expect(shown('1820', 'vi', 'uncertain')).toBe('có thể 1820');
    expect(shown('1820', 'en', 'uncertain')).toBe('possibly 1820');
    expect(formatDateRange({ earliest: null, latest: null, certainty: 'approximate' }, 'vi')).toBe(
      'không rõ',
    );
  });

  it('can be read back, in both languages, for spans of years', () => {
    const year = fc.integer({ min: 100, max: 2100 });
    fc.assert(
      fc.property(year, year, fc.constantFrom('vi' as const, 'en' as const), (a, b, lang) => {
        const edtf = `${String(Math.min(a, b)).padStart(4, '0')}/${String(Math.max(a, b)).padStart(4, '0')}`;
        const given = parseEdtf(edtf);
        if (given.kind !== 'edtf') throw new Error(edtf);
        const { earliest, latest } = given;
        const text = formatDateRange(given, lang);
        expect({ text, ...parseDateText(text) }).toMatchObject({ text, kind: 'date', earliest, latest });
      }),
    );
  });
});
