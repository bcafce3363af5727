import { describe, expect, it } from 'vitest';
import { isoFromDay } from '#formats/dates/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { addDating, datingOf } from './dating.ts';
import type { Fields } from './statements.ts';

const terms = await loadVocabularies('standards');
if (terms.kind === 'refused') throw new Error('The vocabularies do not load');
const eras = [
  {
    dynasty: 'Nhà Lê sơ',
    ruler: 'Lê Thánh Tông',
    era: 'Quang Thuận',
    eraHan: '光順',
    start: 1460,
    end: 1469,
  },
];
const dating = datingOf(terms.vocabularies, eras);

interface Shown {
  edtf?: string;
  earliest?: number | null;
  latest?: number | null;
  approximate?: boolean;
  derivation?: string;
}

function read(text: string): { periods: unknown[]; date: Shown } {
  const fields: Fields = {};
  addDating(fields, { text, source: 's', dating });
  const [date] = fields.date ?? [];
  return {
    periods: (fields.period ?? []).map((statement) => statement.value),
    date: (date?.value ?? {}) as Shown,
  };
}

describe('addDating', () => {
  it.each([
    ['Đông Sơn', ['dong-son'], '-0700~/0200~'],
    ['Thế kỷ XVII', ['century-17'], '1601/1700'],
    [
      'Thế kỷ I trước Công nguyên - II sau Công nguyên',
      ['century-01-bce', 'century-01', 'century-02'],
      '-0099/0200',
    ],
    ['1466 (Quang Thuận 7)', ['le-so'], '1466-01-26/1467-02-13'],
    ['Cuối thế kỷ XIV', ['century-14'], '1368~/1400~'],
    ['1827', [], '1827'],
    ['Từ 1947', [], '1947/..'],
    ['1954 - 1969', [], '1954/1969'],
    ['Lý - Trần', ['ly', 'tran'], '1009~/1400~'],
  ])('reads %j', (text, periods, edtf) => {
    const found = read(text);
    expect(found.periods.toSorted()).toEqual([...periods].sort());
    expect(found.date.edtf).toBe(edtf);
    expect(found.date.derivation).not.toBe('');
  });

  it('gives a span in days where EDTF has no form for it', () => {
    const { date } = read('Tiền sử');
    expect(date.edtf).toBeUndefined();
    expect(date.earliest).toBeLessThan(-290_000_000);
    expect(date).toHaveProperty('latest');
  });

  it('says that an open end is open and a named period is about', () => {
    expect(read('Từ 1947').date.latest).toBeNull();
    expect(isoFromDay(read('Từ 1947').date.earliest ?? 0)).toBe('1947-01-01');
    expect(read('Trần').date.approximate).toBe(true);
    expect(read('1827').date.approximate).toBeUndefined();
  });

  it('keeps words that nobody can read', () => {
    expect(read('đời xưa lắm').date).toEqual({ verbatim: 'đời xưa lắm' });
    const fields: Fields = {};
    addDating(fields, { text: '', source: 's', dating });
    expect(fields).toEqual({});
  });
});
