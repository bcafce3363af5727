import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildProgram } from './build.ts';

const modules = join(import.meta.dirname, '../../node_modules');

const sources = {
  'package.json': '{"type":"module","imports":{"#platform/*":"./src/platform/*"}}',
  'src/main/cli.ts': `import pg from 'pg'; import { page } from '#platform/page.tsx'; process.stdout.write(typeof pg + page());`,
  'src/platform/page.tsx': 'export const page = (): string => (<p>Trống đồng</p>).type as string;',
  'src/platform/page.test.ts': 'not compiled = at all',
  'src/web/islands/map.ts': `export const island: string = 'map';\nconsole.log(island);`,
  'src/web/styles/portal.css': `@import './tokens.css';\na { background: url("/assets/x.woff2"); & b { color: red } }`,
  'src/web/styles/tokens.css': ':root { --paper: #fff }',
};

async function project(changes: Record<string, string> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'disan-build-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ ...sources, ...changes })) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  await symlink(modules, join(root, 'node_modules'));
  return root;
}

const read = (root: string, name: string): Promise<string> => readFile(join(root, 'dist', name), 'utf8');

test('server, islands and style sheets are compiled, packages stay outside, maps lead to the sources', async () => {
  const root = await project();
  expect(await buildProgram(root)).toEqual({ kind: 'built' });
  expect((await readdir(join(root, 'dist'))).sort()).toEqual(['built.txt', 'islands', 'main', 'styles']);
  const server = await read(root, 'main/cli.js');
  expect(server).toContain('from "pg"');
  expect(server).toContain('from "preact/jsx-runtime"');
  expect(server).not.toContain('#platform');
  const { sources: mapped } = JSON.parse(await read(root, 'main/cli.js.map')) as { sources: string[] };
  for (const source of mapped) expect(existsSync(join(root, 'dist/main', source))).toBe(true);
  expect(await read(root, 'islands/map.js')).toMatch(/^var \w="map"/);
  const sheet = await read(root, 'styles/portal.css');
  expect(sheet).toContain('--paper');
  expect(sheet).toContain('/assets/x.woff2');
});

test('it is done again only after a source changed, came or went; tests do not count', async () => {
  const root = await project();
  const change = async (name: string, text: string): Promise<string> => {
    await writeFile(join(root, name), text);
    return (await buildProgram(root)).kind;
  };
  expect((await buildProgram(root)).kind).toBe('built');
  expect((await buildProgram(root)).kind).toBe('fresh');
  expect(await change('src/platform/page.test.ts', 'changed')).toBe('fresh');
  expect(await change('src/platform/page.tsx', `export const page = () => 'x';`)).toBe('built');
  expect(await change('src/platform/new.ts', '')).toBe('built');
  await rm(join(root, 'src/platform/new.ts'));
  expect((await buildProgram(root)).kind).toBe('built');
  // A file put back from an archive is older than what was built, and yet another one.
  await utimes(join(root, 'src/platform/page.tsx'), 1, 1);
  expect((await buildProgram(root)).kind).toBe('built');
});

test('a build that fails names the place and leaves the old program alone', async () => {
  const root = await project();
  await buildProgram(root);
  const before = await read(root, 'main/cli.js');
  await writeFile(join(root, 'src/platform/page.tsx'), 'export const page = ;');
  expect(await buildProgram(root)).toEqual({
    kind: 'failed',
    errors: expect.stringContaining('src/platform/page.tsx:1:20'),
  });
  expect(await read(root, 'main/cli.js')).toBe(before);
  expect(await readdir(join(root, '.runtime'))).toEqual([]);
});

test('a project without islands is complete', async () => {
  const root = await project();
  await rm(join(root, 'src/web'), { recursive: true });
  expect((await buildProgram(root)).kind).toBe('built');
  expect((await readdir(join(root, 'dist'))).sort()).toEqual(['built.txt', 'main']);
});
