import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { expectSoundPage, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';
import { wayBack } from './display-routes.tsx';

const database = await testDatabase();
const server = await aPortalServer(await aPortal(database.db));

afterAll(async () => {
  await server.close();
  await database.close();
});

async function send(fields: Record<string, string>, lang = 'vi') {
  return await server.inject({
    method: 'POST',
    url: lang === 'vi' ? '/vi/hien-thi' : '/en/display',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

describe('the form', () => {
  it.each([
    ['vi', '/vi/hien-thi', ['Nền', 'Tương phản', 'Cỡ chữ', 'Giãn dòng', 'Chuyển động']],
    ['en', '/en/display', ['Theme', 'Contrast', 'Text size', 'Line spacing', 'Motion']],
  ] as const)('offers every choice in %s', async (lang, url, legends) => {
    const { body } = await server.inject({ url });
    expectSoundPage(body, lang);
    expect(texts(body, 'legend')).toEqual(legends);
    expect(body.match(/type="radio"/g)).toHaveLength(13);
    expect(body.match(/ checked/g)).toHaveLength(5);
  });

  it('shows the choices the reader made, to nobody else', async () => {
    const answer = await server.inject({
      url: '/vi/hien-thi',
      headers: { cookie: 'hien-thi=theme:dark.text:150' },
    });
    expect(answer.body).toMatch(/<html lang="vi" data-theme="dark" data-text="150">/);
    expect(answer.body).toMatch(/name="theme" value="dark" checked/);
    expect(answer.headers.vary).toContain('Cookie');
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });
});

describe('sending it', () => {
  it('keeps what differs from the default in one cookie and goes back', async () => {
    const answer = await send({
      theme: 'dark',
      contrast: 'high',
      text: '100',
      back: '/vi/tim-kiem?q=tr%E1%BB%91ng',
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/vi/tim-kiem?q=tr%E1%BB%91ng');
    expect(answer.headers['set-cookie']).toBe(
      'hien-thi=theme:dark.contrast:high; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('returns to the defaults with an empty form', async () => {
    const answer = await send({}, 'en');
    expect(answer.headers['set-cookie']).toMatch(/^hien-thi=; /);
    expect(answer.headers.location).toBe('/en/display');
  });

  it('ignores choices that do not exist', async () => {
    const answer = await send({ theme: 'neon; Domain=evil', motion: 'reduce' });
    expect(answer.headers['set-cookie']).toMatch(/^hien-thi=motion:reduce; Path/);
  });

  it('refuses a form that is longer than any choice', async () => {
    expect((await send({ theme: 'x'.repeat(5_000) })).statusCode).toBe(413);
  });

  it('reads forms nowhere else', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/vi/gioi-thieu',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'theme=dark',
    });
    expect([404, 415]).toContain(answer.statusCode);
  });
});

describe('the way back', () => {
  it.each(['/vi', '/en', '/vi/tim-kiem?q=a&kind=artefact', '/en/artefacts/d1/x#source-1', '/vi?a'])(
    'may be %s',
    (path) => {
      expect(wayBack(path)).toBe(path);
    },
  );

  it.each([
    'https://evil.example/vi',
    '//evil.example/vi',
    '/\\evil.example',
    '/vi\\..\\evil',
    '/video',
    '/api/v1/records',
    'javascript:alert(1)',
    '/vi/a b',
    '/vi/tim-kiem?q=trống',
    '/vi\r\nSet-Cookie: a=b',
    '',
    null,
    undefined,
  ])('is never %j', (path) => {
    expect(wayBack(path)).toBeUndefined();
  });

  it('is the page the reader came from', async () => {
    const own = await server.inject({
      url: '/vi/hien-thi',
      headers: { referer: 'http://localhost/vi/tieu-chuan' },
    });
    expect(own.body).toContain('name="back" value="/vi/tieu-chuan"');
    const foreign = await server.inject({
      url: '/vi/hien-thi',
      headers: { referer: 'http://localhost.evil.example/vi' },
    });
    expect(foreign.body).not.toContain('name="back"');
  });
});
