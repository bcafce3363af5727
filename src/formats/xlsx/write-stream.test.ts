import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { readWorkbook, writeTextWorkbook } from './index.ts';

async function written(rows: string[][], headers = [['mã', 'tên']]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTextWorkbook({ name: 'Dữ/liệu', headers, widths: [10, 40], rows }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

it('writes headers and texts that another reader reads as texts', async () => {
  const { sheets } = await readXlsx(
    await written([
      ['001', '=1+1'],
      ['', 'a\r\nb'],
    ]),
    { readStyles: true },
  );
  expect(sheets[0]?.name).toBe('Dữ-liệu');
  expect(sheets[0]?.rows).toEqual([
    ['mã', 'tên'],
    ['001', '=1+1'],
    [null, 'a\r\nb'],
  ]);
  expect(sheets[0]?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
});

it('gives every text back', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'aộ𡨸&<>"\'_x005F_\r\n\t\0= '), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (rows) => {
      const outcome = await readWorkbook(await written(rows.map((row) => [...row, '|'])));
      const cells = outcome.kind === 'workbook' ? (outcome.sheets[0]?.rows.slice(1) ?? []) : [];
      expect(cells.map((row) => row.map(({ value }) => value ?? ''))).toEqual(
        rows.map((row) => [...row.map((cell) => cell.toWellFormed()), '|']),
      );
    }),
    { numRuns: 60 },
  );
});

it('is read back whole at 30,000 rows', async () => {
  const outcome = await readWorkbook(
    await written(Array.from({ length: 30_000 }, (_, i) => [`${i}`, `Tên ${i}`])),
  );
  expect(outcome.kind === 'workbook' && outcome.sheets[0]?.rows.at(-1)?.map(({ value }) => value)).toEqual([
    '29999',
    'Tên 29999',
  ]);
});
