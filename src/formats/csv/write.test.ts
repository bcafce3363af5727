import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from './formulas.ts';
import { csvLine, readCsv, writeCsv } from './index.ts';

describe('writeCsv', () => {
  it('quotes what needs it and ends lines with CRLF', () => {
    const rows = [
      ['mã', 'tên'],
      [1, 'Chùa "Một Cột"'],
      [null, 'a,b'],
      [true, 'dòng 1\ndòng 2'],
    ];
    expect(writeCsv(rows)).toBe('mã,tên\r\n1,"Chùa ""Một Cột"""\r\n,"a,b"\r\ntrue,"dòng 1\ndòng 2"\r\n');
  });

  it('writes another delimiter and a byte-order mark on request', () => {
    expect(writeCsv([['a', 'b;c', 'd,e']], { delimiter: ';', bom: true })).toBe('\ufeffa;"b;c";d,e\r\n');
  });

  it('keeps a lone empty cell apart from an empty line', () => {
    expect(csvLine([''])).toBe('""\r\n');
  });

  it.each(['=1+1', '+1', '-2+3', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''+1"])(
    'guards %j on request',
    (cell) => {
      const text = writeCsv([['x', cell]], { guardFormulas: true });
      expect(text.replaceAll('"', '')).toBe(`x,'${cell}\r\n`);
    },
  );

  it('leaves numbers, and texts that are no formulas, alone', () => {
    expect(writeCsv([[-2, "d'Orsay", "'x", 'a=b']], { guardFormulas: true })).toBe("-2,d'Orsay,'x,a=b\r\n");
  });

  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'=+-@\'"\t\r\n,; aộ') }),
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  );

  it('is read back exactly, guarded and not', () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width })).map((rows) => ({ width, rows })),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        ({ width, rows }, delimiter, guard) => {
          const header = Array.from({ length: width }, (_, index) => `c${index}`);
          const text = writeCsv([header, ...rows], { delimiter, guardFormulas: guard });
          const outcome = readCsv(text, { delimiter, unguard: guard });
          expect(outcome.kind === 'table' && outcome.rows.map((row) => row.cells)).toEqual(rows);
        },
      ),
    );
  });
});

describe('guardFormula', () => {
  it('leaves nothing that begins like a formula, and is undone exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."=+-@'\t\r\n1a") }), (text) => {
        expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
    );
  });
});

const formulas = resolve('../shared/fixtures/hostile/formula.csv');

describe.skipIf(!existsSync(formulas))('the hostile formulas', () => {
  it('do not come out live, and come back unchanged', () => {
    const read = readCsv(readFileSync(formulas));
    if (read.kind !== 'table') throw new Error(read.kind);
    const cells = read.rows.map((row) => row.cells);
    const written = writeCsv([read.header, ...cells], { guardFormulas: true });
    const exported = readCsv(written);
    if (exported.kind !== 'table') throw new Error(exported.kind);
    expect(exported.rows).toHaveLength(7);
    for (const row of exported.rows) expect(row.cells[1]).toMatch(/^'/);
    const back = readCsv(written, { unguard: true });
    expect(back.kind === 'table' && back.rows.map((row) => row.cells)).toEqual(cells);
  });
});
