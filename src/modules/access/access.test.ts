import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import {
  ANONYMOUS,
  actorId,
  createAdministratorToken,
  findActor,
  hasAdministratorToken,
  mayReadField,
  readerFor,
  visibleClasses,
  visibleTo,
} from './index.ts';
import { matchesDigest, mintToken, tokenDigest } from './token.ts';

const { db, close } = await testDatabase();
afterAll(close);

const staff = { actorId: 2, staff: true };

describe('the administrator token', () => {
  it('is 256 bits, kept as a digest only, and opens until the next one is made', async () => {
    expect(await hasAdministratorToken(db)).toBe(false);
    expect(await readerFor(db, 'anything')).toEqual({ kind: 'bad-token' });
    const token = await createAdministratorToken(db);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const administrator = await actorId(db, 'administrator');
    expect(await readerFor(db, token)).toEqual({
      kind: 'administrator',
      reader: { actorId: administrator, staff: true },
    });
    const stored = await db.selectFrom('credential').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(token);

    const next = await createAdministratorToken(db);
    expect(await readerFor(db, token)).toEqual({ kind: 'bad-token' });
    expect((await readerFor(db, next)).kind).toBe('administrator');
    expect(await hasAdministratorToken(db)).toBe(true);
  });

  it('is not needed to read', async () => {
    expect(await readerFor(db, undefined)).toEqual({ kind: 'anonymous', reader: ANONYMOUS });
  });

  it.each(['', ' ', 'x'.repeat(10_000), 'đ'])('refuses %j', async (token) => {
    expect(await readerFor(db, token)).toEqual({ kind: 'bad-token' });
  });

  it('never repeats, and one other character does not match', () => {
    const token = mintToken();
    expect(mintToken()).not.toBe(token);
    expect(matchesDigest(token, tokenDigest(token))).toBe(true);
    expect(matchesDigest(`${token}A`, tokenDigest(token))).toBe(false);
    expect(matchesDigest(token, Buffer.alloc(0))).toBe(false);
  });
});

describe('access classes', () => {
  it('are those of the reader at this moment', async () => {
    expect(await visibleClasses(db, ANONYMOUS)).toEqual([1]);
    expect(await visibleClasses(db, staff)).toEqual([1, 2]);
    await db.insertInto('access_class').values({ id: 3, code: 'sector', audience: 'staff' }).execute();
    expect(await visibleClasses(db, ANONYMOUS)).toEqual([1]);
    await db.updateTable('access_class').set({ audience: 'everyone' }).where('id', '=', 3).execute();
    expect(await visibleClasses(db, ANONYMOUS)).toEqual([1, 3]);
  });

  it('select rows through one predicate', async () => {
    const select = (classes: number[]) =>
      sql<{
        n: number;
      }>`select t.n from (values (1, 1), (2, 2)) t(n, access_class) where ${visibleTo(classes, 't')}`;
    expect((await select([1]).execute(db)).rows).toEqual([{ n: 1 }]);
    expect((await select([]).execute(db)).rows).toEqual([]);
  });

  it('leave fields that are not public to staff', () => {
    expect(mayReadField('public', ANONYMOUS)).toBe(true);
    for (const visibility of ['organisation', 'sector', 'community'] as const) {
      expect(mayReadField(visibility, ANONYMOUS)).toBe(false);
      expect(mayReadField(visibility, staff)).toBe(true);
    }
  });
});

describe('actors', () => {
  it('exist from the first migration', async () => {
    const bootstrap = await actorId(db, 'bootstrap');
    expect(await findActor(db, bootstrap)).toEqual({ id: bootstrap, kind: 'bootstrap' });
    expect(await findActor(db, 999)).toBeUndefined();
  });
});
