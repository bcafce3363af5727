import { MARGINS, type PaperDocument, sheetSize, textWidth } from '#formats/paper/index.ts';
import { blockXml } from './blocks.ts';
import { escapeXml, paragraph, run } from './xml.ts';
import { writeZip } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A document as an Office Open XML file (ECMA-376, transitional). */
export function writeDocx(document: PaperDocument): Uint8Array {
  const parts: [string, string][] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONSHIPS],
    ['docProps/core.xml', coreProperties(document)],
    ['word/document.xml', body(document)],
    ['word/styles.xml', styles(document.lang)],
    ['word/footer1.xml', footer(document)],
    ['word/_rels/document.xml.rels', DOCUMENT_RELATIONSHIPS],
  ];
  return writeZip(new Map(parts.map(([name, xml]) => [name, new TextEncoder().encode(XML + xml)])));
}

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

function relationships(targets: readonly [string, string][]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

const PACKAGE_RELATIONSHIPS = relationships([
  [`${OFFICE}/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

const DOCUMENT_RELATIONSHIPS = relationships([
  [`${OFFICE}/styles`, 'styles.xml'],
  [`${OFFICE}/footer`, 'footer1.xml'],
]);

function coreProperties({ title, lang, date }: PaperDocument): string {
  const stamp = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(date)}</dcterms:${name}>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:language>${lang}</dc:language>${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
}

function body({ paper, blocks }: PaperDocument): string {
  const { width, height } = sheetSize(paper);
  const orientation = paper.landscape ? ' w:orient="landscape"' : '';
  const page = `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${orientation}/>`;
  const { top, right, bottom, left } = MARGINS;
  const margins = `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(10)}" w:footer="${twips(8)}" w:gutter="0"/>`;
  const content = blocks.map((block) => blockXml(block, twips(textWidth(paper)))).join('');
  return `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${content}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>${page}${margins}</w:sectPr></w:body></w:document>`;
}

/** Twentieths of a point in a length of millimetres. */
function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

function field(code: 'PAGE' | 'NUMPAGES'): string {
  return `<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:instrText>${code}</w:instrText></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>`;
}

function footer({ footer: lines }: PaperDocument): string {
  const small = { size: 9 };
  const texts = lines.map((line) => paragraph(run(line, small), { style: 'Footer' }));
  const number = paragraph(field('PAGE') + run('/', small) + field('NUMPAGES'), {
    style: 'Footer',
    align: 'right',
  });
  return `<w:ftr xmlns:w="${WORD}">${texts.join('')}${number}</w:ftr>`;
}

// Font and size of administrative documents: Nghị định 30/2020/NĐ-CP, Phụ lục I.
const FONT = 'Times New Roman';

function styles(lang: 'vi' | 'en'): string {
  const language = lang === 'vi' ? 'vi-VN' : 'en-GB';
  const named = (id: string, name: string, properties: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${properties}</w:pPr></w:style>`;
  return `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${named('Title', 'Title', '<w:spacing w:before="240" w:after="120"/>')}${named('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="0"/>')}${named('Footer', 'footer', '<w:spacing w:after="0"/>')}</w:styles>`;
}
