import {
  applyChangeset,
  type ChangesetOutcome,
  type Context,
  type Counts,
  type Problem,
  revertChangeset,
} from '#modules/registry/index.ts';
import { type RecordStandard, standardReference } from '#modules/standards/index.ts';
import { cellKnowledge, type ExchangeContext } from '../context.ts';
import { changesetKind } from '../queries.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { SheetPlan } from '../sheet/plan.ts';
import { type Drafting, draftRows } from './draft.ts';
import { findKey, importKey } from './key.ts';
import type { FileRefusal, ImportCounts, ImportOutcome, ImportResult, SheetReport } from './outcome.ts';
import { placeNames } from './place-names.ts';
import { readSheet, type SheetSource } from './read-sheet.ts';
import { refusalProblems } from './refusals.ts';
import type { DraftRow } from './row-draft.ts';
import { openSpool, type Spool } from './spool.ts';
import type { TableFormat } from './table-formats.ts';
import { countRows, noVerdicts, operationsIn, reportRows, type Verdicts } from './verdict.ts';

export interface ImportRequest {
  bytes: AsyncIterable<Uint8Array>;
  format: TableFormat;
  standard: RecordStandard;
  mapping?: Mapping | undefined;
  /** Reads and checks everything, and writes nothing. */
  dryRun?: boolean | undefined;
  /** Writes the other rows; without it, one rejected row keeps all from being written. */
  skipRejected?: boolean | undefined;
  /** For the history of the records: the name of the file. */
  reason?: string | undefined;
}

/** Reads a sheet and writes what it says as one changeset: all of it, or nothing. */
export async function importTable(ctx: ExchangeContext, request: ImportRequest): Promise<ImportResult> {
  const spool = await openSpool<DraftRow>();
  try {
    const read = await spoolRows(ctx, request, spool);
    if (read.kind === 'refused') {
      await spool.remove();
      return read;
    }
    const { outcome, verdicts } = await writeRows(ctx, request, { spool, ...read });
    const rows = { [Symbol.iterator]: () => reportRows(spool.rows(), verdicts) };
    return { kind: 'read', outcome, sheet: read.report, rows, close: spool.remove };
  } catch (error) {
    await spool.remove();
    throw error;
  }
}

type Spooled = { kind: 'spooled'; plan: SheetPlan; report: SheetReport; digest: string };

async function spoolRows(
  ctx: ExchangeContext,
  { bytes, format, standard, mapping = {} }: ImportRequest,
  spool: Spool<DraftRow>,
): Promise<Spooled | { kind: 'refused'; refusal: FileRefusal }> {
  const source: SheetSource = { bytes, format, standard, mapping };
  let opened: { drafting: Drafting; report: SheetReport } | undefined;
  for await (const event of readSheet(source)) {
    switch (event.kind) {
      case 'refused':
        return event;
      case 'plan':
        opened = { drafting: draftingOf(ctx, event.plan), report: event.report };
        break;
      case 'rows':
        if (opened) for (const row of await draftRows(event.rows, opened.drafting)) await spool.add(row);
        break;
      case 'end':
        if (!opened) break;
        await spool.seal();
        return { kind: 'spooled', plan: opened.drafting.plan, report: opened.report, digest: event.digest };
    }
  }
  throw new Error('The reader of the table stopped without a last word');
}

function draftingOf(ctx: ExchangeContext, plan: SheetPlan): Drafting {
  const { registry } = ctx;
  const today = (registry.now?.() ?? new Date()).toISOString().slice(0, 10);
  const places = placeNames(registry.db, today);
  return {
    db: registry.db,
    authority: registry,
    plan,
    kind: plan.standard.kind,
    standard: standardReference(plan.standard),
    knowledge: cellKnowledge(ctx, places.find),
    places,
    lineOfKey: new Map(),
  };
}

type Sheet = Omit<Spooled, 'kind'> & { spool: Spool<DraftRow> };
type Written = { outcome: ImportOutcome; verdicts: Verdicts };
type Conclusion =
  | { kind: 'applied' | 'repeated'; changesetId: number }
  | { kind: 'checked' }
  | { kind: 'not-written' };

