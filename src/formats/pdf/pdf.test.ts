import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import type { PaperBlock, PaperDocument } from '#formats/paper/index.ts';
import { pagesOf } from './pdf-text.fixture.ts';
import { writePdf } from './write.ts';

const font = (weight: number) => readFile(`standards/forms/fonts/be-vietnam-pro-${weight}.ttf`);
const FONTS = { regular: await font(400), bold: await font(600) };

function sheet(blocks: PaperBlock[], changes: Partial<PaperDocument> = {}): PaperDocument {
  return {
    lang: 'vi',
    title: 'Lý lịch di tích',
    date: '2026-03-04T05:06:07Z',
    paper: { size: 'A4', landscape: false },
    footer: ['Mẫu 1.0'],
    blocks,
    ...changes,
  };
}

async function pages(blocks: PaperBlock[], changes?: Partial<PaperDocument>): Promise<string[][]> {
  return pagesOf(await writePdf(sheet(blocks, changes), FONTS));
}

const prose = (value: string): PaperBlock => ({ kind: 'entry', label: '', value, blankLines: 1 });

test('every kind of block is there to be read, from top to bottom', async () => {
  const [page, ...more] = await pages([
    { kind: 'letterhead', left: ['CƠ QUAN', 'ĐƠN VỊ LẬP'], right: ['CỘNG HÒA', 'Độc lập – Tự do'] },
    { kind: 'title', text: 'LÝ LỊCH DI TÍCH', under: ['Cụm từ đường Huế'] },
    { kind: 'heading', text: '1. Tên gọi' },
    { kind: 'entry', label: 'Tên chính', value: 'Ngọ Môn\nCửa chính', blankLines: 1 },
    { kind: 'entry', label: 'Tên khác', value: '', blankLines: 2 },
    { kind: 'grid', entries: [{ label: 'Chất liệu', value: 'gỗ, gạch', blankLines: 1 }] },
    {
      kind: 'table',
      columns: [
        { header: 'STT', width: 1 },
        { header: 'Tên', width: 3 },
      ],
      rows: [['1', 'Ấn']],
    },
    { kind: 'signatures', place: '…, ngày …', signers: [{ role: 'NGƯỜI LẬP', note: '(Ký)' }] },
  ]);
  expect(more).toEqual([]);
  expect(page).toEqual([
    'CƠ QUAN CỘNG HÒA',
    'ĐƠN VỊ LẬP Độc lập – Tự do',
    'LÝ LỊCH DI TÍCH',
    'Cụm từ đường Huế',
    '1. Tên gọi',
    'Tên chính:',
    'Ngọ Môn',
    'Cửa chính',
    'Tên khác:',
    'Chất liệu gỗ, gạch',
    'STT Tên',
    '1 Ấn',
    '…, ngày …',
    'NGƯỜI LẬP',
    '(Ký)',
    'Mẫu 1.0 1/1',
  ]);
});

test('the file says what it is: tagged, titled, in Vietnamese, and always the same', async () => {
  const bytes = await writePdf(sheet([prose('Chữ')]), FONTS);
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toMatch(/^%PDF-1\.7/);
  expect(text).toContain('/Lang (vi-VN)');
  expect(text).toContain('/Marked true');
  expect(text).toContain('/DisplayDocTitle true');
  expect(text).toContain('/S /Document');
  expect(text).toContain('(D:20260304050607Z)');
  expect(text.trimEnd()).toMatch(/startxref\n\d+\n%%EOF$/);
  expect(await writePdf(sheet([prose('Chữ')]), FONTS)).toEqual(bytes);
});

describe('long texts', () => {
  it('flow from page to page without losing a word', async () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `từ${index}`).join(' ');
    const all = await pages([prose(words)]);
    expect(all.length).toBeGreaterThan(3);
    expect(all.flatMap((page) => page.slice(0, -1)).join(' ')).toBe(words);
    expect(all.map((page) => page.at(-1))).toEqual(
      all.map((_, index) => `Mẫu 1.0 ${index + 1}/${all.length}`),
    );
  });

  it('cut a word that no line can hold', async () => {
    const [page = []] = await pages([prose('x'.repeat(400))]);
    expect(page.slice(0, -1).join('')).toBe('x'.repeat(400));
  });

  it('a table begins every page with its header, and a row higher than a page flows on', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `chữ${index}`).join(' ');
    const rows = [...Array.from({ length: 80 }, (_, index) => [`${index + 1}`, 'Hiện vật']), ['81', long]];
    const columns = [
      { header: 'STT', width: 1 },
      { header: 'Tên', width: 2 },
    ];
    const all = await pages([{ kind: 'table', columns, rows }]);
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(([first]) => first)).toEqual(all.map(() => 'STT Tên'));
    const texts = all.flatMap((page) => page.slice(1, -1));
    expect(texts.slice(0, 80)).toEqual(rows.slice(0, 80).map((row) => row.join(' ')));
    expect(texts.slice(80).join(' ')).toBe(`81 ${long}`);
  });
});

test('an A3 sheet on its side', async () => {
  const changes = { paper: { size: 'A3', landscape: true } } as const;
  const text = Buffer.from(await writePdf(sheet([prose('a')], changes), FONTS)).toString('latin1');
  expect(text).toMatch(/\/MediaBox \[0 0 1190\.55\d* 841\.88\d*\]/);
});

test('texts are NFC, harmless, and what the fonts lack is told', async () => {
  const [page = []] = await pages([prose('Lê\u0323 hô\u0323i\u0000 (\\) ) 明命 𡨸')]);
  expect(page).toEqual([
    'Lệ hội (\\) ) ¤¤ ¤',
    'Mẫu 1.0 1/1',
    '¤ Ký tự (chữ Hán, Nôm…) chưa có trong phông của bản PDF; xem nguyên văn ở bản DOCX.',
  ]);
});

test('a megabyte of text becomes a file in seconds', { timeout: 30_000 }, async () => {
  const text = 'Đại Việt sử ký toàn thư chép rằng năm ấy được mùa. '.repeat(20_000);
  const all = await pages([prose(text.trim())]);
  expect(all.length).toBeGreaterThan(200);
});
