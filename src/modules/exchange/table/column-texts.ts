import { convertText, detectText, isByteText, type TextEncoding } from '#formats/legacy-encoding/index.ts';
import type { CellText } from './cell-text.ts';
import type { Conversion } from './table-event.ts';

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 120;
/** Below this, letters are too weak a sign to change texts by. */
const LEAST_CONFIDENCE = 0.8;

/**
 * Settles the texts of columns: what the font told is converted already; where it told nothing, the letters of the
 * column decide. A column may become certain only further down, hence batch by batch.
 */
export function columnTexts(header: readonly string[], conversions: Conversion[]) {
  const decided = new Map<number, TextEncoding>();
  const noted = new Map<string, Conversion>();

  const note = (
    column: number,
    encoding: TextEncoding,
    by: Conversion['by'],
    before: string,
    after: string,
  ) => {
    const key = `${column} ${encoding} ${by}`;
    let conversion = noted.get(key);
    if (!conversion) {
      conversion = { column: header[column] ?? '', encoding, by, samples: [] };
      noted.set(key, conversion);
      conversions.push(conversion);
    }
    const { samples } = conversion;
    const sample = { before: shortened(before), after: shortened(after) };
    if (samples.length < MOST_SAMPLES && samples.every((other) => other.before !== sample.before))
      samples.push(sample);
  };

  const settle = (column: number, { text, encoding, before }: CellText): string => {
    if (encoding !== undefined) {
      note(column, encoding, 'font', before ?? '', text);
      return text;
    }
    const known = decided.get(column);
    if (known === undefined || !isSuspect(text)) return text;
    const converted = known === 'mis-decoded UTF-8' ? detectText(text).text : converter(known)(text);
    if (converted !== text) note(column, known, 'content', text, converted);
    return converted;
  };

  return (rows: readonly CellText[][]): string[][] => {
    for (const column of header.keys()) {
      const encoding = decided.get(column) ?? encodingOf(rows, column);
      if (encoding !== undefined) decided.set(column, encoding);
    }
    return rows.map((cells) => header.map((_, column) => settle(column, cells[column] ?? { text: '' })));
  };
}

function encodingOf(rows: readonly CellText[][], column: number): TextEncoding | undefined {
  const suspects = rows.flatMap((cells) => {
    const cell = cells[column];
    return cell !== undefined && cell.encoding === undefined && isSuspect(cell.text) ? [cell.text] : [];
  });
  if (suspects.length === 0) return undefined;
  const { encoding, confidence } = detectText(suspects.join('\n'));
  return encoding.startsWith('UTF-') || confidence < LEAST_CONFIDENCE ? undefined : encoding;
}

const isSuspect = (text: string): boolean => /[\x80-\uffff]/.test(text) && isByteText(text);

function converter(encoding: TextEncoding): (text: string) => string {
  switch (encoding) {
    case 'UTF-8':
    case 'UTF-16LE':
    case 'UTF-16BE':
    case 'mis-decoded UTF-8':
      return (text) => text;
    default:
      return (text) => convertText(text, encoding);
  }
}

function shortened(text: string): string {
  const letters = [...text.slice(0, 4 * LONGEST_SAMPLE)];
  return letters.length > LONGEST_SAMPLE ? `${letters.slice(0, LONGEST_SAMPLE - 1).join('')}…` : text;
}
