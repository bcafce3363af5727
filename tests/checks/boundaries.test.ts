import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runTool } from './run-tool.ts';
import { projectFiles } from './source-files.ts';

interface Cruise {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  modules: { source: string }[];
}

async function cruise(root: string): Promise<Cruise> {
  const args = ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const run = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args, root);
  return JSON.parse(run.output) as Cruise;
}

test('imports keep to the layers, the module order and the faces; no cycles', {
  timeout: 120_000,
}, async () => {
  const { summary } = await cruise(ROOT);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

test('the check has visited every source file', { timeout: 120_000 }, async () => {
  const { modules } = await cruise(ROOT);
  const visited = new Set(modules.map((module) => module.source));
  const missed = projectFiles().filter((path) => /^src\/.*\.tsx?$/.test(path) && !visited.has(path));
  expect(missed).toEqual([]);
});

// Each planted file breaks one rule; a rule that lets its plant through checks nothing.
const PLANTS: Record<string, { files: Record<string, string>; rule: string }> = {
  'a codec that reads files': {
    files: {
      'src/formats/planted/index.ts':
        "import { readFile } from 'node:fs/promises';\nexport const read = readFile;\n",
    },
    rule: 'formats-are-pure',
  },
  'a codec that knows the database': {
    files: {
      'src/formats/planted/index.ts':
        "import type { Db } from '#platform/db/index.ts';\nexport type Planted = Db;\n",
      'src/platform/db/index.ts': 'export type Db = string;\n',
    },
    rule: 'formats-know-no-layer',
  },
  'platform that knows heritage': {
    files: {
      'src/platform/planted.ts':
        "import { record } from '#modules/registry/index.ts';\nexport const planted = record;\n",
      'src/modules/registry/index.ts': 'export const record = 1;\n',
    },
    rule: 'platform-knows-no-heritage',
  },
  'a module that uses a later one': {
    files: {
      'src/modules/registry/index.ts':
        "import { search } from '#modules/search/index.ts';\nexport const planted = search;\n",
      'src/modules/search/index.ts': 'export const search = 1;\n',
    },
    rule: 'modules-order-registry',
  },
  'a module that reaches into another': {
    files: {
      'src/modules/search/index.ts':
        "import { inner } from '#modules/registry/store.ts';\nexport const planted = inner;\n",
      'src/modules/registry/store.ts': 'export const inner = 1;\n',
    },
    rule: 'modules-through-index',
  },
  'a page with SQL': {
    files: {
      'src/web/portal/planted.ts':
        "import type { Db } from '#platform/db/index.ts';\nexport type Planted = Db;\n",
      'src/platform/db/index.ts': 'export type Db = string;\n',
    },
    rule: 'web-has-no-sql',
  },
  'an island with server code': {
    files: {
      'src/web/islands/planted.ts':
        "import { record } from '#modules/registry/index.ts';\nexport const planted = record;\n",
      'src/modules/registry/index.ts': 'export const record = 1;\n',
    },
    rule: 'islands-are-browser-code',
  },
  'a cycle': {
    files: {
      'src/formats/planted/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/formats/planted/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
    rule: 'no-circular',
  },
};

let planted: string;
beforeAll(async () => {
  planted = await mkdtemp(join(tmpdir(), 'disan-boundaries-'));
});
afterAll(() => rm(planted, { recursive: true, force: true }));

test.for(Object.entries(PLANTS))(
  'a planted violation fails: %s',
  { timeout: 60_000 },
  async ([name, { files, rule }]) => {
    const root = join(planted, name.replaceAll(' ', '-'));
    await mkdir(root);
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
      await cp(join(ROOT, file), join(root, file));
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { summary } = await cruise(root);
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule);
  },
);
