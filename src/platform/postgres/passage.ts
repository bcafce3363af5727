import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The operating-system account the server processes run as. */
export type Account = { uid: number; gid: number };

const execute = 0o1;
const read = 0o4;

/** Whether the classic mode bits let the account through. ACLs are not read: they are rare, and a "no" is safe. */
function allows(entry: Stats, account: Account, bits: number): boolean {
  const shift = entry.uid === account.uid ? 6 : entry.gid === account.gid ? 3 : 0;
  return ((entry.mode >> shift) & bits) === bits;
}

/** The directory itself, then each one above it, outermost first. */
function withAncestors(directory: string): string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [...withAncestors(parent), directory];
}

/**
 * The outermost directory on the way to (and including) `directory` that the account may not pass, if any.
 * `directory` must be a real path: symbolic links would hide ancestors.
 */
export async function closedAncestor(directory: string, account: Account): Promise<string | undefined> {
  for (const ancestor of withAncestors(directory)) {
    if (!allows(await stat(ancestor), account, execute)) return ancestor;
  }
  return undefined;
}

export async function mayRead(path: string, account: Account): Promise<boolean> {
  return allows(await stat(path), account, read);
}
