import type { Db } from '#platform/db/index.ts';
import { actorId } from './queries.ts';
import { ANONYMOUS, type Reader } from './reader.ts';
import { administratorDigest, saveAdministratorDigest } from './store.ts';
import { matchesDigest, mintToken, tokenDigest } from './token.ts';

/** Makes a new token and forgets the one before. The token is returned once and kept nowhere: only its digest is. */
export async function createAdministratorToken(db: Db): Promise<string> {
  const token = mintToken();
  await saveAdministratorDigest(db, tokenDigest(token));
  return token;
}

export async function hasAdministratorToken(db: Db): Promise<boolean> {
  return (await administratorDigest(db)) !== undefined;
}

export type ReaderOutcome =
  | { kind: 'anonymous'; reader: Reader }
  | { kind: 'administrator'; reader: Reader }
  | { kind: 'bad-token' };

/** Who a request comes from. A wrong token is never taken for no token: its sender believes to be signed in. */
export async function readerFor(db: Db, bearerToken: string | undefined): Promise<ReaderOutcome> {
  if (bearerToken === undefined) return { kind: 'anonymous', reader: ANONYMOUS };
  return await administratorReader(db, bearerToken);
}

export async function administratorReader(
  db: Db,
  token: string,
): Promise<Exclude<ReaderOutcome, { kind: 'anonymous' }>> {
  const digest = await administratorDigest(db);
  if (digest === undefined || !matchesDigest(token, digest)) return { kind: 'bad-token' };
  return { kind: 'administrator', reader: { actorId: await actorId(db, 'administrator'), staff: true } };
}
