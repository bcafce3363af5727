import { type EntryOutcome, enter, type Why } from '../changeset/commands.ts';
import type { Context } from '../context.ts';
import type { Alias } from '../reference.ts';

export async function addAlias(
  ctx: Context,
  pid: string,
  { scheme, value, ...why }: Alias & Why,
): Promise<EntryOutcome> {
  const header = { ...why, action: 'alias.add' };
  return await enter(ctx, header, { op: 'addAlias', record: { pid }, scheme, value });
}

export async function voidAlias(ctx: Context, { scheme, value, ...why }: Alias & Why): Promise<EntryOutcome> {
  return await enter(ctx, { ...why, action: 'alias.void' }, { op: 'voidAlias', scheme, value });
}
