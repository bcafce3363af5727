import { type CellValue, type MergeRange, writeXlsx } from 'hucre/xlsx';

export interface SampleSheet {
  name?: string;
  rows: CellValue[][];
  merges?: [top: number, left: number, bottom: number, right: number][];
  /** Fonts by `row,column`, from 0. */
  fonts?: Record<string, string>;
  /** Formats of numbers by `row,column`, from 0. */
  formats?: Record<string, string>;
  /** Formulas by `row,column`; the value of the row is the stored result. */
  formulas?: Record<string, string>;
  hidden?: boolean;
}

/** A workbook as Excel saves it. */
export async function sampleWorkbook(...sheets: SampleSheet[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map(({ name = 'Sheet1', rows, merges = [], hidden = false, ...cells }) => ({
      name,
      rows,
      hidden,
      cells: detailsOf(rows, cells),
      merges: merges.map(
        ([startRow, startCol, endRow, endCol]): MergeRange => ({ startRow, startCol, endRow, endCol }),
      ),
    })),
  });
}

function detailsOf(
  rows: CellValue[][],
  { fonts = {}, formats = {}, formulas = {} }: Pick<SampleSheet, 'fonts' | 'formats' | 'formulas'>,
) {
  const places = new Set([...Object.keys(fonts), ...Object.keys(formats), ...Object.keys(formulas)]);
  return new Map(
    [...places].map((place) => {
      const [row = 0, column = 0] = place.split(',').map(Number);
      const value = rows[row]?.[column] ?? null;
      const [font, numFmt, formula] = [fonts[place], formats[place], formulas[place]];
      const style = {
        ...(font === undefined ? {} : { font: { name: font } }),
        ...(numFmt === undefined ? {} : { numFmt }),
      };
      return [place, { value, style, ...(formula === undefined ? {} : { formula, formulaResult: value }) }];
    }),
  );
}
