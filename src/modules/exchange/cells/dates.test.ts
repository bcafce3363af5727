import { describe, expect, it, test } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { readDate, readEdtf, readMonthDay } from './dates.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';

const knowledge = await publishedKnowledge();
const days = (from: string, to: string) => ({ earliest: dayFromIso(from), latest: dayFromIso(to) });

describe('readDate', () => {
  it.each([
    ['1831', { edtf: '1831', ...days('1831-01-01', '1831-12-31') }],
    ['1831~', { edtf: '1831~', approximate: true, ...days('1831-01-01', '1831-12-31') }],
    ['17XX', { edtf: '17XX', ...days('1700-01-01', '1799-12-31') }],
    ['2/9/1945', { edtf: '1945-09-02', ...days('1945-09-02', '1945-09-02') }],
    ['thế kỷ XVIII', { edtf: '1701/1800', ...days('1701-01-01', '1800-12-31'), derivation: 'Thế kỷ 18' }],
    ['khoảng 1850', { edtf: '1850~', approximate: true, ...days('1850-01-01', '1850-12-31') }],
  ])('%s keeps its words and gets its days', (cell, meaning) => {
    const read = readDate(cell, knowledge);
    expect(read.kind === 'value' && read.value).toMatchObject({ verbatim: cell, ...meaning });
  });

  it('reads reign eras by the table, with the way it went', () => {
    const read = readDate('Minh Mạng năm thứ 12', knowledge);
    if (read.kind !== 'value') throw new Error(read.problem.code);
    expect(read.value.edtf).toMatch(/^1831-02-13/);
    expect(read.value.derivation).toContain('Tân Mão');
  });

  it('reads cultures by the table of periods', () => {
    expect(readDate('Đông Sơn', knowledge)).toMatchObject({
      value: { verbatim: 'Đông Sơn', ...days('-0700-01-01', '0100-12-31') },
    });
  });

  it('keeps what nobody can read as written, and interprets nothing', () => {
    expect(readDate('đời các cụ', knowledge)).toEqual({ kind: 'value', value: { verbatim: 'đời các cụ' } });
  });

  it.each(['30/02/2020', '2023-02-30', '31/4/1999', 'Minh Mạng năm thứ 40', '2020-13'])(
    'refuses %s',
    (cell) => {
      expect(readDate(cell, knowledge)).toMatchObject({ problem: { code: 'impossible-date' } });
    },
  );
});

test.each([
  ['01/10/2012', '2012-10-01'],
  ['2012', '2012'],
])('the date %s of a decision is %s', (cell, edtf) => {
  expect(readEdtf(cell, knowledge)).toEqual({ kind: 'value', value: edtf });
});

test('a decision has no date in words', () => {
  expect(readEdtf('không rõ ngày', knowledge)).toMatchObject({ problem: { code: 'impossible-date' } });
});

test.each([
  ['03-10', '03-10'],
  ['3-10', '03-10'],
  ['10/3', '03-10'],
  ['30/2', '02-30'],
])('%s is the day %s of the year', (cell, monthDay) => {
  expect(readMonthDay(cell)).toEqual({ kind: 'value', value: monthDay });
});

test.each(['10/13', '13-10', '32/1', 'mồng mười', '10', ''])('%j is no day of the year', (cell) => {
  expect(readMonthDay(cell)).toMatchObject({ problem: { code: 'not-a-day-of-the-year' } });
});
