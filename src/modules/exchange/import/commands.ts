import {
  applyChangeset,
  type ChangesetOutcome,
  type Check,
  type Context,
  type Counts,
  changesetKind,
  openCheck,
  type Problem,
  type Refusal,
  revertChangeset,
} from '#modules/registry/index.ts';
import { type RecordStandard, standardReference } from '#modules/standards/index.ts';
import { cellKnowledge, type ExchangeContext } from '../context.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { SheetPlan } from '../sheet/plan.ts';
import { sheetDigest } from './digest.ts';
import { type Drafting, draftRows } from './draft.ts';
import { findKey, importKey } from './key.ts';
import type { FileRefusal, ImportOutcome, ImportResult, SheetReport } from './outcome.ts';
import { placeNames } from './place-names.ts';
import { readSheet, type SheetSource } from './read-sheet.ts';
import { refusalProblems } from './refusals.ts';
import { type DraftRow, operationOf } from './row-draft.ts';
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
  /** The digest of a dry run: nothing is written when the file, or a record that it touches, changed since. */
  expectDigest?: string | undefined;
  /** For the history of the records: the name of the file. */
  reason?: string | undefined;
  /** Where rows wait while they are checked, instead of in a file of their own. */
  spoolPath?: string | undefined;
}

/** Reads a sheet and writes what it says as one changeset: all of it, or nothing. */
export async function importTable(ctx: ExchangeContext, request: ImportRequest): Promise<ImportResult> {
  const spool = await openSpool<DraftRow>({ path: request.spoolPath });
  try {
    const verdicts = noVerdicts();
    const read = await spoolRows(ctx, request, { spool, verdicts });
    if (read.kind === 'refused') {
      await spool.remove();
      return read;
    }
    const { report: sheet, plan, digest } = read;
    const outcome = await writeRows(ctx, request, { spool, verdicts, ...read });
    const rows = { [Symbol.iterator]: () => reportRows(spool.rows(), verdicts, plan) };
    return { kind: 'read', outcome, sheet, digest, rows, close: spool.remove };
  } catch (error) {
    await spool.remove();
    throw error;
  }
}

interface Reading {
  spool: Spool<DraftRow>;
  verdicts: Verdicts;
}

/** `key`: of the changeset, were it the first of this file. */
type Spooled = { kind: 'spooled'; plan: SheetPlan; report: SheetReport; key: string; digest: string };

async function spoolRows(
  ctx: ExchangeContext,
  { bytes, format, standard, mapping = {}, dryRun = false }: ImportRequest,
  reading: Reading,
): Promise<Spooled | { kind: 'refused'; refusal: FileRefusal }> {
  const source: SheetSource = { bytes, format, standard, mapping };
  // What is written is judged as it is written.
  const check = dryRun ? await openCheck(ctx.registry, 'import') : undefined;
  const digest = sheetDigest();
  let opened: { drafting: Drafting; report: SheetReport } | undefined;
  for await (const event of readSheet(source)) {
    switch (event.kind) {
      case 'refused':
        return event;
      case 'plan':
        opened = { drafting: draftingOf(ctx, event.plan, mapping), report: event.report };
        break;
      case 'rows': {
        if (!opened) break;
        const rows = await draftRows(event.rows, opened.drafting);
        await takeRows(rows, { ...reading, digest, check, plan: opened.drafting.plan });
        break;
      }
      case 'end': {
        if (!opened) break;
        await reading.spool.seal();
        const key = importKey({ digest: event.digest, kind: standard.kind, mapping });
        return {
          ...{ kind: 'spooled', plan: opened.drafting.plan, report: opened.report },
          ...{ key, digest: digest.with(key) },
        };
      }
    }
  }
  throw new Error('The reader of the table stopped without a last word');
}

interface Taking extends Reading {
  digest: ReturnType<typeof sheetDigest>;
  check: Check | undefined;
  plan: SheetPlan;
}

async function takeRows(
  rows: readonly DraftRow[],
  { spool, verdicts, digest, check, plan }: Taking,
): Promise<void> {
  const first = verdicts.drafts.length;
  if (check) await checkRows(rows, { first, check, verdicts, plan });
  for (const row of rows) {
    verdicts.drafts.push(row.draft.kind);
    digest.add(row);
    await spool.add(row);
  }
}

interface Checking {
  /** The place of the first row. */
  first: number;
  check: Check;
  verdicts: Verdicts;
  plan: SheetPlan;
}

async function checkRows(
  rows: readonly DraftRow[],
  { first, check, verdicts, plan }: Checking,
): Promise<void> {
  const doing = rows.flatMap((row, at) => {
    const operation = operationOf(row);
    return operation ? [{ place: first + at, operation }] : [];
  });
  const found = await check.judge(doing.map(({ operation }) => operation));
  for (const [at, finding] of found.entries()) {
    const place = doing[at]?.place ?? 0;
    if (finding.kind === 'refused') refuseRow(place, finding.refusals, { verdicts, plan });
    else if (finding.change === 'unchanged') verdicts.results.set(place, { pid: '', change: 'unchanged' });
  }
}

