import { SaxesParser } from 'saxes';
import { readZip, writeZip } from './zip.ts';

/** The paragraphs of a part, tabs and breaks as characters; an XML that does not parse throws. */
export function paragraphsOf(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  const paragraphs: string[] = [];
  const parser = new SaxesParser();
  let inText = false;
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push('');
    if (name === 'w:br') append(paragraphs, '\n');
    inText = name === 'w:t';
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (text) => {
    if (inText) append(paragraphs, text);
  });
  parser.write(xmlOf(bytes, part)).close();
  return paragraphs;
}

function append(paragraphs: string[], text: string): void {
  paragraphs.push((paragraphs.pop() ?? '') + text);
}

export function xmlOf(bytes: Uint8Array, part = 'word/document.xml'): string {
  const found = readZip(bytes)?.get(part);
  if (!found) throw new Error(`The file has no ${part}`);
  return new TextDecoder().decode(found);
}

/** The same file after somebody edited the XML of its text. */
export function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = readZip(bytes);
  if (!parts) throw new Error('The file is no ZIP');
  return writeZip(parts.set('word/document.xml', new TextEncoder().encode(edit(xmlOf(bytes)))));
}
