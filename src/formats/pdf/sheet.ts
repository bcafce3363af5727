import type PDFDocument from 'pdfkit';
import { MARGINS, type PaperDocument, sheetSize, textWidth } from '#formats/paper/index.ts';
import { type Typeface, typefaceOf, type Weight } from './typeface.ts';

type Pdf = InstanceType<typeof PDFDocument>;
export type Struct = ReturnType<Pdf['struct']>;

export interface LineStyle {
  weight: Weight;
  size: number;
  /** Points from the left edge of the text, and the width they may fill. */
  x: number;
  width: number;
  align?: 'left' | 'center' | 'right';
}

/** A pen on pages: where it stands, how much room is left, and what the text means to a screen reader. */
export interface Sheet {
  pdf: Pdf;
  type: Typeface;
  /** Points. */
  width: number;
  left: number;
  bottom: number;
  y(): number;
  moveTo(y: number): void;
  room(): number;
  newPage(): void;
  /** Puts lines at the pen, as the content of one structure element, and goes on to further pages. */
  write(struct: Struct, lines: readonly string[], style: LineStyle): void;
  /** Lines that were read already, as the header of a table on its next page. They must fit. */
  writeAgain(lines: readonly string[], style: LineStyle): void;
  /** Something drawn that means nothing: rules and dots. */
  draw(work: (pdf: Pdf) => void): void;
}

/** Where blocks are drawn: the sheets, and the element that holds the whole document. */
export interface Page {
  sheet: Sheet;
  root: Struct;
}

const POINTS_PER_MM = 72 / 25.4;
/** Lines of 8 points below the text: three of the footer and the number of the page. */
const FOOTER_MM = 8;

export function points(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

export function sheetOn(pdf: Pdf, { paper }: PaperDocument): Sheet {
  const type = typefaceOf(pdf);
  const left = points(MARGINS.left);
  const top = points(MARGINS.top);
  const bottom = points(sheetSize(paper).height - MARGINS.bottom - FOOTER_MM);
  let y = top;
  const sheet: Sheet = {
    pdf,
    type,
    width: points(textWidth(paper)),
    left,
    bottom,
    y: () => y,
    moveTo: (to) => {
      y = to;
    },
    room: () => bottom - y,
    newPage: () => {
      pdf.addPage();
      y = top;
    },
    write: (struct, lines, style) => {
      const height = type.lineHeight(style.size);
      for (let rest = [...lines]; rest.length > 0; ) {
        if (sheet.room() < height) sheet.newPage();
        const fitting = rest.splice(0, Math.max(1, Math.floor(sheet.room() / height)));
        struct.add(pdf.markStructureContent('Span'));
        pdf.font(style.weight).fontSize(style.size);
        for (const line of fitting) {
          putLine(pdf, line, { ...style, x: left + style.x, y });
          y += height;
        }
        pdf.endMarkedContent();
      }
    },
    writeAgain: (lines, style) => {
      pdf.markContent('Artifact', { type: 'Pagination' });
      pdf.font(style.weight).fontSize(style.size);
      for (const line of lines) {
        putLine(pdf, line, { ...style, x: left + style.x, y });
        y += type.lineHeight(style.size);
      }
      pdf.endMarkedContent();
    },
    draw: (work) => {
      pdf.markContent('Artifact', { type: 'Layout' });
      pdf.save();
      work(pdf);
      pdf.restore();
      pdf.endMarkedContent();
    },
  };
  return sheet;
}

function putLine(pdf: Pdf, line: string, { x, y, width, align = 'left' }: LineStyle & { y: number }): void {
  if (line === '') return;
  const free = align === 'left' ? 0 : width - pdf.widthOfString(line);
  pdf.text(line, x + (align === 'center' ? free / 2 : free), y, { lineBreak: false });
}
