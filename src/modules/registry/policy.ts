import type { ActorKind } from '#modules/access/index.ts';
import type { ChangesetKind, OperationName } from './changeset/operation.ts';

export type Action = OperationName | 'revert' | 'erase' | 'decideDuplicate' | 'readChangeset';

/** The kind of changeset in which it would happen. */
export type Thing = { changeset: ChangesetKind };

/**
 * Whether an actor may do this. Until there are accounts with roles, the holder of the administrator token may do
 * everything, the first start may load starter data, and the program itself may migrate and revert.
 */
export function can(actor: { kind: ActorKind } | undefined, action: Action, thing: Thing): boolean {
  switch (actor?.kind) {
    case 'administrator':
      return true;
    case 'bootstrap':
      // Starter data waits for a person with the right to confirm it; it cannot confirm itself.
      return thing.changeset === 'starter' && action !== 'confirm' && action !== 'erase';
    case 'system':
      return action !== 'confirm' && action !== 'erase';
    default:
      return false;
  }
}
