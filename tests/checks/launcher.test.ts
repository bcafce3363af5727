import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from './run-tool.ts';

type Lock = { packages: Record<string, { integrity?: string; dev?: boolean; optional?: boolean }> };
type Stamp = { lock: string; mode: string; platform: string };

/** The launcher is plain JavaScript, because it runs before any compiler is there. */
type Launcher = {
  modeFor: (command: string | undefined) => string;
  serves: (stamp: Stamp | undefined, wanted: Stamp) => boolean;
  installedMode: (lock: Lock, installed: Lock) => string | undefined;
  explainNpm: (output: string) => [string, string];
  takeLock: (path: string) => boolean;
  nodePackages: Record<string, { name: string; version: string }>;
  weights: Record<'node' | 'run' | 'all', { download: number; disk: number }>;
};

const launcher = (await import(pathToFileURL(join(ROOT, 'launcher.mjs')).href)) as Launcher;

const majorOf = (node: string): number => {
  try {
    return Number.parseInt(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10);
  } catch {
    return 0;
  }
};
const systemNode = '/usr/bin/node';
const oldNode = existsSync(systemNode) && majorOf(systemNode) >= 18 && majorOf(systemNode) < 24;

test('only test and bench ask for the development tools', () => {
  expect(['up', undefined, 'import', 'test', 'bench'].map(launcher.modeFor)).toEqual([
    'run',
    'run',
    'run',
    'all',
    'all',
  ]);
});

test('an installation serves its own lock file and platform; a full one serves both modes', () => {
  const stamp = { lock: 'a', mode: 'run', platform: 'linux-x64' };
  expect(launcher.serves(stamp, stamp)).toBe(true);
  expect(launcher.serves({ ...stamp, mode: 'all' }, stamp)).toBe(true);
  expect(launcher.serves(stamp, { ...stamp, mode: 'all' })).toBe(false);
  expect(launcher.serves(stamp, { ...stamp, lock: 'b' })).toBe(false);
  expect(launcher.serves(stamp, { ...stamp, platform: 'darwin-arm64' })).toBe(false);
  expect(launcher.serves(undefined, stamp)).toBe(false);
});

test('an installation made with npm alone is recognised by what npm recorded', () => {
  const lock: Lock = {
    packages: {
      '': {},
      'node_modules/pg': { integrity: 'p1' },
      'node_modules/vitest': { integrity: 'v1', dev: true },
      'node_modules/other-platform': { integrity: 'o1', optional: true },
    },
  };
  const { 'node_modules/pg': pg = {}, 'node_modules/vitest': vitest = {} } = lock.packages;
  const installed = (packages: Lock['packages']): Lock => ({ packages });
  expect(
    launcher.installedMode(lock, installed({ 'node_modules/pg': pg, 'node_modules/vitest': vitest })),
  ).toBe('all');
  expect(launcher.installedMode(lock, installed({ 'node_modules/pg': pg }))).toBe('run');
  expect(launcher.installedMode(lock, installed({ 'node_modules/pg': { integrity: 'p0' } }))).toBeUndefined();
});

test('what npm says is explained, and what is unknown is passed on', () => {
  expect(launcher.explainNpm('npm error code ENOTFOUND')[1]).toContain('check the network');
  expect(launcher.explainNpm('npm error code ENOSPC')[1]).toContain('disk is full');
  expect(launcher.explainNpm('npm ERR! code EACCES')[1]).toContain('No permission');
  const unknown = launcher.explainNpm('npm error code E404\nnpm error 404 Not Found - GET x\n');
  expect(unknown).toEqual([
    'npm thất bại: npm error 404 Not Found - GET x',
    'npm failed: npm error 404 Not Found - GET x',
  ]);
});

test('the versions to fetch are exact and new enough', () => {
  for (const { name, version } of Object.values(launcher.nodePackages)) {
    expect(name).toMatch(/^node-(bin-)?(linux|darwin)-(x64|arm64)$/);
    expect(version).toMatch(/^(2[4-9])\.\d+\.\d+$/);
  }
});

test('what a first start downloads stays within 120 MB', () => {
  expect(launcher.weights.node.download + launcher.weights.run.download).toBeLessThanOrEqual(120);
});

/** Megabytes of the packages themselves, without those nested in them, which have entries of their own. */
function sizeOfPackages(paths: string[]): number {
  const sizes = paths
    .filter((path) => existsSync(join(ROOT, path)))
    .flatMap((path) =>
      readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.startsWith('node_modules/'))
        .map((name) => lstatSync(join(ROOT, path, name)).size),
    );
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

