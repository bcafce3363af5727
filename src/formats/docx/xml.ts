/** Text and attribute values of XML 1.0 (§2.4). */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface RunStyle {
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
}

/** A run of one style; line feeds become breaks. */
export function run(text: string, { bold = false, italic = false, size }: RunStyle = {}): string {
  const properties = [
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    // Half-points: ECMA-376 Part 1, §17.3.2.38.
    size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  ].join('');
  const style = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${style}${lines.join('<w:br/>')}</w:r>`;
}

interface ParagraphStyle {
  style?: string;
  align?: 'left' | 'center' | 'right';
  keepNext?: boolean;
}

export function paragraph(runs: string, { style, align, keepNext = false }: ParagraphStyle = {}): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A table of fixed column widths, twentieths of a point (ECMA-376 Part 1, §17.18.86). */
export function table(widths: readonly number[], rows: readonly string[], { ruled = true } = {}): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const borders = ruled
    ? `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`
    : '';
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** `header` rows are repeated on every page the table reaches. */
export function tableRow(
  widths: readonly number[],
  cells: readonly string[],
  { header = false } = {},
): string {
  const properties = header ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '';
  const filled = cells.map(
    (cell, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
  );
  return `<w:tr>${properties}${filled.join('')}</w:tr>`;
}
