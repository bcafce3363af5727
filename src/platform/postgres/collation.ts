import type { CollationChange, Connection, StartFailure } from './outcome.ts';
import { failureOfOutput } from './outcome.ts';
import { findAllCollationChanges, rebuildIndexes } from './queries.ts';

export type CollationPolicy = 'rebuild' | 'report';

export type CollationCheck = {
  connection: Connection;
  policy: CollationPolicy;
  onRebuild: (change: CollationChange) => void;
};

/**
 * Compares the ICU rules the indexes were built with to those of this build. An index sorted by other rules misses
 * rows, so it is rebuilt before anybody reads it, or, with the policy `report`, the start is refused.
 */
export async function settleCollations(check: CollationCheck): Promise<{ kind: 'settled' } | StartFailure> {
  const { connection, policy, onRebuild } = check;
  const changes = await findAllCollationChanges(connection);
  if (changes.length > 0 && policy === 'report') return { kind: 'collation-changed', changes };
  const byDatabase = Map.groupBy(changes, ({ database }) => database);
  for (const [database, inDatabase] of byDatabase) {
    inDatabase.forEach(onRebuild);
    const indexes = new Set(inDatabase.flatMap((change) => change.indexes));
    try {
      await rebuildIndexes({ ...connection, database }, indexes);
    } catch (error) {
      const reason = String(error);
      return failureOfOutput(reason, database) ?? { kind: 'failed', step: 'reindex', logTail: reason };
    }
  }
  return { kind: 'settled' };
}