function draftingOf(ctx: ExchangeContext, plan: SheetPlan, { state }: Mapping): Drafting {
  const { registry } = ctx;
  const today = (registry.now?.() ?? new Date()).toISOString().slice(0, 10);
  const places = placeNames(registry.db, today);
  return {
    db: registry.db,
    authority: registry,
    plan,
    kind: plan.standard.kind,
    standard: standardReference(plan.standard),
    published: state === 'published',
    knowledge: cellKnowledge(ctx, places.find),
    places,
    lineOfKey: new Map(),
  };
}

type Sheet = Omit<Spooled, 'kind'> & Reading;

async function writeRows(ctx: ExchangeContext, request: ImportRequest, sheet: Sheet): Promise<ImportOutcome> {
  const { verdicts } = sheet;
  const key = await findKey(ctx.registry.db, sheet.key);
  const conclusion: Conclusion =
    key.kind === 'used'
      ? { kind: 'repeated', changesetId: key.changesetId }
      : await conclude(ctx, request, { ...sheet, key: key.key });
  verdicts.repeated = conclusion.kind === 'repeated';
  verdicts.written = conclusion.kind === 'applied';
  const counts = countRows(verdicts);
  if (conclusion.kind !== 'not-written') return { ...conclusion, counts };
  return { kind: counts.rejected > 0 ? 'rejected' : 'unchanged', counts };
}

type Conclusion =
  | { kind: 'applied' | 'repeated'; changesetId: number }
  | { kind: 'checked' | 'outdated' }
  | { kind: 'not-written' };

async function conclude(ctx: ExchangeContext, request: ImportRequest, sheet: Sheet): Promise<Conclusion> {
  const { expectDigest, dryRun = false, skipRejected = false } = request;
  if (expectDigest !== undefined && expectDigest !== sheet.digest) return { kind: 'outdated' };
  if (dryRun) return { kind: 'checked' };
  if (skipRejected || countRows(sheet.verdicts).rejected === 0) return await apply(ctx, request, sheet);
  await checkAll(ctx, sheet);
  return { kind: 'not-written' };
}

const CHECKED_TOGETHER = 500;

/** Whoever has to correct some rows is told of all that are wrong at once. */
async function checkAll({ registry }: ExchangeContext, { spool, verdicts, plan }: Sheet): Promise<void> {
  const check = await openCheck(registry, 'import');
  let [first, rows]: [number, DraftRow[]] = [0, []];
  for (const row of spool.rows()) {
    rows.push(row);
    if (rows.length < CHECKED_TOGETHER) continue;
    await checkRows(rows, { first, check, verdicts, plan });
    [first, rows] = [first + rows.length, []];
  }
  await checkRows(rows, { first, check, verdicts, plan });
}

/** Once more without the rows that the registry refused, where that is wanted; there are more of them each time. */
async function apply(
  { registry }: ExchangeContext,
  { skipRejected = false, reason }: ImportRequest,
  { key, ...sheet }: Sheet,
): Promise<Conclusion> {
  for (;;) {
    const { operations, places } = operationsIn(sheet.spool.rows(), sheet.verdicts);
    if (places.length === 0) return { kind: 'not-written' };
    const header = { kind: 'import', key, action: 'import', reason } as const;
    const outcome = await applyChangeset(registry, { ...header, operations });
    note(outcome, places, sheet);
    if (outcome.kind === 'applied' || outcome.kind === 'repeated') {
      return { kind: outcome.kind, changesetId: outcome.changesetId };
    }
    if (outcome.kind !== 'refused' || !skipRejected) return { kind: 'not-written' };
  }
}

type Noting = Pick<Sheet, 'verdicts' | 'plan'>;

/** Enters what became of each operation at the place of its row. Results of an earlier time fit no rows of today. */
function note(outcome: ChangesetOutcome, places: readonly number[], noting: Noting): void {
  if (outcome.kind === 'refused') refuseRows(outcome.problems, places, noting);
  else if (outcome.kind !== 'repeated') {
    for (const { operation, pid, change } of outcome.results) {
      noting.verdicts.results.set(places[operation] ?? 0, { pid, change });
    }
  }
}

function refuseRows(problems: readonly Problem[], places: readonly number[], noting: Noting): void {
  for (const { operation, ...refusal } of problems) refuseRow(places[operation] ?? 0, [refusal], noting);
}

function refuseRow(place: number, refusals: readonly Refusal[], { verdicts, plan }: Noting): void {
  const before = verdicts.refused.get(place) ?? [];
  verdicts.refused.set(place, [...before, ...refusals.flatMap((refusal) => refusalProblems(refusal, plan))]);
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
