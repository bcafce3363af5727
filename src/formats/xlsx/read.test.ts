import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook, type WorkbookCell } from './index.ts';
import { workbook, zip } from './sample-package.ts';

async function rows(bytes: Uint8Array): Promise<WorkbookCell[][]> {
  const outcome = await readWorkbook(bytes);
  if (outcome.kind !== 'workbook') throw new Error(JSON.stringify(outcome));
  return outcome.sheets[0]?.rows ?? [];
}

const text = (ref: string, value: string, style = 0): string =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (ref: string, value: string, style = 0): string =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

describe('readWorkbook', () => {
  it('gives the font of each text, the workbook’s own where the cell names none', async () => {
    const bytes = workbook(
      `<row r="1">${text('A1', 'Trống')}${text('B1', 'Trèng', 1)}${text('C1', 'Troáng', 2)}</row>`,
    );
    expect(await rows(bytes)).toEqual([
      [
        { kind: 'text', value: 'Trống', font: 'Times New Roman' },
        { kind: 'text', value: 'Trèng', font: '.VnTime' },
        { kind: 'text', value: 'Troáng', font: 'VNI-Times' },
      ],
    ]);
  });

  it('gives the runs of a text in several fonts', async () => {
    const run = (content: string, font: string): string =>
      `<r><rPr><rFont val="${font}"/></rPr><t>${content}</t></r>`;
    const cell = `<c r="A1" t="inlineStr"><is>${run('®ång', '.VnTime')}${run(' (đồng)', 'Times New Roman')}</is></c>`;
    expect(await rows(workbook(`<row r="1">${cell}</row>`))).toEqual([
      [
        {
          kind: 'text',
          value: '®ång (đồng)',
          font: 'Times New Roman',
          runs: [
            { text: '®ång', font: '.VnTime' },
            { text: ' (đồng)', font: 'Times New Roman' },
          ],
        },
      ],
    ]);
  });

  it('reads dates by their format, without a time zone', async () => {
    const bytes = workbook(
      `<row r="1">${number('A1', '45293', 3)}${number('B1', '45293.354166666664', 4)}${number('C1', '45293')}</row>`,
    );
    expect(await rows(bytes)).toEqual([
      [
        { kind: 'date', value: '2024-01-02', serial: 45293 },
        { kind: 'date', value: '2024-01-02T08:30:00', serial: 45293.354166666664 },
        { kind: 'number', value: 45293 },
      ],
    ]);
  });

  it('reads the 1904 dates of old Macintosh workbooks', async () => {
    const bytes = workbook(`<row r="1">${number('A1', '43831', 3)}</row>`, {
      workbookProperties: '<workbookPr date1904="1"/>',
    });
    expect(await rows(bytes)).toEqual([[{ kind: 'date', value: '2024-01-02', serial: 43831 }]]);
  });

  it('gives stored results of formulas, and errors as errors', async () => {
    const bytes = workbook(
      `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>
       <c r="C1"><f>NOW()</f></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="b"><v>1</v></c></row>`,
    );
    expect(await rows(bytes)).toMatchObject([
      [
        { kind: 'number', value: 2 },
        { kind: 'text', value: 'a' },
        { kind: 'empty', value: null },
        { kind: 'error', value: '#REF!' },
        { kind: 'boolean', value: true },
      ],
    ]);
  });

  it('repeats the value of a merged area and says so', async () => {
    const bytes = workbook(
      `<row r="1">${text('A1', 'Huế')}${number('B1', '1')}</row><row r="2">${number('B2', '2')}</row>`,
      { after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' },
    );
    expect(await rows(bytes)).toMatchObject([
      [{ value: 'Huế' }, { value: 1 }],
      [{ kind: 'text', value: 'Huế', merged: 'down' }, { value: 2 }],
    ]);
    expect((await rows(bytes))[0]?.[0]).not.toHaveProperty('merged');
  });
});

describe('readWorkbook refuses', () => {
  const small = workbook(`<row r="1">${number('A1', '1')}</row>`);

  it.each([
    ['an empty file', new Uint8Array(), { kind: 'not-a-workbook' }],
    ['text', Buffer.from('mã,tên\n1,Đền Hùng, tỉnh Phú Thọ\n'), { kind: 'not-a-workbook' }],
    ['a ZIP of something else', zip([{ name: 'a.txt', content: 'a' }]), { kind: 'not-a-workbook' }],
    ['an .xls file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { kind: 'old-format' }],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      { kind: 'encrypted' },
    ],
    ['an encrypted ZIP', zip([{ name: 'a', content: 'a', flags: 1 }]), { kind: 'encrypted' }],
    ['a file cut off', small.subarray(0, small.length - 30), { kind: 'damaged' }],
    ['a directory cut off', Buffer.concat([small.subarray(0, 40), small.subarray(-22)]), { kind: 'damaged' }],
    [
      'an entry that is larger than it says',
      workbook('', {
        extra: [{ name: 'xl/sharedStrings.xml', content: 'x'.repeat(100_000), declaredSize: 10 }],
      }),
      { kind: 'damaged' },
    ],
    [
      'an entry that declares nothing',
      workbook('', {
        extra: [{ name: 'xl/theme/theme1.xml', content: 'x'.repeat(100_000), declaredSize: 0 }],
      }),
      { kind: 'damaged' },
    ],
    [
      'a workbook without sheets',
      zip([{ name: '[Content_Types].xml', content: '<Types/>' }]),
      { kind: 'not-a-workbook' },
    ],
    [
      'a row beyond the last',
      workbook(`<row r="1">${number('A1', '1')}</row><row r="1048577">${number('A1048577', '1')}</row>`),
      { kind: 'too-large', exceeded: 'rows', sheet: 'Bảng', row: 1_048_577 },
    ],
    [
      'a column beyond the last',
      workbook(`<row r="7">${number('XFE7', '1')}</row>`),
      { kind: 'too-large', exceeded: 'columns', sheet: 'Bảng', row: 7, column: 16_385 },
    ],
    [
      'a cell of ten million characters',
      workbook(`<row r="2">${number('A2', '1')}${text('B2', 'a'.repeat(10_000_000))}</row>`),
      { kind: 'too-large', exceeded: 'cellCharacters', sheet: 'Bảng', row: 2, column: 2 },
    ],
    [
      'rows out of order',
      workbook(`<row r="3">${number('A3', '1')}</row><row r="2">${number('A2', '1')}</row>`),
      { kind: 'damaged', sheet: 'Bảng', row: 3 },
    ],
    ['a document type', workbook('', { before: '<!DOCTYPE x [<!ENTITY a "b">]>' }), { kind: 'damaged' }],
  ])('%s', async (_, bytes, refusal) => {
    expect(await readWorkbook(bytes)).toMatchObject(refusal);
  });

  it.each([
    ['entries', 5],
    ['expandedBytes', 1000],
    ['sheets', 0],
    ['rows', 0],
    ['columns', 0],
  ] as const)('what exceeds the limit of %s', async (exceeded, limit) => {
    expect(await readWorkbook(small, { limits: { [exceeded]: limit } })).toMatchObject({
      kind: 'too-large',
      exceeded,
      limit,
    });
  });

  it('a bomb by what it declares, without expanding it', async () => {
    const bomb = workbook('', { extra: [{ name: 'xl/media/a', content: '', declaredSize: 0xfffffff0 }] });
    expect(await readWorkbook(bomb)).toMatchObject({ kind: 'too-large', exceeded: 'ratio' });
    const large = workbook('', { extra: [{ name: 'xl/media/a', content: 'x'.repeat(9_000_000) }] });
    expect(large.length).toBeLessThan(20_000);
    expect(await readWorkbook(large, { limits: { expandedBytes: 5_000_000 } })).toMatchObject({
      kind: 'too-large',
      exceeded: 'expandedBytes',
    });
  });

  it('entities that expand', async () => {
    const bytes = workbook(`<row r="1">${text('A1', '&amp;&lol;')}</row>`);
    expect(await readWorkbook(bytes)).toMatchObject({ kind: 'damaged', sheet: 'Bảng' });
  });

  it('100,000 nested elements without running out of stack', async () => {
    const bytes = workbook('<a>'.repeat(100_000) + '</a>'.repeat(100_000));
    expect(['workbook', 'damaged']).toContain((await readWorkbook(bytes)).kind);
  });

  it('any damage with an outcome, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(small.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (position, change) => {
          const damaged = Uint8Array.from(small, (byte, index) =>
            index === position ? byte ^ change : byte,
          );
          expect(await readWorkbook(damaged)).toHaveProperty('kind');
        },
      ),
      { numRuns: 300 },
    );
  });
});

const hostile = resolve('../shared/fixtures/hostile');

describe.skipIf(!existsSync(hostile))('the hostile ZIP files', () => {
  it.each([
    ['zip-encrypted.zip', 'encrypted'],
    ['zip-many.zip', 'too-large'],
    ['zip-truncated.zip', 'damaged'],
    ['bomb-nested.zip', 'not-a-workbook'],
    ['bag-absolute-entry.zip', 'not-a-workbook'],
  ])('%s is refused as %s', async (file, kind) => {
    expect(await readWorkbook(readFileSync(`${hostile}/${file}`))).toMatchObject({ kind });
  });
});
