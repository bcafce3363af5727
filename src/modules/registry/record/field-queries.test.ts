import { afterAll, expect, test } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { createRecord, transitionRecord } from './commands.ts';
import { recordsWithField } from './field-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

async function published(
  values: Parameters<typeof aBody>[1],
  kind: 'intangible' | 'artefact' = 'intangible',
) {
  const { pid } = only(
    await createRecord(ctx, { body: aBody(kind, { description: 'Mô tả', ...values }) }),
    'created',
  );
  for (const to of ['submitted', 'verified', 'published'] as const)
    only(await transitionRecord(ctx, { pid, to }), 'ok');
  return pid;
}

test('gives the statements of a field, of published records of the kind, to those who may read it', async () => {
  const pid = await published({ name: 'Hội Gióng', place: '01', storage: 'Kho A' });
  await published({ name: 'Không có địa phương' });
  await published({ name: 'Trống đồng', place: '01' }, 'artefact');
  await createRecord(ctx, { body: aBody('intangible', { name: 'Bản thảo', place: '01' }) });
  const ask = (field: string, reader = ANONYMOUS) =>
    recordsWithField(ctx, reader, { kind: 'intangible', field, limit: 10 });

  expect(await ask('place')).toEqual([
    {
      pid,
      kind: 'intangible',
      title: { vi: 'Hội Gióng' },
      names: ['Hội Gióng'],
      statements: [{ id: 'place-1', value: '01' }],
    },
  ]);
  expect(await ask('storage')).toEqual([]);
  expect(await ask('storage', { actorId: 2, staff: true })).toHaveLength(1);
  expect(await ask('noSuchField')).toEqual([]);
});
