import { createHash, type Hash } from 'node:crypto';
import { type RecordStandard, templateColumns } from '#modules/standards/index.ts';
import { type AsideRows, asideReader } from '../sheet/aside.ts';
import { dateFaults } from '../sheet/date-faults.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { planSheet, type SheetPlan, understandingOf } from '../sheet/plan.ts';
import { isHeaderRow } from '../sheet/row.ts';
import { datedCells, type SheetWarning, warningGatherer } from '../sheet/warnings.ts';
import type { TableRow } from '../table/table-event.ts';
import type { SheetRow } from './draft.ts';
import type { FileRefusal, SheetReport } from './outcome.ts';
import { readTable, type TableEvent, type TableFormat, type TableOptions } from './table-formats.ts';

export interface SheetSource {
  bytes: AsyncIterable<Uint8Array>;
  format: TableFormat;
  standard: RecordStandard;
  mapping: Mapping;
}

/** `end` and `refused` are the last event of a sheet; `digest`: SHA-256 of the file. */
export type SheetEvent =
  | { kind: 'plan'; plan: SheetPlan; report: SheetReport }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'end'; digest: string }
  | { kind: 'refused'; refusal: FileRefusal };

export async function* readSheet(source: SheetSource): AsyncGenerator<SheetEvent> {
  const hash = createHash('sha256');
  const table = readTable(source.format, hashed(source.bytes, hash), tableOptions(source));
  for await (const event of batched(table, source)) {
    yield event;
    if (event.kind === 'refused') return;
  }
  yield { kind: 'end', digest: hash.digest('hex') };
}

/** How the table of a file is found in it. */
export function tableOptions({ standard, mapping }: Pick<SheetSource, 'standard' | 'mapping'>): TableOptions {
  const { delimiter, encoding, sheet, headerRow } = mapping;
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    understands: understandingOf(standard, mapping),
    keys: templateColumns(standard).map(({ key }) => key),
  };
}

/** Rows read together, so that the database is asked for many records at a time. */
const BATCH = 500;

async function* batched(events: AsyncIterable<TableEvent>, source: SheetSource): AsyncGenerator<SheetEvent> {
  let batch: SheetRow[] = [];
  let rowOf: ((row: TableRow) => SheetRow | undefined) | undefined;
  for await (const event of events) {
    if (event.kind !== 'row') {
      const opened = openSheet(event, source);
      rowOf = opened.kind === 'plan' ? rowReader(opened) : undefined;
      yield opened;
      continue;
    }
    const row = rowOf?.(event);
    if (row) batch.push(row);
    if (batch.length < BATCH) continue;
    yield { kind: 'rows', rows: batch };
    batch = [];
  }
  yield { kind: 'rows', rows: batch };
}

/** Leaves out rows that are no data, and notes what looks wrong in the others. */
function rowReader({ plan, warnings, aside }: OpenedSheet): (row: TableRow) => SheetRow | undefined {
  const warn = warningGatherer(plan, warnings);
  const dated = datedCells(plan);
  const isAside = asideReader(plan, aside);
  let isFirst = true;
  return ({ line, cells, dates = [] }) => {
    const skipped = isNoData(cells, isFirst ? plan : undefined);
    isFirst = false;
    if (skipped || isAside(line, cells)) return undefined;
    warn({ line, cells, dates });
    const faults = dateFaults(dates, plan, dated);
    return { line, cells, ...(faults.length > 0 ? { faults } : {}) };
  };
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Empty rows, of which spreadsheets export thousands, and the row of labels under the keys of the template. */
function isNoData(cells: readonly string[], plan: SheetPlan | undefined): boolean {
  return cells.every((cell) => cell.trim() === '') || (plan !== undefined && isHeaderRow(cells, plan));
}

/** Below this, a legacy encoding was guessed from too little text to build records on. */
const LEAST_CONFIDENCE = 0.8;

type OpenedSheet = Extract<SheetEvent, { kind: 'plan' }> & { warnings: SheetWarning[]; aside: AsideRows };
type Refused = Extract<SheetEvent, { kind: 'refused' }>;

function openSheet(
  event: Exclude<TableEvent, TableRow>,
  { standard, mapping }: SheetSource,
): OpenedSheet | Refused {
  if (event.kind !== 'header') return { kind: 'refused', refusal: event };
  const { header, encoding, confidence, sheet, row, format, conversions = [], whole = false } = event;
  if (confidence < LEAST_CONFIDENCE) {
    return { kind: 'refused', refusal: { kind: 'uncertain-encoding', encoding, confidence } };
  }
  const planned = planSheet(header, standard, whole ? { ...mapping, emptyCells: 'keep' } : mapping);
  const place = { ...(sheet === undefined ? {} : { sheet }), ...(row === undefined ? {} : { row }) };
  if (planned.kind === 'refused') {
    return { kind: 'refused', refusal: { kind: 'header', problems: planned.problems, ...place } };
  }
  const { plan } = planned;
  const warnings: SheetWarning[] = [];
  const aside: AsideRows = { count: 0, first: [] };
  const report: SheetReport = {
    ...{ header, encoding, ignored: plan.ignored, conversions, warnings, aside },
    ...(format === undefined ? {} : { format }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { headerRow: row }),
  };
  return { kind: 'plan', plan, report, warnings, aside };
}
