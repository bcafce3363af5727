export { type CsvOptions, type CsvOutcome, type CsvRow, readCsv } from './read.ts';
export type { CsvRefusal } from './refusal.ts';
export { type CsvEvent, readCsvStream } from './stream.ts';
export { type CsvCell, csvLine, writeCsv } from './write.ts';
