import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../invocation.fixture.ts';
import { boundariesFile, DATA } from '../paths.ts';
import { boundaries } from './boundaries.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-boundaries-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const load = (...positionals: string[]) =>
  runCommand(boundaries, { positionals, changes: { DISAN_DATA: folder } });

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

interface Collection {
  features: { properties: { kind?: string; label_vi?: string } }[];
}

const shipped = async () =>
  JSON.parse(await readFile(join(DATA, 'map', 'provinces.json'), 'utf8')) as Collection;

describe('boundaries load', () => {
  it('refuses what cannot be read, and makes nothing', async () => {
    for (const path of [join(folder, 'none.geojson'), folder, await file('cut.geojson', '{"type":"Feat')]) {
      const { code, answers, said } = await load('load', path);
      expect([code, answers, said]).toEqual([1, [], [`${path} cannot be read as GeoJSON`]]);
    }
    expect(existsSync(boundariesFile(folder))).toBe(false);
    expect(await load('drop', 'x')).toMatchObject({ code: 1, said: ['usage: ./disan boundaries load FILE'] });
  });

  it('takes a map of the whole territory, from the next start on', async () => {
    const path = await file('whole.geojson', JSON.stringify(await shipped()));
    const { code, said } = await load('load', path);
    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^loaded \d+ provincial units; in use from the next start$/),
    ]);
    expect(JSON.parse(await readFile(boundariesFile(folder), 'utf8'))).toEqual(await shipped());
    expect(await readdir(dirname(boundariesFile(folder)))).toEqual(['boundaries.json']);
  });

  it.each([
    ['Hoàng Sa', /Hoàng Sa|Hoang Sa/],
    ['Trường Sa', /Trường Sa|Truong Sa/],
  ])('refuses a map without Quần đảo %s and keeps the one in use', async (name, line) => {
    const before = await readFile(boundariesFile(folder), 'utf8');
    const map = await shipped();
    const features = map.features.filter(({ properties }) => !properties.label_vi?.includes(name));
    expect(features.length).toBeLessThan(map.features.length);
    const { code, said } = await load(
      'load',
      await file('part.geojson', JSON.stringify({ ...map, features })),
    );
    expect(code).toBe(1);
    expect(said.join('\n')).toMatch(line);
    expect(said.at(-1)).toBe('the map was refused; the one in use is kept');
    expect(await readFile(boundariesFile(folder), 'utf8')).toBe(before);
  });
});
