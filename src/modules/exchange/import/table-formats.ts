import { type CsvEvent, type CsvOptions, readCsvStream } from '#formats/csv/index.ts';

/** What a reader of tables says, whatever the format: the header, each row with its line, or why the file is refused. */
export type TableEvent = CsvEvent;

type TableReader = (bytes: AsyncIterable<Uint8Array>, options: CsvOptions) => AsyncIterable<TableEvent>;

/** A format is a reader in `formats/` and a line here. */
const READERS = { csv: readCsvStream } as const satisfies Record<string, TableReader>;

export type TableFormat = keyof typeof READERS;

const EXTENSIONS: Readonly<Record<string, TableFormat>> = { csv: 'csv', tsv: 'csv', txt: 'csv' };

/** The format that a file's name stands for; undefined for one that is not read here. */
export function tableFormatOf(name: string): TableFormat | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : EXTENSIONS[extension];
}

export function readTable(format: TableFormat, bytes: AsyncIterable<Uint8Array>, options: CsvOptions) {
  // Exports come back with the apostrophes that keep formulas still; nobody else's file has them before such a sign.
  return READERS[format](bytes, { ...options, unguard: true });
}
