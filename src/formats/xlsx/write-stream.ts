import { columnLetters } from './cells.ts';
import { safeText } from './safe-text.ts';
import { writeZip } from './zip-write.ts';

export type StreamedSheet = {
  /** Cut to 31 characters, `[]:*?/\` replaced: what Excel allows. */
  name: string;
  /** Rows that stand above the others in bold and stay in view. */
  headers: readonly (readonly string[])[];
  /** In characters of the default font, one for each column. */
  widths: readonly number[];
  /** Texts, kept as they are: nothing is a formula, a number or a date. */
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
};

/** A workbook of one sheet of texts, of any length, in bounded memory. Longer texts than a cell holds are cut. */
export function writeTextWorkbook(sheet: StreamedSheet): AsyncGenerator<Uint8Array> {
  const name = escaped(sheet.name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31));
  return writeZip([
    { name: '[Content_Types].xml', texts: [CONTENT_TYPES] },
    { name: '_rels/.rels', texts: [relationships('officeDocument', 'xl/workbook.xml')] },
    {
      name: 'xl/workbook.xml',
      texts: [
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      texts: [relationships('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    },
    { name: 'xl/styles.xml', texts: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', texts: sheetXml(sheet) },
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`;

// Styles 1: text (format 49), at the top, wrapped; 2: bold on a light ground.
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EADD"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function relationships(...pairs: string[]): string {
  const listed = Array.from({ length: pairs.length / 2 }, (_, index) => {
    const [type, target] = [pairs[2 * index], pairs[2 * index + 1]];
    return `<Relationship Id="r${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  });
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

async function* sheetXml({ headers, widths, rows }: StreamedSheet): AsyncGenerator<string> {
  const frozen = headers.length;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  let number = 0;
  for (const header of headers) yield rowXml(header, { row: ++number, style: 2 });
  for await (const row of rows) yield rowXml(row, { row: ++number, style: 1 });
  yield '</sheetData></worksheet>';
}

function rowXml(texts: readonly string[], { row, style }: { row: number; style: number }): string {
  const cells = texts.map((text, column) =>
    text === ''
      ? ''
      : `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(safeText(text))}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

function escaped(text: string): string {
  // A carriage return would be read as a line feed; the other control characters are no XML at all.
  return text
    .replace(/\p{Cc}/gu, (control) =>
      control < ' ' && control !== '\t' && control !== '\n' ? coded(control) : control,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const coded = (control: string): string =>
  `_x${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
