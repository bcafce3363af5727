import type { TextEncoding } from '#formats/legacy-encoding/index.ts';

/** What was converted in one column, with a few of its texts as their bytes read in Windows-1252, and after. */
export interface CsvConversion {
  column: string;
  encoding: TextEncoding;
  by: 'content';
  samples: { before: string; after: string }[];
}

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 120;

/** Notes conversions while rows are read, into a list that grows. */
export function conversionNotes(list: CsvConversion[]) {
  const known = new Map<string, CsvConversion>();
  return (column: string, encoding: TextEncoding, texts: { bytes: string; after: string }): void => {
    const key = `${encoding} ${column}`;
    let conversion = known.get(key);
    if (!conversion) {
      conversion = { column, encoding, by: 'content', samples: [] };
      known.set(key, conversion);
      list.push(conversion);
    }
    const { samples } = conversion;
    if (samples.length === MOST_SAMPLES) return;
    const sample = { before: shortened(asWindows1252(texts.bytes)), after: shortened(texts.after) };
    if (samples.every(({ before }) => before !== sample.before)) samples.push(sample);
  };
}

const windows1252 = new TextDecoder('windows-1252');

function asWindows1252(byteString: string): string {
  return windows1252.decode(Uint8Array.from(byteString, (character) => character.charCodeAt(0)));
}

function shortened(text: string): string {
  const letters = [...text.slice(0, 4 * LONGEST_SAMPLE)];
  return letters.length > LONGEST_SAMPLE ? `${letters.slice(0, LONGEST_SAMPLE - 1).join('')}…` : text;
}
