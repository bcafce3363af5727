import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { loadAssets } from './assets.ts';

const root = await mkdtemp(join(tmpdir(), 'disan-assets-'));
const STYLE = '.a { color: red }\n'.repeat(50);
const put = async (path: string, content: string) => {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), content);
};
await put('dist/styles/portal.css', STYLE);
await put('dist/islands/core.js', 'import "./chunk-ABC123.js"');
await put('dist/islands/chunk-ABC123.js', 'export {}');
await put('dist/islands/core.js.map', '{}');
await put('src/web/fonts/some.woff2', 'font');
await put('src/web/fonts/README.md', 'text');

const { db, close } = await testDatabase();
const assets = await loadAssets(root);
const app = await testApp(db, { assets });
const get = async (name: string, headers: Record<string, string> = {}) =>
  await app.server.inject({ url: `/assets/${name}`, headers });
afterAll(async () => {
  await app.close();
  await close();
  await rm(root, { recursive: true });
});

describe('assets', () => {
  it('have their content in their name, except where something else refers to them', () => {
    expect(assets.names['portal.css']).toMatch(/^portal\.[\w-]{12}\.css$/);
    expect(assets.names['core.js']).toMatch(/^core\.[\w-]{12}\.js$/);
    expect(assets.names['chunk-ABC123.js']).toBe('chunk-ABC123.js');
    expect([...assets.files.keys()]).toContain('fonts/some.woff2');
    expect([...assets.files.keys()].join()).not.toMatch(/map|README/);
  });

  it('get another name with another content, and the same with the same', async () => {
    const before = assets.names['portal.css'];
    expect((await loadAssets(root)).names['portal.css']).toBe(before);
    await put('dist/styles/portal.css', `${STYLE} `);
    expect((await loadAssets(root)).names['portal.css']).not.toBe(before);
  });

  it('are kept for ever, compressed, under their hashed name', async () => {
    const name = assets.names['portal.css'] ?? '';
    const br = await get(name, { 'accept-encoding': 'gzip, br' });
    expect(br.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(STYLE);
    expect(gunzipSync((await get(name, { 'accept-encoding': 'gzip' })).rawPayload).toString()).toBe(STYLE);
    expect((await get(name)).payload).toBe(STYLE);
    const held = await get(name, { 'if-none-match': String(br.headers.etag) });
    expect([held.statusCode, held.payload]).toEqual([304, '']);
  });

  it('without a hash are asked about again', async () => {
    const font = await get('fonts/some.woff2', { 'accept-encoding': 'br' });
    expect(font.headers).toMatchObject({
      'content-type': 'font/woff2',
      'cache-control': 'public, max-age=86400',
    });
    expect(font.headers['content-encoding']).toBeUndefined();
    expect(font.payload).toBe('font');
  });

  it('are nothing else than these', async () => {
    for (const name of ['portal.css', '../package.json', '%2e%2e/package.json', 'fonts/', '', 'constructor'])
      expect((await get(name)).statusCode).toBe(404);
  });

  it('are none before anything is built', async () => {
    const empty = await loadAssets(join(root, 'nowhere'));
    expect([empty.names, empty.files.size]).toEqual([{}, 0]);
  });
});
