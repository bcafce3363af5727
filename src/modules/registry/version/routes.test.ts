import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

const { pid } = (await app.write('POST', '/records', sourceBody('Bản 1'))).body as { pid: string };
for (const version of [1, 2, 3]) {
  const tag = { 'if-match': `"${pid}.${version}"` };
  await app.write(
    'PUT',
    `/records/${pid}`,
    { ...sourceBody(`Bản ${version + 1}`), reason: `lần ${version}` },
    tag,
  );
}

type Versions = { items: { version: number; reason: string }[]; next?: string };

describe('the versions of a record', () => {
  it('are read newest first, page by page, without gap or repetition', async () => {
    const first = (await app.readAsStaff(`/records/${pid}/versions?limit=3`)).body as Versions;
    expect(first.items.map((item) => item.version)).toEqual([4, 3, 2]);
    expect(first.items[0]).toMatchObject({ reason: 'lần 3', actor: 'administrator', standard: 'source@1.0' });
    const second = (await app.readAsStaff(`/records/${pid}/versions?limit=3&after=${first.next}`))
      .body as Versions;
    expect(second.items.map((item) => item.version)).toEqual([1]);
    expect(second.next).toBeUndefined();
  });

  it('of a draft are nobody else’s business', async () => {
    expect((await app.read(`/records/${pid}/versions`)).status).toBe(404);
    expect((await app.read(`/records/${pid}/versions/1..2`)).status).toBe(404);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'after=x',
    `after=${Buffer.from('1e99').toString('base64url')}`,
    'page=2',
  ])('refuse ?%s', async (query) => {
    const { status, body } = await app.readAsStaff(`/records/${pid}/versions?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ issues: [{ pointer: `/query/${query.split('=')[0]}` }] });
  });
});

describe('the difference between two versions', () => {
  it('is told statement by statement', async () => {
    const { body } = await app.readAsStaff(`/records/${pid}/versions/1..4`);
    expect(body).toEqual({
      pid,
      from: 1,
      to: 4,
      changes: [
        {
          field: 'name',
          statement: 'name-1',
          change: 'changed',
          before: { id: 'name-1', lang: 'vi', value: 'Bản 1' },
          after: { id: 'name-1', lang: 'vi', value: 'Bản 4' },
        },
      ],
    });
  });

  it('is empty between a version and itself, and unknown for what is not there', async () => {
    expect((await app.readAsStaff(`/records/${pid}/versions/2..2`)).body).toMatchObject({ changes: [] });
    expect((await app.readAsStaff(`/records/${pid}/versions/1..9`)).status).toBe(404);
    expect((await app.readAsStaff(`/records/${pid}/versions/1-2`)).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/params/range' }],
    });
  });
});
