import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { anArchive, aTile } from '#tests/support/pmtiles.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { loadedBasemap } from '../basemap.ts';
import { runCommand } from '../invocation.fixture.ts';
import { basemapFolder } from '../paths.ts';
import { basemap } from './basemap.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-basemap-'));
});
afterEach(() => rm(basemapFolder(folder), { recursive: true, force: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...positionals: string[]) =>
  runCommand(basemap, { positionals, changes: { DISAN_DATA: folder } });

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

const EAST = { z: 5, x: 26, y: 14 };
const archiveNaming = (name: string) =>
  anArchive({ tiles: [{ ...EAST, bytes: aTile([{ x: 300, y: 1800, texts: { name } }]) }] });

describe('basemap', () => {
  it('refuses what is no archive, naming the file, and makes nothing', async () => {
    const path = await file('notes.pmtiles', 'no archive '.repeat(40));
    expect(await run('load', path)).toMatchObject({
      code: 1,
      said: [`${path} is no PMTiles archive`, 'the basemap was refused; the one in use is kept'],
    });
    const none = join(folder, 'none.pmtiles');
    expect((await run('load', none)).said[0]).toBe(`${none} cannot be opened`);
    const cut = await file('cut.pmtiles', archiveNaming('Huế').subarray(0, -5));
    expect((await run('load', cut)).said[0]).toBe(`${cut} is cut off or damaged; download or make it again`);
    expect(await run('drop')).toMatchObject({ code: 1, said: [expect.stringMatching(/^usage: /)] });
    expect(existsSync(basemapFolder(folder))).toBe(false);
  });

  it('is loaded, shown, replaced and removed', async () => {
    const loading = await run('load', await file('one.pmtiles', archiveNaming('Quần đảo Hoàng Sa')));
    expect(loading).toMatchObject({
      code: 0,
      said: ['loaded a vector basemap, zoom 0–8; in use from the next start'],
    });
    const first = await loadedBasemap(folder);
    expect(first).toMatchObject({ tiles: 'vector', maxZoom: 8, layers: ['places'] });
    expect(JSON.parse((await run('show')).answers[0] ?? '')).toEqual(first);

    await run('load', await file('two.pmtiles', archiveNaming('Đảo Phú Lâm')));
    const second = await loadedBasemap(folder);
    expect(second?.file).not.toBe(first?.file);
    expect((await readdir(basemapFolder(folder))).sort()).toEqual([second?.file, 'basemap.json'].sort());

    expect((await run('remove')).code).toBe(0);
    expect(await loadedBasemap(folder)).toBeUndefined();
    expect((await run('show')).said).toEqual(['no basemap is loaded']);
  });

  it('with foreign names at the archipelagos is refused, and the one in use is kept', async () => {
    await run('load', await file('good.pmtiles', archiveNaming('Quần đảo Hoàng Sa')));
    const before = await loadedBasemap(folder);
    const { code, said } = await run('load', await file('bad.pmtiles', archiveNaming('Paracel Islands')));
    expect(code).toBe(1);
    expect(said[0]).toBe(
      'tile 5/26/14: "Paracel Islands" is not the Vietnamese name of this place; take it out of the basemap',
    );
    expect(await loadedBasemap(folder)).toEqual(before);
  });

  it('of pictures is loaded with the advice to look at it', async () => {
    const path = await file(
      'pictures.pmtiles',
      anArchive({ tiles: [{ ...EAST, bytes: Uint8Array.of(1) }], type: 2 }),
    );
    const { code, said } = await run('load', path);
    expect(code).toBe(0);
    expect(said.at(-1)).toMatch(/look at Hoàng Sa and Trường Sa yourself/);
  });

  it('that was cut off later is not used', async () => {
    await run('load', await file('whole.pmtiles', archiveNaming('Huế')));
    const loaded = await loadedBasemap(folder);
    await writeFile(join(basemapFolder(folder), loaded?.file ?? ''), 'PM');
    expect(await loadedBasemap(folder)).toBeUndefined();
  });
});

describe('the served basemap', () => {
  it('is read in parts, kept for ever, and named to the map', async () => {
    const path = await file('served.pmtiles', archiveNaming('Huế'));
    await run('load', path);
    const bytes = await readFile(path);
    const loaded = await loadedBasemap(folder);
    const url = `/basemap/${loaded?.file}`;
    const database = await testDatabase();
    const app = await testApp(database.db, { config: { dataDir: folder } });
    const get = (headers: Record<string, string> = {}, address = url) =>
      app.server.inject({ url: address, headers });

    const whole = await get();
    expect([whole.statusCode, whole.rawPayload.equals(bytes)]).toEqual([200, true]);
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/vnd.pmtiles',
    });
    const part = await get({ range: 'bytes=0-6' });
    expect([part.statusCode, part.payload]).toEqual([206, 'PMTiles']);
    expect(part.headers['content-range']).toBe(`bytes 0-6/${bytes.length}`);
    expect((await get({ range: 'bytes=-4' })).rawPayload).toEqual(bytes.subarray(-4));
    expect((await get({ range: 'bytes=5-' })).rawPayload.length).toBe(bytes.length - 5);
    expect((await get({ range: `bytes=5-${bytes.length * 2}` })).rawPayload.length).toBe(bytes.length - 5);

    const beyond = await get({ range: `bytes=${bytes.length}-` });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${bytes.length}`]);
    const etag = String(whole.headers.etag);
    expect((await get({ range: 'bytes=0-6', 'if-range': etag })).statusCode).toBe(206);
    for (const range of ['bytes=0-1,3-4', 'bytes=6-2', 'lines=1-2', 'bytes=-', 'bytes=x'])
      expect((await get({ range })).statusCode, range).toBe(200);
    expect((await get({ range: 'bytes=0-6', 'if-range': '"other"' })).statusCode).toBe(200);
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(304);
    for (const name of ['basemap.json', 'other.pmtiles', '..%2fboundaries.json'])
      expect((await get({}, `/basemap/${name}`)).statusCode).toBe(404);

    const page = await get({ accept: 'text/html' }, '/vi/tim-kiem?view=map');
    expect(page.payload).toContain(url);
    await app.close();
    await database.close();
  });
});
