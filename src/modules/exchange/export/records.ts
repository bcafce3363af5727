import {
  type CurrentRecord,
  currentRecords,
  type RecordFilter,
  recordIdsAfter,
} from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { cellKnowledge, type ExchangeContext } from '../context.ts';
import { type RecordFormat, type RecordWriter, recordWriter } from './record-formats.ts';
import { writeRecordWorkbook } from './workbook.ts';

export type ExportOutcome =
  | { kind: 'export'; texts: AsyncIterable<string> }
  /** A table has the columns of one kind. */
  | { kind: 'needs-one-kind' };

/**
 * Records in the order they were made, as texts of a file. For staff: everything that is recorded, personal values and
 * exact places included; what the public may have is published elsewhere.
 */
export function exportRecords(
  ctx: ExchangeContext,
  { filter, format }: { filter: RecordFilter; format: RecordFormat },
): ExportOutcome {
  const standard = filter.kind === undefined ? undefined : ctx.catalogue.standard(filter.kind);
  // Units are written by their codes and read back by them: names are never looked up.
  const knowledge = cellKnowledge(ctx, unitOfCode);
  const outcome = recordWriter(format, { standard, knowledge });
  if (outcome.kind !== 'writer') return outcome;
  return { kind: 'export', texts: texts(outcome.writer, recordsIn(ctx.registry, filter)) };
}

/** The same as a workbook of one sheet: the import template, filled in. */
export function exportWorkbook(
  ctx: ExchangeContext,
  { filter, lang }: { filter: RecordFilter; lang: Lang },
): { kind: 'export'; bytes: AsyncIterable<Uint8Array> } | { kind: 'needs-one-kind' } {
  const standard = filter.kind === undefined ? undefined : ctx.catalogue.standard(filter.kind);
  if (!standard) return { kind: 'needs-one-kind' };
  const knowledge = cellKnowledge(ctx, unitOfCode);
  const records = () => recordsIn(ctx.registry, filter);
  return { kind: 'export', bytes: writeRecordWorkbook({ standard, knowledge, lang, records }) };
}

function unitOfCode(text: string) {
  return /^\d+$/.test(text)
    ? { kind: 'units' as const, units: [text], historicUnits: [] }
    : { kind: 'unknown' as const };
}

async function* texts(
  { head, write, between = '', tail = '' }: RecordWriter,
  records: AsyncIterable<CurrentRecord>,
): AsyncGenerator<string> {
  if (head !== '') yield head;
  let isFirst = true;
  for await (const record of records) {
    yield isFirst ? write(record) : between + write(record);
    isFirst = false;
  }
  if (tail !== '') yield tail;
}

const PAGE = 500;

/** Records that staff find by a filter, in the order they were made. */
export async function* recordsIn(
  { db, actorId }: { db: Db; actorId: number },
  filter: RecordFilter,
): AsyncGenerator<CurrentRecord> {
  const reader = { actorId, staff: true };
  for (let after = 0; ; ) {
    const ids = await recordIdsAfter(db, reader, { filter, after, limit: PAGE });
    yield* await currentRecords(db, ids);
    const last = ids.at(-1);
    if (ids.length < PAGE || last === undefined) return;
    after = last;
  }
}
