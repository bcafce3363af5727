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
  let [rest, line] = ['', 0];
  for await (const piece of piecesOf(source)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      yield { line, text };
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield { line: line + 1, text: rest };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
