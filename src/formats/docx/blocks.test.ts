import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type PaperBlock, printable } from '#formats/paper/index.ts';
import { blockXml } from './blocks.ts';

const WIDTH = 9_354;

/** The texts of the elements `w:t` in their order; throws for what is no XML. */
function textsOf(xml: string): string[] {
  const texts: string[] = [];
  let isText = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    isText = name === 'w:t';
    if (isText) texts.push('');
  });
  parser.on('closetag', () => {
    isText = false;
  });
  parser.on('text', (piece) => {
    if (isText) texts.push(`${texts.pop() ?? ''}${piece}`);
  });
  parser.write(`<w:body xmlns:w="urn:w">${xml}</w:body>`).close();
  return texts;
}

const widthsIn = (xml: string, element: string): number[] =>
  [...xml.matchAll(new RegExp(`<w:${element} w:w="([^"]*)"`, 'g'))].map(([, width]) => Number(width));

describe('blocks of a document', () => {
  it('hold any printable text, never as markup', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 }).map(printable);
    fc.assert(
      fc.property(text, text, text, (first, second, third) => {
        const blocks: PaperBlock[] = [
          { kind: 'heading', text: first },
          { kind: 'grid', entries: [{ label: second, value: third, blankLines: 0 }] },
          { kind: 'signatures', place: third, signers: [{ role: first, note: second }] },
        ];
        const lines = (...texts: string[]) => texts.flatMap((one) => one.split('\n'));
        const [heading = '', grid = '', signatures = ''] = blocks.map((block) =>
          textsOf(blockXml(block, WIDTH)).join('\n'),
        );
        expect(heading.split('\n')).toEqual(lines(first));
        expect(grid.split('\n')).toEqual(lines(second, third));
        expect(signatures.split('\n')).toEqual(lines(third, first, second));
      }),
      { numRuns: 25 },
    );
  });

  it('write what looks like markup as it is read', () => {
    const value = '<w:p>&amp; "Đình & chùa" ]]></w:p>';
    expect(textsOf(blockXml({ kind: 'entry', label: '', value, blankLines: 0 }, WIDTH))).toEqual([value]);
  });

  it('label an entry only where it has a label, and keep the label with its value', () => {
    const entry = (label: string) =>
      blockXml({ kind: 'entry', label, value: 'Đá ong', blankLines: 0 }, WIDTH);
    expect(textsOf(entry('Chất liệu'))).toEqual(['Chất liệu:', 'Đá ong']);
    expect(entry('Chất liệu').match(/<w:keepNext\/>/g)).toHaveLength(1);
    expect(textsOf(entry(''))).toEqual(['Đá ong']);
    expect(entry('')).not.toContain('keepNext');
  });

  it('break lines within one paragraph', () => {
    const xml = blockXml({ kind: 'entry', label: '', value: 'một\nhai\n', blankLines: 0 }, WIDTH);
    expect(xml.match(/<w:p>/g)).toHaveLength(1);
    expect(xml.match(/<w:br\/>/g)).toHaveLength(2);
    expect(textsOf(xml)).toEqual(['một', 'hai', '']);
  });

  it('set only the last line of the issuing body in bold, and all of the national heading', () => {
    const xml = blockXml(
      { kind: 'letterhead', left: ['SỞ VĂN HÓA', 'BẢO TÀNG'], right: ['CỘNG HÒA', 'Độc lập'] },
      WIDTH,
    );
    const bold = [...xml.matchAll(/<w:rPr><w:b\/><\/w:rPr><w:t[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(bold).toEqual(['BẢO TÀNG', 'CỘNG HÒA', 'Độc lập']);
    expect(xml).not.toContain('<w:tblBorders>');
  });
});

describe('tables', () => {
  const table = (widths: readonly number[]) =>
    blockXml(
      {
        kind: 'table',
        columns: widths.map((width, index) => ({ header: `Cột ${index}`, width })),
        rows: [widths.map((_, index) => `ô ${index}`), widths.map(() => '')],
      },
      WIDTH,
    );

  it('divide the width of the text in proportion, cells as wide as their columns', () => {
    expect(widthsIn(table([1, 3]), 'gridCol')).toEqual([2_339, 7_016]);
    expect(widthsIn(table([1, 3]), 'tcW')).toEqual([2_339, 7_016, 2_339, 7_016, 2_339, 7_016]);
    const shares = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(shares, (widths) => {
        const columns = widthsIn(table(widths), 'gridCol');
        const total = columns.reduce((sum, width) => sum + width, 0);
        expect(Math.abs(total - WIDTH)).toBeLessThanOrEqual(widths.length / 2);
        expect(widthsIn(table(widths), 'tblW')).toEqual([total]);
        expect(widthsIn(table(widths), 'tcW')).toHaveLength(3 * widths.length);
      }),
      { numRuns: 30 },
    );
  });

  it('repeat their header on every page, and no other row', () => {
    const rows = table([1, 1]).split('<w:tr>').slice(1);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false]);
  });

  it('end in a paragraph, without which the next table would be joined to them', () => {
    expect(table([1])).toMatch(/<\/w:tbl><w:p>.*<\/w:p>$/);
  });
});
