import { createHash, type Hash } from 'node:crypto';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { planSheet, type SheetPlan } from '../sheet/plan.ts';
import { isHeaderRow } from '../sheet/row.ts';
import type { SheetRow } from './draft.ts';
import type { FileRefusal, SheetReport } from './outcome.ts';
import { readTable, type TableEvent, type TableFormat } from './table-formats.ts';

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
  const { delimiter, encoding } = source.mapping;
  const options = { ...(delimiter ? { delimiter } : {}), ...(encoding ? { encoding } : {}) };
  for await (const event of batched(readTable(source.format, hashed(source.bytes, hash), options), source)) {
    yield event;
    if (event.kind === 'refused') return;
  }
  yield { kind: 'end', digest: hash.digest('hex') };
}

/** Rows read together, so that the database is asked for many records at a time. */
const BATCH = 500;

async function* batched(events: AsyncIterable<TableEvent>, source: SheetSource): AsyncGenerator<SheetEvent> {
  let batch: SheetRow[] = [];
  let awaited: SheetPlan | undefined;
  for await (const event of events) {
    if (event.kind !== 'row') {
      const opened = openSheet(event, source);
      yield opened;
      awaited = opened.kind === 'plan' ? opened.plan : undefined;
      continue;
    }
    if (!isNoData(event.cells, awaited)) batch.push({ line: event.line, cells: event.cells });
    awaited = undefined;
    if (batch.length < BATCH) continue;
    yield { kind: 'rows', rows: batch };
    batch = [];
  }
  yield { kind: 'rows', rows: batch };
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

function openSheet(
  event: Exclude<TableEvent, { kind: 'row' }>,
  { standard, mapping }: SheetSource,
): SheetEvent {
  if (event.kind !== 'header') return { kind: 'refused', refusal: event };
  const { header, encoding, confidence } = event;
  if (confidence < LEAST_CONFIDENCE) {
    return { kind: 'refused', refusal: { kind: 'uncertain-encoding', encoding, confidence } };
  }
  const planned = planSheet(header, standard, mapping);
  if (planned.kind === 'refused') {
    return { kind: 'refused', refusal: { kind: 'header', problems: planned.problems } };
  }
  const { plan } = planned;
  return { kind: 'plan', plan, report: { header, encoding, ignored: plan.ignored } };
}
