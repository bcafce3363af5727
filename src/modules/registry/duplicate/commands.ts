import { findActor } from '#modules/access/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import type { Trx } from '#platform/db/index.ts';
import type { Context } from '../context.ts';
import { can } from '../policy.ts';
import { decideDistinct, insertCandidates } from './duplicate-store.ts';

/** Compares records with all others of their kind; returns how many new pairs a person has to look at. */
export async function findDuplicates(trx: Trx, recordIds: readonly number[]): Promise<number> {
  return recordIds.length === 0 ? 0 : await insertCandidates(trx, recordIds);
}

export type DecideOutcome = { kind: 'ok' } | { kind: 'not-found' } | { kind: 'forbidden' };

/** The two are different things: the pair is not offered again. */
export async function declareDistinct(ctx: Context, id: number): Promise<DecideOutcome> {
  return await ctx.db.transaction().execute(async (trx): Promise<DecideOutcome> => {
    const actor = await findActor(trx, ctx.actorId);
    if (!can(actor, 'decideDuplicate', { changeset: 'edit' })) return { kind: 'forbidden' };
    const at = (ctx.now?.() ?? new Date()).toISOString();
    if (!(await decideDistinct(trx, { id, actorId: ctx.actorId, at }))) return { kind: 'not-found' };
    await recordAudit(trx, {
      actorId: ctx.actorId,
      action: 'duplicate.distinct',
      subjectKind: 'duplicate',
      subjectId: String(id),
      requestId: ctx.requestId,
    });
    return { kind: 'ok' };
  });
}
