import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Db } from '#platform/db/index.ts';
import { administratorReader, type ReaderOutcome } from './commands.ts';
import { actorId } from './queries.ts';
import { ANONYMOUS } from './reader.ts';
import { sessionActor } from './session-queries.ts';
import { deleteSession, saveSession } from './session-store.ts';
import { matchesDigest, mintToken, tokenDigest } from './token.ts';

/** A working day; whoever comes back the next morning signs in again. */
const SESSION_SECONDS = 12 * 60 * 60;

export type SignInOutcome =
  /** `session`: the secret for the cookie, kept nowhere here. */
  { kind: 'signed-in'; session: string } | { kind: 'bad-token' };

/** Exchanges the administrator token for a session, so that the token need not travel again. */
export async function signIn(db: Db, token: string): Promise<SignInOutcome> {
  const known = await administratorReader(db, token);
  if (known.kind === 'bad-token') return known;
  const session = mintToken();
  await saveSession(db, {
    digest: tokenDigest(session),
    credential: tokenDigest(token),
    actorId: await actorId(db, 'administrator'),
    seconds: SESSION_SECONDS,
  });
  return { kind: 'signed-in', session };
}

export async function signOut(db: Db, session: string): Promise<void> {
  await deleteSession(db, tokenDigest(session));
}

/** Who holds a session; one that ended, or was opened with a token since replaced, is nobody's. */
export async function readerOfSession(db: Db, session: string | undefined): Promise<ReaderOutcome> {
  if (session === undefined) return { kind: 'anonymous', reader: ANONYMOUS };
  const actor = await sessionActor(db, tokenDigest(session));
  if (actor === undefined) return { kind: 'bad-token' };
  return { kind: 'administrator', reader: { actorId: actor, staff: true } };
}

/** What a form of this session carries: another site can make its reader send the cookie's request, but not know this. */
export function formToken(session: string): string {
  return createHmac('sha256', session).update('form').digest('base64url');
}

export function isFormToken(session: string, given: string): boolean {
  return matchesDigest(given, tokenDigest(formToken(session)));
}

const COOKIE = 'phien';

export function sessionIn({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return (headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}

/** Sent under `path` alone, so that pages and API elsewhere never see it. Without a session it is taken away. */
export function sessionCookie(
  session: string | undefined,
  { path, secure }: { path: string; secure: boolean },
): string {
  const age = session === undefined ? 0 : SESSION_SECONDS;
  const cookie = `${COOKIE}=${session ?? ''}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Strict`;
  return secure ? `${cookie}; Secure` : cookie;
}
