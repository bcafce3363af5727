import type { Context } from '../context.ts';
import type { Refusal } from '../outcome.ts';
import { applyOperations } from './apply.ts';
import type { Operation } from './operation.ts';
import { revertEffects } from './revert.ts';
import { type ChangesetHeader, type ChangesetOutcome, firstRefusal, type Work, writeIn } from './write.ts';

export interface Changeset extends Omit<ChangesetHeader, 'reverts'> {
  /** Walked twice, first to lock, then to write: an array, or an object that makes its operations anew each time. */
  operations: Iterable<Operation>;
}

/** Applies a changeset as a whole, or refuses it as a whole. */
export async function applyChangeset(
  ctx: Context,
  { operations, ...header }: Changeset,
): Promise<ChangesetOutcome> {
  if (Object.is(operations[Symbol.iterator](), operations))
    throw new TypeError('The operations can be walked only once');
  return await writeChangeset(ctx, header, (writing) => applyOperations(writing, operations));
}

export interface Why {
  reason?: string | undefined;
  key?: string | undefined;
}

/** `ok`: it was there already. */
export type EntryOutcome = { kind: 'created'; changesetId: number } | { kind: 'ok' } | Refusal;

/** A changeset of one entry that is no record. */
export async function enter(
  ctx: Context,
  header: Why & { action: string },
  operation: Operation,
): Promise<EntryOutcome> {
  const outcome = await applyChangeset(ctx, { kind: 'edit', ...header, operations: [operation] });
  if (outcome.kind === 'refused') return firstRefusal(outcome);
  return outcome.kind === 'applied' ? { kind: 'created', changesetId: outcome.changesetId } : { kind: 'ok' };
}

export interface Reversal {
  changesetId: number;
  reason: string;
  key?: string | undefined;
}

/** Takes a changeset back as a whole, by a new one; refused while later changes stand in the way. */
export async function revertChangeset(
  ctx: Context,
  { changesetId, reason, key }: Reversal,
): Promise<ChangesetOutcome> {
  const header: ChangesetHeader = {
    kind: 'revert',
    reverts: changesetId,
    reason,
    key,
    action: 'changeset.revert',
  };
  return await writeChangeset(ctx, header, (writing) => revertEffects(writing, changesetId));
}

const ATTEMPTS = 3;

/**
 * Runs the work in a transaction of its own. Records are locked in order, so writers do not block each other for good;
 * should the far ends of relations make two merges meet crosswise, the database ends one and it starts over.
 */
export async function writeChangeset(
  ctx: Context,
  header: ChangesetHeader,
  work: Work,
): Promise<ChangesetOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptChangeset(ctx, header, work);
    } catch (error) {
      if (!isDeadlock(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function attemptChangeset(
  ctx: Context,
  header: ChangesetHeader,
  work: Work,
): Promise<ChangesetOutcome> {
  const trx = await ctx.db.startTransaction().execute();
  try {
    const outcome = await writeIn(trx, ctx, header, work);
    if (outcome.kind === 'applied') await trx.commit().execute();
    return outcome;
  } finally {
    if (!trx.isCommitted) await trx.rollback().execute();
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}
