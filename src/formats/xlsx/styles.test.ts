import { describe, expect, it, test } from 'vitest';
import { dateOfSerial } from './dates.ts';
import { isDateFormat, readStyles } from './styles.ts';

async function stylesOf(inner: string, cutAt = 7) {
  const bytes = new TextEncoder().encode(`<styleSheet>${inner}</styleSheet>`);
  async function* pieces() {
    // Cut anywhere: what is found may not hang on how the part was expanded.
    for (let at = 0; at < bytes.length; at += cutAt) yield bytes.subarray(at, at + cutAt);
  }
  return await readStyles(pieces());
}

describe('styles of cells', () => {
  it('know dates by the formats that need no code, and by the codes of the workbook', async () => {
    const styles = await stylesOf(
      `<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0 &quot;đồng&quot;"/></numFmts>
      <fonts><font/></fonts>
      <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="58"/><xf numFmtId="999"/></cellXfs>`,
    );
    expect(styles.map(({ date }) => date)).toEqual([false, true, true, false, true, false]);
  });

  it('let the workbook overrule a format that needs no code', async () => {
    const own = '<numFmts><numFmt numFmtId="14" formatCode="0.00"/></numFmts>';
    const cells = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect((await stylesOf(own + cells))[0]?.date).toBe(false);
    expect((await stylesOf(cells))[0]?.date).toBe(true);
  });

  it('take fonts and formats of cells only, not those of named styles or of conditions', async () => {
    const styles = await stylesOf(
      `<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>
      <cellStyleXfs><xf fontId="1" numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>
      <dxfs><dxf><font><name val="VNI-Times"/></font><numFmt numFmtId="0" formatCode="dd/mm"/></dxf></dxfs>`,
    );
    expect(styles).toEqual([
      { font: 'Arial', date: false },
      { font: '.VnTime', date: false },
    ]);
  });

  it('give the font of the workbook where a cell names none, or one that is not there', async () => {
    const fonts = '<fonts><font><name val="Times New Roman"/></font><font><b/></font></fonts>';
    const styles = await stylesOf(`${fonts}<cellXfs><xf fontId="1"/><xf fontId="40"/></cellXfs>`);
    expect(styles.map(({ font }) => font)).toEqual(['Times New Roman', 'Times New Roman']);
    expect(await stylesOf('<cellXfs><xf/></cellXfs>')).toEqual([{ font: undefined, date: false }]);
  });

  it('are the same however the part is cut', async () => {
    const inner = '<fonts><font><name val=".VnTimeH"/></font></fonts><cellXfs><xf numFmtId="22"/></cellXfs>';
    expect(await stylesOf(inner, 1)).toEqual(await stylesOf(inner, 1_000));
  });
});

test.each([
  ['[$-42A]dd mmmm yyyy', true],
  ['[h]:mm', true],
  ['[ss].00', true],
  ['"Ngày" d "tháng" m', true],
  ['General', false],
  ['[Red]0.00', false],
  ['"năm" 0', false],
  ['\\d0', false],
  ['_d0', false],
  ['*d0', false],
  ['0;dd/mm/yyyy', false],
  ['#,##0 [$đ-42A]', false],
  ['', false],
])('the format %j is one of dates: %s', (code, isDate) => {
  expect(isDateFormat(code)).toBe(isDate);
});

describe('the edges of serial numbers', () => {
  it.each([
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, undefined],
    [2_957_003, true, '9999-12-31'],
    [2_957_004, true, undefined],
    [2_957_003.5, true, '9999-12-31T12:00:00'],
    [2_958_465.5, false, '9999-12-31T12:00:00'],
    [60, false, undefined],
    [60, true, '1904-03-01'],
    [0, true, '1904-01-01'],
    [Number.NaN, false, undefined],
    [Number.POSITIVE_INFINITY, true, undefined],
  ])('%d (1904: %s) is %s', (serial, date1904, date) => {
    expect(dateOfSerial(serial, date1904)).toBe(date);
  });
});
