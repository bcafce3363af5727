import { type EntryOutcome, enter, type Why } from '../changeset/commands.ts';
import type { Context } from '../context.ts';
import type { NewDecision } from './decision.ts';

export async function addDecision(ctx: Context, decision: NewDecision, why: Why = {}): Promise<EntryOutcome> {
  return await enter(ctx, { ...why, action: 'decision.add' }, { op: 'addDecision', ...decision });
}
