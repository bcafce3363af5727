import fastify from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HttpServer } from '#platform/http/index.ts';
import { registerLanguageChoice } from './language-choice.ts';

const server: HttpServer = fastify();
beforeAll(() => registerLanguageChoice(server));

const go = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await server.inject({ url, headers });
  return [answer.statusCode, answer.headers.location];
};

describe('the language of an address that names none', () => {
  test.each([
    [{}, '/vi'],
    [{ 'accept-language': 'en-GB,en;q=0.9,vi;q=0.1' }, '/en'],
    [{ 'accept-language': 'fr' }, '/vi'],
    [{ 'accept-language': 'en', cookie: 'hien-thi=theme:dark; ngon-ngu=vi' }, '/vi'],
    [{ 'accept-language': 'vi', cookie: 'ngon-ngu=en' }, '/en'],
    [{ cookie: 'ngon-ngu=xx' }, '/vi'],
    [{ cookie: 'x-ngon-ngu=en' }, '/vi'],
  ])('with %j is that of %s', async (headers, location) => {
    expect(await go('/', headers as Record<string, string>)).toEqual([302, location]);
  });

  test('keeps path and query, whichever language the path is written in', async () => {
    expect(await go('/tim-kiem?q=hu%E1%BA%BF&kind=monument')).toEqual([
      302,
      '/vi/tim-kiem?q=hu%E1%BA%BF&kind=monument',
    ]);
    expect(await go('/tim-kiem?q=a', { cookie: 'ngon-ngu=en' })).toEqual([302, '/en/search?q=a']);
    expect(await go('/search')).toEqual([302, '/vi/tim-kiem']);
    expect(await go('/%73earch/x?q=a')).toEqual([302, '/vi/tim-kiem/x?q=a']);
    expect(await go('/artefacts/d1x/trong-dong')).toEqual([302, '/vi/hien-vat/d1x/trong-dong']);
    expect(await go('/?utm=1')).toEqual([302, '/vi?utm=1']);
  });

  test('is never answered from a shared cache', async () => {
    const { headers } = await server.inject('/');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.vary).toBe('Accept-Language, Cookie');
  });

  test('is not guessed for addresses that are no pages', async () => {
    expect((await go('/khong-co'))[0]).toBe(404);
    expect((await go('/tim-kiemx'))[0]).toBe(404);
  });
});
