import { type Entry, LABEL_SHARE, type PaperBlock, type PaperTable } from '#formats/paper/index.ts';
import { paragraph, run, table, tableRow } from './xml.ts';

/** The blocks of a document as WordprocessingML; `width` of the text in twentieths of a point. */
export function blockXml(block: PaperBlock, width: number): string {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block, width);
    case 'title':
      return [
        paragraph(run(block.text, { bold: true, size: 15 }), { style: 'Title', align: 'center' }),
        ...block.under.map((line) => paragraph(run(line, { italic: true }), { align: 'center' })),
      ].join('');
    case 'heading':
      return paragraph(run(block.text, { bold: true }), { style: 'Heading1', keepNext: true });
    case 'entry':
      return entryXml(block);
    case 'grid':
      return gridXml(block.entries, width);
    case 'table':
      return tableXml(block, width);
    case 'signatures':
      return signatures(block, width);
  }
}

function entryXml({ label, value }: Entry): string {
  const head = label === '' ? '' : paragraph(run(`${label}:`, { italic: true }), { keepNext: true });
  return head + paragraph(run(value));
}

function gridXml(entries: readonly Entry[], width: number): string {
  const widths = share([LABEL_SHARE, 1 - LABEL_SHARE], width);
  const rows = entries.map(({ label, value }) =>
    tableRow(widths, [paragraph(run(label)), paragraph(run(value))]),
  );
  return table(widths, rows) + paragraph('');
}

function tableXml({ columns, rows }: PaperTable, width: number): string {
  const widths = share(
    columns.map((column) => column.width),
    width,
  );
  const small = { size: 11 };
  const head = columns.map(({ header }) =>
    paragraph(run(header, { bold: true, ...small }), { align: 'center' }),
  );
  const body = rows.map((cells) =>
    tableRow(
      widths,
      cells.map((cell) => paragraph(run(cell, small))),
    ),
  );
  return table(widths, [tableRow(widths, head, { header: true }), ...body]) + paragraph('');
}

type Letterhead = Extract<PaperBlock, { kind: 'letterhead' }>;

function letterhead({ left, right }: Letterhead, width: number): string {
  const widths = share([2, 3], width);
  const lines = (texts: readonly string[]) =>
    texts
      .map((text, index) => paragraph(run(text, { bold: index === texts.length - 1 }), { align: 'center' }))
      .join('');
  const national = right.map((text) => paragraph(run(text, { bold: true }), { align: 'center' })).join('');
  return table(widths, [tableRow(widths, [lines(left), national])], { ruled: false }) + paragraph('');
}

type Signatures = Extract<PaperBlock, { kind: 'signatures' }>;

function signatures({ place, signers }: Signatures, width: number): string {
  const widths = share(
    signers.map(() => 1),
    width,
  );
  const cells = signers.map(
    ({ role, note }) =>
      paragraph(run(role, { bold: true }), { align: 'center', keepNext: true }) +
      paragraph(run(note, { italic: true }), { align: 'center' }) +
      paragraph('').repeat(3),
  );
  return (
    paragraph(run(place, { italic: true }), { align: 'right', keepNext: true }) +
    table(widths, [tableRow(widths, cells)], { ruled: false })
  );
}

/** Parts of a width in proportion to the shares. */
function share(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((total, one) => total + one, 0);
  return shares.map((one) => Math.round((one / sum) * width));
}
