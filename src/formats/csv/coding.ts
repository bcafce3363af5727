import {
  convertText,
  repairMojibake,
  type TextEncoding,
  type UnicodeEncoding,
} from '#formats/legacy-encoding/index.ts';

/** What the bytes are: those of a legacy encoding, or a Unicode form in which legacy letters may have been saved. */
export type Carrier = 'bytes' | UnicodeEncoding;
export type Coding = { carrier: Carrier; encoding: TextEncoding; confidence: number };

export function converter(encoding: TextEncoding): (text: string) => string {
  switch (encoding) {
    case 'UTF-8':
    case 'UTF-16LE':
    case 'UTF-16BE':
      return (text) => text;
    case 'mis-decoded UTF-8':
      return (text) => repairMojibake(text).text;
    default:
      return (text) => convertText(text, encoding);
  }
}
