import { afterAll, describe, expect, it } from 'vitest';
import { testEdge } from '#platform/http/edge.fixture.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import {
  createAdministratorToken,
  formToken,
  identifyReaders,
  identifySessions,
  isFormToken,
  sessionCookie,
  sessionIn,
  signIn,
  signOut,
} from './index.ts';

const { db, close } = await testDatabase();
const server = await testEdge();
identifyReaders(server, db, '/api/');
identifySessions(server, db, '/desk');
server.get('/desk/me', async (request) => request.reader);
server.get('/api/me', async (request) => request.reader);
afterAll(async () => {
  await server.close();
  await close();
});

async function aSession(): Promise<string> {
  const outcome = await signIn(db, await createAdministratorToken(db));
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  return outcome.session;
}

const isStaff = async (url: string, session: string) => {
  const reply = await server.inject({ url, headers: { cookie: `hien-thi=; phien=${session}; x=y` } });
  return reply.json().staff;
};

describe('a session', () => {
  it('is opened with the token, and holds nothing of it', async () => {
    const session = await aSession();
    const [stored] = await db.selectFrom('session').selectAll().execute();
    expect(stored?.digest.toString('base64url')).not.toBe(session);
    expect(await isStaff('/desk/me', session)).toBe(true);
    expect(await signIn(db, 'wrong')).toEqual({ kind: 'bad-token' });
  });

  it('counts under its own part of the site alone', async () => {
    expect(await isStaff('/api/me', await aSession())).toBe(false);
  });

  it('ends with sign-out, with its time, and with the token it was opened with', async () => {
    const signedOut = await aSession();
    await signOut(db, signedOut);
    expect(await isStaff('/desk/me', signedOut)).toBe(false);

    const late = await aSession();
    await db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00Z' }).execute();
    expect(await isStaff('/desk/me', late)).toBe(false);

    const replaced = await aSession();
    expect(await isStaff('/desk/me', replaced)).toBe(true);
    await createAdministratorToken(db);
    expect(await isStaff('/desk/me', replaced)).toBe(false);
  });

  it('sweeps those that ended away', async () => {
    await db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00Z' }).execute();
    await aSession();
    expect(await db.selectFrom('session').select('digest').execute()).toHaveLength(1);
  });

  it('is nobody’s when it is made up', async () => {
    for (const given of ['', 'x', 'x'.repeat(5_000)]) expect(await isStaff('/desk/me', given)).toBe(false);
  });
});

describe('the cookie', () => {
  it('is for the server alone, for this site alone, and for encrypted lines where there are any', () => {
    const cookie = sessionCookie('abc', { path: '/desk', secure: true });
    expect(cookie).toBe('phien=abc; Path=/desk; Max-Age=43200; HttpOnly; SameSite=Strict; Secure');
    expect(sessionCookie(undefined, { path: '/desk', secure: false })).toBe(
      'phien=; Path=/desk; Max-Age=0; HttpOnly; SameSite=Strict',
    );
    expect(sessionIn({ headers: { cookie: 'a=b; phien=abc' } })).toBe('abc');
    expect(sessionIn({ headers: {} })).toBeUndefined();
  });
});

describe('the token of forms', () => {
  it('belongs to one session', () => {
    expect(isFormToken('a', formToken('a'))).toBe(true);
    expect(isFormToken('b', formToken('a'))).toBe(false);
    expect(isFormToken('a', '')).toBe(false);
    expect(formToken('a')).not.toContain('a=');
  });
});
