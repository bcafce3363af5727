import { Buffer } from 'node:buffer';
import PDFDocument from 'pdfkit';
import { MARGINS, type PaperDocument, printable, sheetSize } from '#formats/paper/index.ts';
import { drawBlock } from './blocks.ts';
import { points, type Sheet, sheetOn } from './sheet.ts';
import { type Fonts, MISSING } from './typeface.ts';

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * A document as tagged PDF 1.7 with its fonts in it. The same document gives the same bytes: dates and the identifier of
 * the file come from the document's own date.
 */
export async function writePdf(document: PaperDocument, fonts: Fonts): Promise<Uint8Array> {
  const { width, height } = sheetSize(document.paper);
  const day = new Date(document.date);
  const pdf = new PDFDocument({
    size: [points(width), points(height)],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: document.lang === 'vi' ? 'vi-VN' : 'en-GB',
    bufferPages: true,
    info: { Title: document.title, CreationDate: day, ModDate: day },
    // The default would read a font of Adobe from the disk.
    font: Buffer.from(fonts.regular) as unknown as string,
  });
  const collected = collect(pdf);
  pdf.registerFont('regular', Buffer.from(fonts.regular));
  pdf.registerFont('bold', Buffer.from(fonts.bold));
  draw(pdf, document);
  pdf.end();
  return await collected;
}

function draw(pdf: Pdf, document: PaperDocument): void {
  const sheet = sheetOn(pdf, document);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of clean(document.blocks)) drawBlock({ sheet, root }, block);
  root.end();
  drawFooters(sheet, document);
}

/** Every text of the blocks as it may be printed. */
function clean<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)])) as T;
}

const SMALL = 8;

const LACKED = {
  vi: `${MISSING} Ký tự (chữ Hán, Nôm…) chưa có trong phông của bản PDF; xem nguyên văn ở bản DOCX.`,
  en: `${MISSING} A character (Hán, Nôm…) that the fonts of this PDF lack; the DOCX has it.`,
};

function drawFooters({ pdf, type, width, left }: Sheet, { footer, lang, paper }: PaperDocument): void {
  const notes = type.lacked() ? [LACKED[lang]] : [];
  const style = { weight: 'regular', size: SMALL, width: width - 50 } as const;
  const lines = [...footer, ...notes].flatMap((line) => type.wrap(type.shown(printable(line)), style));
  const top = points(sheetSize(paper).height - MARGINS.bottom - 4);
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(SMALL);
    lines.forEach((line, index) => {
      pdf.text(line, left, top + index * type.lineHeight(SMALL), { lineBreak: false });
    });
    const number = `${page - start + 1}/${count}`;
    pdf.text(number, left + width - pdf.widthOfString(number), top, { lineBreak: false });
    pdf.endMarkedContent();
  }
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
