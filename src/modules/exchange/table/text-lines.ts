import type { RandomAccess } from '#formats/xlsx/index.ts';
import type { JsonObject } from './flat-object.ts';
import { piecesOf } from './spooled-file.ts';

export interface Numbered<T> {
  line: number;
  text: T;
}

/** The lines of a text in UTF-8, numbered from 1; what is no UTF-8 becomes a mark that no JSON has outside its texts. */
export async function* numberedLines(source: RandomAccess): AsyncGenerator<Numbered<string>> {
  const decoder = new TextDecoder('utf-8');
  // A file may be one line: what waits for its end is put together once.
  let [rest, line]: [string[], number] = [[], 0];
  for await (const piece of piecesOf(source)) {
    const [end = '', ...lines] = decoder.decode(piece, { stream: true }).split('\n');
    rest.push(end);
    for (const next of lines) {
      line += 1;
      yield { line, text: rest.join('') };
      rest = [next];
    }
  }
  const last = rest.join('') + decoder.decode();
  if (last !== '') yield { line: line + 1, text: last };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
