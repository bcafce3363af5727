import type { TextEncoding } from '#formats/legacy-encoding/index.ts';
import type { Coding } from './coding.ts';
import { type CsvConversion, conversionNotes } from './conversions.ts';
import { decodeCell, type MixedCoding } from './mixed.ts';
import type { CsvRefusal } from './refusal.ts';
import { byteTexts, decodeChunks } from './stream-text.ts';

/** `column`: of the cell that is no text, from 1. */
type DecodedRecord = { kind: 'cells'; cells: string[] } | { kind: 'undecodable'; column: number };

/** The text of a file, and what becomes of its records. */
export interface TextSource {
  texts: AsyncGenerator<string>;
  /** What stopped the text before its end. */
  stopped(): CsvRefusal | null;
  decode(record: string[], header: readonly string[] | undefined): DecodedRecord;
  about: { encoding: TextEncoding; confidence: number; conversions?: CsvConversion[] };
}

export function wholeSource(chunks: AsyncIterable<Uint8Array>, coding: Coding): TextSource {
  let refusal: CsvRefusal | null = null;
  const texts = decodeChunks(chunks, coding, (found) => {
    refusal = found;
  });
  const { encoding, confidence } = coding;
  return {
    texts,
    stopped: () => refusal,
    decode: (cells) => ({ kind: 'cells', cells }),
    about: { encoding, confidence },
  };
}

export function mixedSource(chunks: AsyncIterable<Uint8Array>, coding: MixedCoding): TextSource {
  const conversions: CsvConversion[] = [];
  const note = conversionNotes(conversions);
  return {
    texts: byteTexts(chunks),
    stopped: () => null,
    decode: (record, header) => {
      const cells: string[] = [];
      for (const [column, bytes] of record.entries()) {
        const cell = decodeCell(bytes, column, coding);
        if (!cell) return { kind: 'undecodable', column: column + 1 };
        cells.push(cell.text);
        if (header && cell.encoding !== 'UTF-8')
          note(header[column] ?? '', cell.encoding, { bytes, after: cell.text });
      }
      return { kind: 'cells', cells };
    },
    about: { encoding: 'UTF-8', confidence: 1, conversions },
  };
}
