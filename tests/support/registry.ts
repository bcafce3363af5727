import { actorId } from '#modules/access/index.ts';
import type { Context } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import { SMALL_RULES } from './small-rules.ts';

/** A context in which the administrator writes by the small rules. */
export async function aContext(db: Db, changes: Partial<Context> = {}): Promise<Context> {
  return {
    db,
    rules: SMALL_RULES,
    actorId: await actorId(db, 'administrator'),
    projections: [],
    naan: '99999',
    shoulder: 'ds1',
    ...changes,
  };
}

/** The outcome of that kind; anything else fails the test with what came instead. */
export function only<Outcome extends { kind: string }, Kind extends Outcome['kind']>(
  outcome: Outcome,
  ...kinds: Kind[]
): Extract<Outcome, { kind: Kind }> {
  if (!kinds.some((kind) => kind === outcome.kind)) {
    throw new Error(`Expected ${kinds.join(' or ')}, got ${JSON.stringify(outcome).slice(0, 2_000)}`);
  }
  return outcome as Extract<Outcome, { kind: Kind }>;
}
