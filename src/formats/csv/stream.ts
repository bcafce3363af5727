import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { TextEncoding } from '#formats/legacy-encoding/index.ts';
import type { CsvConversion } from './conversions.ts';
import { detectDelimiter, parserOptions } from './dialect.ts';
import type { CsvOptions, CsvRow } from './read.ts';
import { type CsvRefusal, refusalOf } from './refusal.ts';
import { sniff } from './stream-text.ts';
import { createTable, type Taken } from './table.ts';
import { mixedSource, type TextSource, wholeSource } from './text-source.ts';

/** First the header, then the rows; a refusal is always the last event. */
export type CsvEvent =
  | {
      kind: 'header';
      header: string[];
      delimiter: string;
      encoding: TextEncoding;
      confidence: number;
      /** Of a file whose columns are coded differently: what was converted. Grows while rows are read. */
      conversions?: CsvConversion[];
    }
  | ({ kind: 'row' } & CsvRow)
  | CsvRefusal;

/**
 * `readCsv` for files of any length (a Node stream of chunks), holding a few hundred kilobytes at a time. The encoding is
 * decided by the first 256 KiB: legacy letters that appear only later are refused as `invalid-encoding`. Where columns
 * contradict each other there, each is decoded as what it is; the encoding of the file is then told as UTF-8.
 */
export async function* readCsvStream(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions = {},
): AsyncGenerator<CsvEvent> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const { coding, rest } = await sniff(iterator, options);
    if ('kind' in coding) yield coding;
    else
      yield* readEvents('carrier' in coding ? wholeSource(rest, coding) : mixedSource(rest, coding), options);
  } finally {
    await iterator.return?.();
  }
}

async function* readEvents(source: TextSource, options: CsvOptions): AsyncGenerator<CsvEvent> {
  const first = await source.texts.next();
  const start = first.done ? '' : first.value.replace(/^\ufeff/, '');
  const delimiter = options.delimiter ?? detectDelimiter(start);
  const table = createTable(options);
  const take = recordTaker(source, table);
  try {
    for await (const record of parseRecords(prepend(start, source.texts), delimiter)) {
      const taken = take(record);
      if (taken.kind === 'blank') continue;
      yield taken.kind === 'header' ? { ...taken, delimiter, ...source.about } : taken;
      if (taken.kind !== 'header' && taken.kind !== 'row') return;
    }
  } catch (error) {
    return yield source.stopped() ?? refusalOf(error, table.nextLine());
  }
  const refusal = source.stopped();
  if (refusal) yield refusal;
  else if (!table.hasHeader()) yield { kind: 'empty' };
}

function recordTaker({ decode }: TextSource, table: ReturnType<typeof createTable>) {
  let header: string[] | undefined;
  return (record: string[]): Taken => {
    const decoded = decode(record, header);
    if (decoded.kind !== 'cells')
      return { kind: 'invalid-encoding', line: table.nextLine(), offset: 0, column: decoded.column };
    const taken = table.take(decoded.cells);
    if (taken.kind === 'header') header = taken.header;
    return taken;
  };
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