async function writeRows(ctx: ExchangeContext, request: ImportRequest, sheet: Sheet): Promise<Written> {
  const { mapping = {}, standard } = request;
  const key = await findKey(
    ctx.registry.db,
    importKey({ digest: sheet.digest, kind: standard.kind, mapping }),
  );
  const verdicts = noVerdicts();
  const conclusion: Conclusion =
    key.kind === 'used'
      ? { kind: 'repeated', changesetId: key.changesetId }
      : await apply(ctx, request, { ...sheet, key: key.key, verdicts });
  verdicts.repeated = conclusion.kind === 'repeated';
  verdicts.written = conclusion.kind === 'applied';
  const counts = countRows(reportRows(sheet.spool.rows(), verdicts));
  return { verdicts, outcome: outcomeOf(conclusion, counts) };
}

function outcomeOf(conclusion: Conclusion, counts: ImportCounts): ImportOutcome {
  if (conclusion.kind === 'not-written')
    return { kind: counts.rejected > 0 ? 'rejected' : 'unchanged', counts };
  return { ...conclusion, counts };
}

type Applying = Pick<Sheet, 'spool' | 'plan'> & { key: string; verdicts: Verdicts };

/** Once more without the rows that the registry refused, where that is wanted; there are more of them each time. */
async function apply(ctx: ExchangeContext, request: ImportRequest, applying: Applying): Promise<Conclusion> {
  const { dryRun = false, skipRejected = false, reason } = request;
  const { spool, key, verdicts } = applying;
  const halts = !skipRejected && countRows(reportRows(spool.rows(), verdicts)).rejected > 0;
  const rehearsed: Conclusion = { kind: dryRun ? 'checked' : 'not-written' };
  const header = { kind: 'import', key, dryRun: dryRun || halts, action: 'import', reason } as const;
  // What is taken back at once need not be indexed for search.
  const registry = header.dryRun ? { ...ctx.registry, projections: [] } : ctx.registry;
  for (;;) {
    const { operations, places } = operationsIn(spool.rows(), verdicts);
    if (places.length === 0) return rehearsed;
    const outcome = await applyChangeset(registry, { ...header, operations });
    note(outcome, places, applying);
    if (outcome.kind === 'applied' || outcome.kind === 'repeated') {
      return { kind: outcome.kind, changesetId: outcome.changesetId };
    }
    if (outcome.kind !== 'refused' || dryRun || !skipRejected) return rehearsed;
  }
}

/** Enters what became of each operation at the place of its row. Results of an earlier time fit no rows of today. */
function note(outcome: ChangesetOutcome, places: readonly number[], { verdicts, plan }: Applying): void {
  if (outcome.kind === 'refused') refuseRows(outcome.problems, { places, verdicts, plan });
  else if (outcome.kind !== 'repeated') {
    for (const { operation, pid, change } of outcome.results) {
      verdicts.results.set(places[operation] ?? 0, { pid, change });
    }
  }
}

type Refusing = { places: readonly number[]; verdicts: Verdicts; plan: SheetPlan };

function refuseRows(problems: readonly Problem[], { places, verdicts, plan }: Refusing): void {
  for (const { operation, ...refusal } of problems) {
    const place = places[operation] ?? 0;
    const before = verdicts.refused.get(place) ?? [];
    verdicts.refused.set(place, [...before, ...refusalProblems(refusal, plan)]);
  }
}

export type UndoOutcome =
  | { kind: 'undone'; changesetId: number; counts: Counts }
  | { kind: 'not-an-import' }
  | { kind: 'refused'; problems: Problem[] };

/** Takes an import back as a whole: every value as it was, new records withdrawn. */
export async function undoImport(
  registry: Context,
  { changesetId, reason }: { changesetId: number; reason: string },
): Promise<UndoOutcome> {
  if ((await changesetKind(registry.db, changesetId)) !== 'import') return { kind: 'not-an-import' };
  const outcome = await revertChangeset(registry, { changesetId, reason });
  if (outcome.kind === 'refused') return outcome;
  const written = outcome.kind === 'applied' || outcome.kind === 'repeated';
  return { kind: 'undone', changesetId: written ? outcome.changesetId : changesetId, counts: outcome.counts };
}
