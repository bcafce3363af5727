import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from './days.ts';
import { parseEdtf } from './edtf.ts';

function range(text: string): string {
  const outcome = parseEdtf(text);
  if (outcome.kind === 'refused') return `refused ${outcome.part}`;
  const [from, to] = [outcome.earliest, outcome.latest].map((day) => (day === null ? '..' : isoFromDay(day)));
  const marks = `${outcome.approximate ? '~' : ''}${outcome.uncertain ? '?' : ''}`;
  return from === to ? `${from}${marks}` : `${from}/${to}${marks}`;
}

describe('EDTF to days', () => {
  it.each([
    ['1831-02-13', '1831-02-13'],
    ['1831-02', '1831-02-01/1831-02-28'],
    ['1832-02', '1832-02-01/1832-02-29'],
    ['1820', '1820-01-01/1820-12-31'],
    ['0000', '0000-01-01/0000-12-31'],
    ['-0199', '-0199-01-01/-0199-12-31'],
    ['1820~', '1820-01-01/1820-12-31~'],
    ['1820?', '1820-01-01/1820-12-31?'],
    ['1820%', '1820-01-01/1820-12-31~?'],
    ['182X', '1820-01-01/1829-12-31'],
    ['182', '1820-01-01/1829-12-31'],
    ['18XX', '1800-01-01/1899-12-31'],
    ['-02XX', '-0299-01-01/-0200-12-31'],
    ['1985-04-XX', '1985-04-01/1985-04-30'],
    ['1985-04-2X', '1985-04-20/1985-04-29'],
    ['1985-1X', '1985-10-01/1985-12-31'],
    ['1985-XX-XX', '1985-01-01/1985-12-31'],
    ['20XX-02-29', '2000-02-29/2099-02-28'],
    ['1975-21', '1975-03-01/1975-05-31'],
    ['1975-24', '1975-12-01/1976-02-29'],
    ['1975-34', '1975-04-01/1975-06-30'],
    ['18', '1800-01-01/1899-12-31'],
    ['Y-798050', '-798050-01-01/-798050-12-31'],
    ['Y338800S3', '+338000-01-01/+338999-12-31'],
    ['1401/1500', '1401-01-01/1500-12-31'],
    ['-0299~/-0200~', '-0299-01-01/-0200-12-31~'],
    ['1831-02-13/1832-02-01', '1831-02-13/1832-02-01'],
    ['1826-02-07?/1887-01-23', '1826-02-07/1887-01-23?'],
    ['../1799', '../1799-12-31'],
    ['/1799', '../1799-12-31'],
    ['1947/..', '1947-01-01/..'],
    ['../..', '..'],
    ['[1826,1886]', '1826-01-01/1886-12-31'],
    ['[1667,1670..1672]', '1667-01-01/1672-12-31'],
    ['{..1984}', '../1984-12-31'],
    ['[1760-12..]', '1760-12-01/..'],
    ['2004-01-01T10:10:10Z', '2004-01-01'],
    [' 1820 ', '1820-01-01/1820-12-31'],
  ])('%s is %s', (text, expected) => {
    expect(range(text)).toBe(expected);
  });

  it.each([
    ['2025-02-30', 'day'],
    ['2025-02-29', 'day'],
    ['1900-02-29', 'day'],
    ['-0001-02-29', 'day'],
    ['2025-04-31?', 'day'],
    ['1831-02-13/1832-02-31', 'day'],
    ['2025-13', 'month'],
    ['2025-13-01', 'month'],
    ['2025-00', 'month'],
    ['1500/1400', 'order'],
    ['31/02/2020', 'syntax'],
    ['thế kỷ XV', 'syntax'],
    ['', 'syntax'],
    ['1'.repeat(10_000), 'syntax'],
    ["1820'; DROP TABLE record", 'syntax'],
  ])('%s is refused for its %s', (text, part) => {
    expect(parseEdtf(text)).toEqual({ kind: 'refused', text, part });
  });

  it('reads back any interval of days', () => {
    const day = fc.integer({ min: -719_528, max: 2_932_896 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [earliest, latest] = [Math.min(a, b), Math.max(a, b)];
        const outcome = parseEdtf(`${isoFromDay(earliest)}/${isoFromDay(latest)}`);
        expect(outcome).toMatchObject({ kind: 'edtf', earliest, latest });
      }),
    );
  });
});