test('the weights that are told are those of the lock file, within a quarter', async () => {
  const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const all = sizeOfPackages(entries.map(([path]) => path));
  const run = sizeOfPackages(entries.filter(([, { dev }]) => !dev).map(([path]) => path));
  expect(Math.abs(all / launcher.weights.all.disk - 1), `all: ${all} MB`).toBeLessThan(0.25);
  expect(Math.abs(run / launcher.weights.run.disk - 1), `run: ${run} MB`).toBeLessThan(0.25);
});

test('the lock is exclusive, and one whose holder died is cleared away', async () => {
  const path = join(await folder('lock'), 'launcher.lock');
  expect(launcher.takeLock(path)).toBe(true);
  expect(launcher.takeLock(path)).toBe(false);
  expect(await readFile(path, 'utf8')).toBe(String(process.pid));
  await writeFile(path, String(2 ** 22 + 1));
  expect(launcher.takeLock(path)).toBe(false);
  expect(launcher.takeLock(path)).toBe(true);
});

async function folder(name: string): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'disan-launcher-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const path = join(parent, name);
  await mkdir(path, { recursive: true });
  return path;
}

const notCopied = new Set(['node_modules', '.git', '.runtime', 'dist', 'var', 'docs', 'tests', 'bench']);

/** The project as a fresh clone has it, in a folder with spaces and Vietnamese letters, with a program of two lines. */
async function freshClone(): Promise<string> {
  const clone = await folder('Dự án "Di Sản" số 1/bản sao mới');
  await cp(ROOT, clone, {
    recursive: true,
    filter: (path) => !notCopied.has(path.slice(ROOT.length + 1).split('/')[0] ?? ''),
  });
  return clone;
}

const program = `
process.stdout.write(JSON.stringify(process.argv.slice(2)));
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => process.exit(41));
  setInterval(() => undefined, 1000);
} else process.exitCode = Number(process.argv[2] ?? 0);
`;

/** Stands in for the registry, which a test must not depend on: answers as npm would and writes down what it was asked. */
const npm = `#!/bin/sh
printf '%s\\n' "$*" >> "$NPM_LOG"
[ -z "$NPM_SAYS" ] || { echo "$NPM_SAYS" >&2; exit 1; }
[ -z "$NPM_SLOW" ] || sleep 1
case "$1" in
  ci) ln -s "$REAL_MODULES" node_modules;;
  install)
    while [ "$1" != --prefix ]; do shift; done
    mkdir -p "$2/node_modules/\${3%@*}/bin" && ln -s "$NEW_NODE" "$2/node_modules/\${3%@*}/bin/node";;
esac
`;

type Run = { code: number | null; stdout: string; stderr: string };

class Machine {
  readonly clone: string;
  readonly bin: string;
  constructor(clone: string, bin: string) {
    this.clone = clone;
    this.bin = bin;
  }

