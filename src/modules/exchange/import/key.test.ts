import { afterAll, expect, test } from 'vitest';
import { actorId } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { findKey, importKey } from './key.ts';

const { db, close } = await testDatabase();
afterAll(close);

async function changeset(key: string, reverts?: number): Promise<number> {
  const row = await db
    .insertInto('changeset')
    .values({
      kind: reverts ? 'revert' : 'import',
      key,
      actor_id: await actorId(db, 'administrator'),
      reason: '',
      opened_at: '2026-06-01',
      reverts: reverts ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

test('the key stands for file, kind and mapping, whatever the order of the mapping', () => {
  const key = importKey({ digest: 'd', kind: 'artefact', mapping: { emptyCells: 'keep', delimiter: ';' } });
  expect(key).toMatch(/^import:[0-9a-f]{64}$/);
  expect(importKey({ digest: 'd', kind: 'artefact', mapping: { delimiter: ';', emptyCells: 'keep' } })).toBe(
    key,
  );
  const said = importKey({
    ...{ digest: 'd', kind: 'artefact' },
    mapping: { emptyCells: 'keep', delimiter: ';', state: 'draft' },
  });
  expect(said).toBe(key);
  const others = [
    importKey({ digest: 'd', kind: 'artefact', mapping: { state: 'published' } }),
    importKey({ digest: 'e', kind: 'artefact', mapping: { emptyCells: 'keep', delimiter: ';' } }),
    importKey({ digest: 'd', kind: 'museum', mapping: { emptyCells: 'keep', delimiter: ';' } }),
    importKey({ digest: 'd', kind: 'artefact', mapping: {} }),
  ];
  expect(new Set([key, ...others]).size).toBe(5);
});

test('a key is used until its import is taken back, time and again', async () => {
  expect(await findKey(db, 'import:a')).toEqual({ kind: 'free', key: 'import:a' });
  const first = await changeset('import:a');
  expect(await findKey(db, 'import:a')).toEqual({ kind: 'used', changesetId: first });
  await changeset('revert:1', first);
  expect(await findKey(db, 'import:a')).toEqual({ kind: 'free', key: 'import:a:2' });
  const second = await changeset('import:a:2');
  expect(await findKey(db, 'import:a')).toEqual({ kind: 'used', changesetId: second });
  await changeset('revert:2', second);
  expect(await findKey(db, 'import:a')).toEqual({ kind: 'free', key: 'import:a:3' });
});
