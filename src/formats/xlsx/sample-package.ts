/** Builds workbooks by hand for the tests of the reader, so that they can hold what no program would write. */
import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export type PackageFile = { name: string; content: string; declaredSize?: number; flags?: number };

/** A ZIP file; `declaredSize` and `flags` make it lie. */
export function zip(files: readonly PackageFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredSize, flags = 0 } of files) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = [20, flags, 8, 0, 0, crc32(data), packed.length, declaredSize ?? data.length];
    const common = Buffer.alloc(26);
    fields.slice(0, 5).forEach((value, index) => {
      common.writeUInt16LE(value, index * 2);
    });
    fields.slice(5).forEach((value, index) => {
      common.writeUInt32LE(value, 10 + index * 4);
    });
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const STYLES = `<styleSheet xmlns="${SHEET_NAMESPACE}">
  <numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts>
  <fonts count="3"><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font>
    <font><name val="VNI-Times"/></font></fonts>
  <cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/>
    <xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A workbook of one sheet from the XML of its rows. Styles: 1 .VnTime, 2 VNI-Times, 3 date, 4 date and time. */
export function workbook(
  rows: string,
  { before = '', after = '', workbookProperties = '', extra = [] as readonly PackageFile[] } = {},
): Uint8Array {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zip([
    { name: '[Content_Types].xml', content: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relationship('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${SHEET_NAMESPACE}" xmlns:r="${OFFICE}">${workbookProperties}<sheets><sheet name="Bảng" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relationship('r1', 'worksheet', 'worksheets/sheet1.xml')}${relationship('r2', 'styles', 'styles.xml')}${relationship('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${before}<worksheet xmlns="${SHEET_NAMESPACE}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    },
    ...extra,
  ]);
}

/** The content of one file of a package; empty if it is not there. */
export function unzip(bytes: Uint8Array, name: string): string {
  const package_ = Buffer.from(bytes);
  const entry = package_.lastIndexOf(name) - 46;
  if (entry < 0) return '';
  const size = package_.readUInt32LE(entry + 20);
  const local = package_.readUInt32LE(entry + 42);
  const start = local + 30 + package_.readUInt16LE(local + 26) + package_.readUInt16LE(local + 28);
  const data = package_.subarray(start, start + size);
  return (package_.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data)).toString();
}
