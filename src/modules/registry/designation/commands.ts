import { type EntryOutcome, enter, type Why } from '../changeset/commands.ts';
import type { Context } from '../context.ts';
import type { NewDesignation } from './designation.ts';

export async function addDesignation(
  ctx: Context,
  designation: NewDesignation,
  why: Why = {},
): Promise<EntryOutcome> {
  return await enter(
    ctx,
    { ...why, action: `designation.${designation.act}` },
    { op: 'addDesignation', ...designation },
  );
}

/** For an act that was entered wrongly; one that was really revoked gets a `revoke` act. */
export async function voidDesignation(ctx: Context, id: number, why: Why = {}): Promise<EntryOutcome> {
  return await enter(ctx, { ...why, action: 'designation.void' }, { op: 'voidDesignation', id });
}
