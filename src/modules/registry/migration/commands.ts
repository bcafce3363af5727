import {
  type Catalogue,
  type MigrationChoice,
  migrateBody,
  type RecordStandard,
  standardReference,
} from '#modules/standards/index.ts';
import { applyChangeset } from '../changeset/commands.ts';
import type { Operation } from '../changeset/operation.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../outcome.ts';
import { type CurrentRecord, currentRecordsAfter } from '../record/bulk-queries.ts';
import type { RecordKind } from '../record/record.ts';

/** Records of one changeset: all their bodies are held in memory at once. */
const BATCH = 2_000;

export interface MigrationRequest {
  catalogue: Catalogue;
  kind: RecordKind;
  dryRun?: boolean;
}

export interface MigrationReport {
  /** The version that records were brought to, `kind@version`. */
  standard: string;
  migrated: number;
  /** Records left as they are, because a step needs a person's choice. */
  waiting: { pid: string; choices: MigrationChoice[] }[];
  /** Records that the new version would not accept. */
  problems: Problem[];
}

/**
 * Brings every record of a kind to the version of its standard that is in force, by the steps the standard declares,
 * in changesets of their own that can be reverted. What no step can decide is left alone and listed.
 */
export async function migrateRecords(
  ctx: Context,
  request: MigrationRequest,
): Promise<MigrationReport | null> {
  const to = request.catalogue.standard(request.kind);
  if (!to) return null;
  const report: MigrationReport = { standard: standardReference(to), migrated: 0, waiting: [], problems: [] };
  for (let after = 0; ; ) {
    const records = await currentRecordsAfter(ctx.db, { after, limit: BATCH });
    const last = records.at(-1);
    if (last === undefined) return report;
    after = last.id;
    await migrateBatch(ctx, { ...request, to, records, report });
  }
}

interface Batch extends MigrationRequest {
  to: RecordStandard;
  records: CurrentRecord[];
  report: MigrationReport;
}

async function migrateBatch(
  ctx: Context,
  { records, to, catalogue, kind, report, dryRun = false }: Batch,
): Promise<void> {
  const outdated = records.filter(
    (record) => record.kind === kind && record.body.standard !== report.standard && isOpen(record),
  );
  const operations = outdated.flatMap((record) => operationFor(record, { to, catalogue, report }));
  if (operations.length === 0) return;
  const outcome = await applyChangeset(ctx, {
    kind: 'migration',
    reason: report.standard,
    dryRun,
    operations,
  });
  if (outcome.kind === 'refused') report.problems.push(...outcome.problems);
  else report.migrated += operations.length;
}

function isOpen({ state }: CurrentRecord): boolean {
  return state !== 'withdrawn' && state !== 'merged';
}

function operationFor(
  { pid, version, body }: CurrentRecord,
  { to, catalogue, report }: Pick<Batch, 'to' | 'catalogue' | 'report'>,
): Operation[] {
  const from = catalogue.standardByReference(body.standard);
  const outcome = from ? migrateBody(body, { from, to, catalogue }) : ({ kind: 'no-path' } as const);
  if (outcome.kind === 'migrated') {
    return [{ op: 'update', record: { pid }, expectedVersion: version, body: outcome.body }];
  }
  report.waiting.push({ pid, choices: outcome.kind === 'needs-choice' ? outcome.choices : [] });
  return [];
}
