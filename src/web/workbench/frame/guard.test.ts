import { afterAll, describe, expect, it } from 'vitest';
import { aDeskSession } from '#tests/support/desk.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const database = await testDatabase();
const desk = await aDeskSession(database);
afterAll(async () => {
  await desk.close();
  await database.close();
});

async function aCookie(): Promise<string> {
  const signedIn = await desk.post('/quan-tri/dang-nhap', { token: desk.app.token });
  return signedIn.cookies[0]?.split(';', 1)[0] ?? '';
}

describe('what is no form of the session', () => {
  it.each([
    ['nothing at all', undefined],
    ['JSON', 'application/json'],
    ['a form with a file', 'multipart/form-data; boundary=x'],
  ])('changes nothing: %s', async (_what, type) => {
    const form = await desk.get('/quan-tri/nhap-du-lieu/moi');
    const sheet = { name: 'bảng.csv', text: 'id;Tên gọi – tiếng Việt\nB1;Trống đồng\n' };
    const base = (await desk.upload(form, sheet, { loai: 'artefact' })).location.replace(/\/tep$/, '');
    const cookie = await aCookie();
    const headers = type === undefined ? { cookie } : { cookie, 'content-type': type };
    const payload = type === undefined ? '' : '{}';
    for (const url of [`${base}/bo`, '/quan-tri/dang-xuat']) {
      const request = { method: 'POST', url, payload, headers } as const;
      expect((await desk.app.server.inject(request)).statusCode).toBeGreaterThanOrEqual(400);
    }
    expect((await desk.get('/quan-tri/nhap-du-lieu', { cookie })).status).toBe(200);
    expect((await desk.get(`${base}/tep`)).status).toBe(200);
  });

  it.each(['application/json', 'multipart/form-data'])('is no upload: %s', async (type) => {
    const headers = { cookie: await aCookie(), 'content-type': type };
    const request = { method: 'POST', url: '/quan-tri/nhap-du-lieu', payload: '{}', headers } as const;
    expect((await desk.app.server.inject(request)).statusCode).toBe(422);
  });
});
