import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PaperDocument } from '#formats/paper/index.ts';
import { edited, paragraphsOf, xmlOf } from './docx-text.fixture.ts';
import { fillDocx } from './fill.ts';
import { writeDocx } from './write.ts';
import { readZip, writeZip } from './zip.ts';

const SHEET: PaperDocument = {
  lang: 'vi',
  title: 'Phiếu thử & kiểm',
  date: '2026-01-02T03:04:05Z',
  paper: { size: 'A3', landscape: true },
  footer: ['Mẫu {version}'],
  blocks: [
    { kind: 'letterhead', left: ['CƠ QUAN', 'ĐƠN VỊ'], right: ['CỘNG HÒA', 'Độc lập'] },
    { kind: 'title', text: 'PHIẾU', under: ['{under}'] },
    { kind: 'heading', text: '1. Tên <gọi>' },
    { kind: 'entry', label: 'Tên', value: '{name}', blankLines: 1 },
    { kind: 'grid', entries: [{ label: 'Chất liệu', value: '{materials}', blankLines: 1 }] },
    {
      kind: 'table',
      columns: [
        { header: 'STT', width: 1 },
        { header: 'Tên hiện vật', width: 4 },
      ],
      rows: [['{#rows}{no}', '{object}{/rows}']],
    },
    { kind: 'signatures', place: '…, ngày …', signers: [{ role: 'Người lập', note: '(Ký)' }] },
  ],
};
const TEMPLATE = writeDocx(SHEET);
const DATA = {
  version: '1.0',
  under: 'Thử',
  name: 'Trống đồng\nNgọc Lũ',
  materials: 'đồng',
  rows: [
    { no: '1', object: 'Ấn' },
    { no: '2', object: 'Bia' },
  ],
};

async function filled(template: Uint8Array, data: Parameters<typeof fillDocx>[1]): Promise<Uint8Array> {
  const outcome = await fillDocx(template, data);
  if (outcome.kind !== 'filled') throw new Error(JSON.stringify(outcome));
  return outcome.bytes;
}

test('a document lies on its sheet, in its language, with its parts in order', () => {
  expect(xmlOf(TEMPLATE)).toContain('<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>');
  expect(xmlOf(TEMPLATE, 'docProps/core.xml')).toContain('<dc:title>Phiếu thử &amp; kiểm</dc:title>');
  expect(xmlOf(TEMPLATE, 'word/styles.xml')).toContain('w:lang w:val="vi-VN"');
  expect(xmlOf(TEMPLATE)).toContain('<w:tblHeader/>');
  expect(paragraphsOf(TEMPLATE).filter((text) => text !== '')).toEqual([
    ...['CƠ QUAN', 'ĐƠN VỊ', 'CỘNG HÒA', 'Độc lập', 'PHIẾU', '{under}', '1. Tên <gọi>', 'Tên:', '{name}'],
    ...['Chất liệu', '{materials}', 'STT', 'Tên hiện vật', '{#rows}{no}', '{object}{/rows}'],
    ...['…, ngày …', 'Người lập', '(Ký)'],
  ]);
});

describe('filling', () => {
  it('puts texts for tags, a row for each set, and leaves the rest', async () => {
    const bytes = await filled(TEMPLATE, DATA);
    const texts = paragraphsOf(bytes).filter((text) => text !== '');
    expect(texts).toContain('Trống đồng\nNgọc Lũ');
    expect(texts.slice(texts.indexOf('Tên hiện vật') + 1, -3)).toEqual(['1', 'Ấn', '2', 'Bia']);
    expect(paragraphsOf(bytes, 'word/footer1.xml')[0]).toBe('Mẫu 1.0');
    expect(texts.join()).not.toMatch(/[{}]/);
  });

  it('gives the same bytes for the same texts', async () => {
    expect(await filled(TEMPLATE, DATA)).toEqual(await filled(TEMPLATE, DATA));
  });

  it('follows the wording of whoever edited the template', async () => {
    const template = edited(TEMPLATE, (xml) => xml.replace('1. Tên &lt;gọi&gt;', 'MỤC MỘT'));
    expect(paragraphsOf(await filled(template, DATA))).toContain('MỤC MỘT');
  });

  it('finds a tag that a word processor has cut into runs', async () => {
    const cut = '<w:t xml:space="preserve">{na</w:t></w:r><w:r><w:t>me}</w:t>';
    const template = edited(TEMPLATE, (xml) => xml.replace('<w:t xml:space="preserve">{name}</w:t>', cut));
    expect(paragraphsOf(await filled(template, DATA))).toContain('Trống đồng\nNgọc Lũ');
  });

  it('takes values for what they are, whatever they look like', async () => {
    const name = `</w:t><w:p/> & "x" {materials} {#rows} =1+1 \u0000\u0008\ud800 Lê\u0323`;
    const texts = paragraphsOf(await filled(TEMPLATE, { ...DATA, name }));
    expect(texts).toContain('</w:t><w:p/> & "x" {materials} {#rows} =1+1  Lệ');
  });

  it('any text comes out as it is printed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const shown = paragraphsOf(await filled(TEMPLATE, { ...DATA, name: `[${text}]` }));
        const { printable } = await import('#formats/paper/index.ts');
        expect(shown).toContain(printable(`[${text}]`));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a template that cannot be filled', () => {
  it('names tags that the form does not have', async () => {
    const template = edited(TEMPLATE, (xml) => xml.replace('{name}', '{nmae}'));
    expect(await fillDocx(template, DATA)).toEqual({ kind: 'unknown-tags', tags: ['nmae'] });
  });

  it.each([
    ['a loop that never ends', (xml: string) => xml.replace('{/rows}', '')],
    ['a loop that never begins', (xml: string) => xml.replace('{#rows}', '')],
    ['an open brace', (xml: string) => xml.replace('{name}', '{name')],
    ['XML cut off', (xml: string) => xml.slice(0, 900)],
  ])('says what is broken: %s', async (_what, edit) => {
    const outcome = await fillDocx(edited(TEMPLATE, edit), DATA);
    expect(outcome).toMatchObject({ kind: 'broken-template', detail: expect.stringMatching(/.+/) });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('hello')],
    ['a ZIP of something else', writeZip(new Map([['a.txt', new Uint8Array([1])]]))],
    ['half a file', TEMPLATE.slice(0, 700)],
  ])('is told from a DOCX: %s', async (_what, bytes) => {
    expect((await fillDocx(bytes, DATA)).kind).toBe('broken-template');
  });
});

test('a ZIP reads back as it was written', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.uint8Array(), { maxKeys: 5 }),
      (given) => {
        const parts = new Map(Object.entries(given));
        const read = readZip(writeZip(parts));
        expect([...(read ?? [])].map(([name, part]) => [name, [...part]])).toEqual(
          [...parts].map(([name, part]) => [name, [...part]]),
        );
      },
    ),
  );
});
