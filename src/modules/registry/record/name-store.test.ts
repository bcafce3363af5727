import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { SMALL_RULES } from '#tests/support/small-rules.ts';
import { createRecord, updateRecord } from './commands.ts';
import { titlesOf } from './name-store.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

type Name = { value: string; lang?: string; nameType?: string };
const body = (names: Name[]) => ({
  standard: 'artefact@1.0',
  fields: { name: names.map((name, i) => ({ id: `n${i}`, ...name })) },
});
const idOf = async (pid: string) =>
  (await db.selectFrom('record').select('id').where('pid', '=', pid).executeTakeFirstOrThrow()).id;
const titled = async (names: Name[]) => {
  const { pid } = only(await createRecord(ctx, { body: body(names) }), 'created');
  return (await titlesOf(db, [await idOf(pid)])).values().next().value;
};

it('a title is the first primary name in each language', async () => {
  expect(
    await titled([
      { value: 'Nhà Rồng', lang: 'vi', nameType: 'former' },
      { value: 'Bến Nhà Rồng', lang: 'vi' },
    ]),
  ).toEqual({
    vi: 'Bến Nhà Rồng',
  });
  expect(
    await titled([
      { value: 'Dragon Wharf', lang: 'en' },
      { value: 'Bến Nhà Rồng', lang: 'vi' },
    ]),
  ).toEqual({
    vi: 'Bến Nhà Rồng',
    en: 'Dragon Wharf',
  });
});

it('a record without a Vietnamese name shows what it has', async () => {
  expect(await titled([{ value: 'Po Klong Garai', lang: 'cjm' }])).toEqual({ vi: 'Po Klong Garai' });
});

it('names and traits follow the newest version', async () => {
  const { pid } = only(
    await createRecord(ctx, { body: body([{ value: 'Một' }, { value: 'Hai' }]) }),
    'created',
  );
  await updateRecord(ctx, { pid, expectedVersion: 1, body: body([{ value: 'Ba' }]) });
  const names = await db
    .selectFrom('record_name')
    .select(['name', 'folded'])
    .where('record_id', '=', await idOf(pid))
    .execute();
  expect(names).toEqual([{ name: 'Ba', folded: 'ba' }]);
  expect(SMALL_RULES.identity(body([{ value: 'Ba' }])).names).toHaveLength(1);
});

it('asking for no titles asks the database nothing', async () => {
  expect(await titlesOf(db, [])).toEqual(new Map());
});
