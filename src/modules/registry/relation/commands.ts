import { type EntryOutcome, enter, type Why } from '../changeset/commands.ts';
import type { Context } from '../context.ts';
import type { NewRelation } from './relation.ts';

export async function addRelation(ctx: Context, relation: NewRelation, why: Why = {}): Promise<EntryOutcome> {
  return await enter(ctx, { ...why, action: 'relation.add' }, { op: 'addRelation', ...relation });
}

/** Takes a relation back; it stays in the history. */
export async function voidRelation(ctx: Context, id: number, why: Why = {}): Promise<EntryOutcome> {
  return await enter(ctx, { ...why, action: 'relation.void' }, { op: 'voidRelation', id });
}
