import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { bodyOf, sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

const create = async (body: unknown = bodyOf('collection', { name: ['Bộ'] })): Promise<string> =>
  ((await app.write('POST', '/records', body)).body as { pid: string }).pid;
const [whole, part, museum] = [
  await create(),
  await create(),
  await create(bodyOf('museum', { name: ['Bảo tàng'] })),
];
const relate = async (from: string, body: object) =>
  await app.write('POST', `/records/${from}/relations`, body);

type Relations = {
  items: { id: number; type: string; direction: string; record: { pid: string } }[];
  next?: string;
};
const relationsOf = async (pid: string, query = '') =>
  (await app.readAsStaff(`/records/${pid}/relations${query}`)).body as Relations;

describe('relations', () => {
  it('are entered once and read from both ends', async () => {
    const entered = await relate(part, { type: 'partOf', to: whole, source: 'QĐ 1', fromDate: '2001' });
    expect([entered.status, entered.body]).toEqual([
      201,
      { changesetId: expect.any(Number), change: 'entered' },
    ]);
    const again = await relate(part, { type: 'partOf', to: whole, source: 'QĐ 1', fromDate: '2001' });
    expect([again.status, again.body]).toEqual([200, { change: 'unchanged' }]);
    expect((await relationsOf(part)).items).toMatchObject([
      { type: 'partOf', direction: 'out', record: { pid: whole } },
    ]);
    expect((await relationsOf(whole)).items).toMatchObject([
      { type: 'hasPart', direction: 'in', record: { pid: part } },
    ]);
    expect((await relationsOf(whole, '?type=hasPart')).items).toHaveLength(1);
    expect((await relationsOf(whole, '?type=partOf')).items).toHaveLength(0);
  });

  it('are read page by page', async () => {
    for (let i = 0; i < 3; i += 1) await relate(await create(), { type: 'partOf', to: museum });
    const kept = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: Relations = await relationsOf(whole, `?limit=1${next && `&after=${next}`}`);
      kept.push(...page.items);
      next = page.next;
    }
    expect(kept).toHaveLength((await relationsOf(whole)).items.length);
  });

  it('show nothing of drafts to others', async () => {
    expect((await app.read(`/records/${part}/relations`)).status).toBe(404);
  });

  it.each([
    ['an unknown type', { type: 'smellsLike', to: whole }, 400, '/type'],
    ['itself', { type: 'partOf', to: part }, 400, '/to'],
    ['a kind that does not fit', { type: 'memberOf', to: whole }, 400, '/from'],
    ['a circle', { type: 'hasPart', to: whole }, 400, '/to'],
    ['nothing', { type: 'partOf', to: 'd1bcdfghjk' }, 404, ''],
    ['what is no identifier', { type: 'partOf', to: 'Đ' }, 400, '/to'],
    ['an unknown property', { type: 'partOf', to: whole, until: '2002' }, 400, '/until'],
  ])('are refused to %s', async (_what, body, status, pointer) => {
    const answer = await relate(part, body);
    expect(answer.status).toBe(status);
    expect((answer.body as { issues: { pointer: string }[] }).issues.map((issue) => issue.pointer)).toContain(
      pointer,
    );
  });

  it('are taken back once', async () => {
    const [relation] = (await relationsOf(part)).items;
    expect((await app.write('DELETE', `/relations/${relation?.id}`)).status).toBe(201);
    expect((await relationsOf(part)).items).toEqual([]);
    expect((await app.write('DELETE', `/relations/${relation?.id}`)).status).toBe(404);
    expect((await app.write('DELETE', '/relations/99999999999999999999')).status).toBe(400);
  });
});

describe('other identifiers', () => {
  it('belong to one record', async () => {
    const [mine, other] = [await create(sourceBody()), await create(sourceBody())];
    const alias = { scheme: 'inventory', value: 'TV/01' };
    expect((await app.write('POST', `/records/${mine}/aliases`, alias)).status).toBe(201);
    expect((await app.write('POST', `/records/${mine}/aliases`, alias)).body).toEqual({
      change: 'unchanged',
    });
    const taken = await app.write('POST', `/records/${other}/aliases`, alias);
    expect(taken.body).toMatchObject({ status: 409, issues: [{ code: 'alias-taken' }] });
    expect((await app.readAsStaff(`/records/${mine}`)).body).toMatchObject({ aliases: [alias] });
    const address = `/aliases/inventory/${encodeURIComponent('TV/01')}`;
    expect((await app.write('DELETE', address)).status).toBe(201);
    expect((await app.write('DELETE', address)).status).toBe(404);
    expect((await app.write('POST', `/records/${other}/aliases`, alias)).status).toBe(201);
  });

  it('need a scheme and a value', async () => {
    for (const alias of [
      { scheme: 'Số', value: '1' },
      { scheme: 'inventory', value: '' },
      { scheme: 'inventory' },
    ])
      expect((await app.write('POST', `/records/${whole}/aliases`, alias)).status).toBe(400);
  });
});