  start(args: string[], env: Record<string, string> = {}): ChildProcess {
    const known = { NPM_LOG: this.log, REAL_MODULES: join(ROOT, 'node_modules'), NEW_NODE: process.execPath };
    const child = spawn(join(this.clone, 'disan'), args, {
      env: { PATH: this.bin, ...known, ...env },
      cwd: '/',
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  async run(args: string[], env: Record<string, string> = {}): Promise<Run> {
    const child = this.start(args, env);
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    child.stderr?.on('data', (chunk) => (stderr += chunk));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  }

  get log(): string {
    return join(this.clone, '..', 'npm.log');
  }

  async asked(): Promise<string[]> {
    const text = await readFile(this.log, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
  }
}

/** A machine that has a shell, this Node.js (or another) and an npm, and nothing else. */
async function machine({ node = process.execPath, withNpm = true } = {}): Promise<Machine> {
  const clone = await freshClone();
  await writeFile(join(clone, 'src/main/cli.ts'), program);
  const bin = await folder('bin');
  await symlink(node, join(bin, 'node'));
  for (const tool of ['sh', 'readlink', 'dirname', 'mkdir', 'ln', 'sleep']) {
    const path = ['/usr/bin', '/bin'].map((place) => join(place, tool)).find(existsSync);
    if (path !== undefined) await symlink(path, join(bin, tool));
  }
  if (withNpm) await writeFile(join(bin, 'npm'), npm, { mode: 0o755 });
  return new Machine(clone, bin);
}

test('a fresh clone installs, compiles and hands over; the second time it only hands over', async () => {
  const here = await machine();
  const first = await here.run(['0', 'một hai']);
  expect(first).toMatchObject({
    code: 0,
    stdout: '["0","một hai"]',
    stderr: expect.stringContaining('66 MB'),
  });
  expect(await here.asked()).toEqual(['ci --ignore-scripts --include=optional --omit=dev']);
  expect(await here.run(['7'])).toEqual({ code: 7, stdout: '["7"]', stderr: '' });
  expect(await here.asked()).toHaveLength(1);
});

test('the whole program compiles and tells its version', async () => {
  const here = await machine();
  await cp(join(ROOT, 'src/main'), join(here.clone, 'src/main'), { recursive: true, force: true });
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(await here.run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringContaining(version) });
});

test('a changed source is compiled, and one that does not compile stops with its place', async () => {
  const here = await machine();
  await here.run(['0']);
  await writeFile(join(here.clone, 'src/main/cli.ts'), 'process.stdout.write("mới");');
  expect(await here.run(['0'])).toMatchObject({ code: 0, stdout: 'mới' });
  await writeFile(join(here.clone, 'src/main/cli.ts'), 'const drum = ;');
  expect(await here.run(['0'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('src/main/cli.ts:1:13'),
  });
});

test('another lock file, or a command that needs more, installs anew', async () => {
  const here = await machine();
  await here.run(['0']);
  const lock = join(here.clone, 'package-lock.json');
  const changed = JSON.parse(await readFile(lock, 'utf8')) as Lock;
  changed.packages['node_modules/new'] = { integrity: 'sha512-new' };
  await writeFile(lock, JSON.stringify(changed));
  await rm(join(here.clone, 'node_modules'));
  await here.run(['test']);
  await here.run(['0']);
  expect(await here.asked()).toEqual([
    'ci --ignore-scripts --include=optional --omit=dev',
    'ci --ignore-scripts --include=optional --include=dev',
  ]);
});

test('dependencies that are all there already are left alone', async () => {
  const here = await machine({ withNpm: false });
  await symlink(join(ROOT, 'node_modules'), join(here.clone, 'node_modules'));
  expect(await here.run(['0'])).toMatchObject({ code: 0, stderr: '' });
});

test('without npm, or when npm fails, one sentence in each language says so', async () => {
  const bare = await machine({ withNpm: false });
  expect(await bare.run(['0'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('npm is needed'),
  });
  const failing = await machine();
  const outcome = await failing.run(['0'], { NPM_SAYS: 'npm error code ETIMEDOUT' });
  expect(outcome).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/kiểm tra mạng[\s\S]*check the network/),
  });
  expect(await failing.run(['0'])).toMatchObject({ code: 0 });
});

test('two launches at once install once', async () => {
  const here = await machine();
  const both = await Promise.all([
    here.run(['0'], { NPM_SLOW: 'yes' }),
    here.run(['0'], { NPM_SLOW: 'yes' }),
  ]);
  expect(both.map(({ code, stdout }) => [code, stdout])).toEqual([
    [0, '["0"]'],
    [0, '["0"]'],
  ]);
  expect(await here.asked()).toHaveLength(1);
});

test('a signal reaches the program and its exit code comes back', async () => {
  const here = await machine();
  await here.run(['0']);
  const child = here.start(['wait']);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await sleep(100);
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(41);
});

test.skipIf(!oldNode)('an older Node.js fetches the wanted one once, without install scripts', async () => {
  const here = await machine({ node: systemNode });
  const first = await here.run(['0']);
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('53 MB') });
  const { name, version } = launcher.nodePackages[`${process.platform}-${process.arch}`] ?? {
    name: '',
    version: '',
  };
  expect((await here.asked())[0]).toMatch(/^install --ignore-scripts --no-save --prefix .*partial-node /);
  expect((await here.asked())[0]).toContain(` ${name}@${version}`);
  await here.run(['0']);
  expect(await here.asked()).toHaveLength(2);
});

test('without any Node.js the shell says what to do', async () => {
  const here = await machine();
  await rm(join(here.bin, 'node'));
  const outcome = await here.run(['0']);
  expect(outcome).toMatchObject({ code: 1, stderr: expect.stringMatching(/Cần Node\.js[\s\S]*is needed/) });
});
