import { Buffer } from 'node:buffer';
import type { RandomAccess } from '#formats/xlsx/index.ts';
import { readCsvTable } from '../table/csv-table.ts';
import type { TableFormat } from '../table/format-names.ts';
import { readGeoJson } from '../table/geojson-table.ts';
import { readJsonLines } from '../table/json-lines.ts';
import { formatOfContent } from '../table/signature.ts';
import { spoolFile } from '../table/spooled-file.ts';
import type { TableEvent, TableOptions } from '../table/table-event.ts';
import { readWorkbookTable } from '../table/workbook-table.ts';

export { otherFormatOf, type TableFormat, tableFormatOf } from '../table/format-names.ts';
export type { TableEvent, TableOptions } from '../table/table-event.ts';

type StoredReader = (source: RandomAccess, options: TableOptions) => AsyncIterable<TableEvent>;

/** A format is a reader of tables and a line here; texts that are read from beginning to end need no file. */
const STORED: Readonly<Record<Exclude<TableFormat, 'csv'>, StoredReader>> = {
  xlsx: readWorkbookTable,
  jsonl: readJsonLines,
  geojson: readGeoJson,
};

/** Reads a table as what it is; `named` is what its name says, which decides only where the content does not. */
export async function* readTable(
  named: TableFormat,
  bytes: AsyncIterable<Uint8Array>,
  options: TableOptions = {},
): AsyncGenerator<TableEvent> {
  const { start, all } = await peek(bytes);
  const signature = formatOfContent(start, named);
  if (signature.kind === 'other') return yield { kind: 'other-format', format: signature.format };
  if (signature.format === 'csv') return yield* readCsvTable(all, options);
  const file = await spoolFile(all);
  try {
    for await (const event of STORED[signature.format](file, options)) {
      yield event.kind === 'header' ? { ...event, format: signature.format } : event;
    }
  } finally {
    await file.remove();
  }
}

/** Enough to know a format by. */
const PEEKED = 4_096;

async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ start: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < PEEKED) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    size += next.value.length;
  }
  const start = Buffer.concat(read);
  return { start, all: resumed(start, iterator) };
}

async function* resumed(start: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield start;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
