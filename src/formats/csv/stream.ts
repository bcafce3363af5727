import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { TextEncoding } from '#formats/legacy-encoding/index.ts';
import { detectDelimiter, parserOptions } from './dialect.ts';
import type { CsvOptions, CsvRow } from './read.ts';
import { type CsvRefusal, refusalOf } from './refusal.ts';
import { type Coding, decodeChunks, sniff } from './stream-text.ts';
import { createTable } from './table.ts';

/** First the header, then the rows; a refusal is always the last event. */
export type CsvEvent =
  | { kind: 'header'; header: string[]; delimiter: string; encoding: TextEncoding; confidence: number }
  | ({ kind: 'row' } & CsvRow)
  | CsvRefusal;

/**
 * `readCsv` for files of any length (a Node stream of chunks), holding a few hundred kilobytes at a time. The encoding is
 * decided by the first 256 KiB: legacy letters that appear only later are refused as `invalid-encoding`.
 */
export async function* readCsvStream(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions = {},
): AsyncGenerator<CsvEvent> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const { coding, rest } = await sniff(iterator, options.encoding);
    if ('carrier' in coding) yield* readEvents(rest, coding, options);
    else yield coding;
  } finally {
    await iterator.return?.();
  }
}

async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
  coding: Coding,
  options: CsvOptions,
): AsyncGenerator<CsvEvent> {
  const found: { refusal: CsvRefusal | null } = { refusal: null };
  const texts = decodeChunks(chunks, coding, (refusal) => {
    found.refusal = refusal;
  });
  const first = await texts.next();
  const start = first.done ? '' : first.value.replace(/^\ufeff/, '');
  const delimiter = options.delimiter ?? detectDelimiter(start);
  const table = createTable(options);
  try {
    for await (const record of parseRecords(prepend(start, texts), delimiter)) {
      const taken = table.take(record);
      if (taken.kind === 'blank') continue;
      const { encoding, confidence } = coding;
      yield taken.kind === 'header' ? { ...taken, delimiter, encoding, confidence } : taken;
      if (taken.kind !== 'header' && taken.kind !== 'row') return;
    }
  } catch (error) {
    found.refusal ??= refusalOf(error, table.nextLine());
  }
  if (found.refusal) yield found.refusal;
  else if (!table.hasHeader()) yield { kind: 'empty' };
}

async function* prepend(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Throws what the parser throws, after all records before it. */
async function* parseRecords(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const queue: string[][] = [];
  const parser = parse(parserOptions(delimiter, (record) => queue.push(record)));
  const ended = finished(parser.resume()).then(
    () => null,
    (error: unknown) => error,
  );
  for await (const text of texts) {
    const error = await new Promise<unknown>((resolve) => parser.write(text, resolve));
    yield* queue.splice(0);
    if (error) throw error;
  }
  parser.end();
  const error = await ended;
  yield* queue;
  if (error) throw error;
}
