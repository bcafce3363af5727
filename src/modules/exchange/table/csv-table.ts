import { type CsvOptions, readCsvStream } from '#formats/csv/index.ts';
import { columnTexts } from './column-texts.ts';
import type { Conversion, TableEvent, TableOptions, TableRow } from './table-event.ts';

/** The table of a CSV file, read from its beginning to its end. */
export async function* readCsvTable(
  bytes: AsyncIterable<Uint8Array>,
  options: TableOptions,
): AsyncGenerator<TableEvent> {
  let settle: Settle | undefined;
  let rows: TableRow[] = [];
  for await (const event of readCsvStream(bytes, csvOptions(options))) {
    if (event.kind === 'row') rows.push(event);
    if (event.kind === 'row' && rows.length < SETTLED_TOGETHER) continue;
    yield* settled(rows, settle);
    rows = [];
    if (event.kind === 'header') {
      const conversions: Conversion[] = event.conversions ?? [];
      // Letters of old fonts are also met in files that were saved as Unicode.
      settle = event.encoding.startsWith('UTF-') ? columnTexts(event.header, conversions) : undefined;
      yield { ...event, conversions, format: 'csv' };
    } else if (event.kind !== 'row') yield event;
  }
  yield* settled(rows, settle);
}

const SETTLED_TOGETHER = 500;

type Settle = ReturnType<typeof columnTexts>;

function* settled(rows: readonly TableRow[], settle: Settle | undefined): Generator<TableRow> {
  const texts = settle?.(rows.map(({ cells }) => cells.map((text) => ({ text }))));
  for (const [index, row] of rows.entries()) yield { ...row, cells: texts?.[index] ?? row.cells };
}

function csvOptions({ delimiter, encoding, headerRow }: TableOptions): CsvOptions {
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(headerRow === undefined ? {} : { headerRow }),
    // Exports come back with the apostrophes that keep formulas still; nobody else's file has them before such a sign.
    unguard: true,
  };
}
