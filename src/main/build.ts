import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { BuildOptions } from 'esbuild';

export type BuildOutcome = { kind: 'fresh' } | { kind: 'built' } | { kind: 'failed'; errors: string };

const notCompiled = /\.(test|fixture)\.tsx?$|\.d\.ts$/;
const packageFiles = ['package.json', 'package-lock.json', 'tsconfig.json'];

async function filesUnder(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Names, sizes and times of all that goes into the program: newer, replaced and removed sources all change it. */
async function fingerprint(root: string): Promise<string> {
  const sources = (await filesUnder(join(root, 'src'))).filter((path) => !notCompiled.test(path));
  const files = [...sources, ...packageFiles.map((name) => join(root, name))].filter(existsSync).sort();
  const facts = await Promise.all(
    files.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path.slice(root.length)} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

const jsx: BuildOptions = { jsx: 'automatic', jsxImportSource: 'preact' };

/** Packages stay outside: they are loaded from node_modules, some with binaries of their own. */
function serverBuild(root: string, out: string): BuildOptions {
  const target: BuildOptions = { platform: 'node', target: 'node24', format: 'esm', packages: 'external' };
  const entryPoints = [join(root, 'src/main/cli.ts')];
  return { ...jsx, ...target, entryPoints, outfile: join(out, 'main/cli.js'), sourcemap: true };
}

async function islandsBuild(root: string, out: string): Promise<BuildOptions> {
  const folder = join(root, 'src/web/islands');
  const names = await readdir(folder).catch(() => []);
  const entryPoints = names
    .filter((name) => /\.tsx?$/.test(name) && !notCompiled.test(name))
    .map((name) => join(folder, name));
  const target: BuildOptions = {
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    minify: true,
    splitting: true,
    // What is loaded on demand is a chunk like those that islands share: served under the name it is asked for by.
    chunkNames: 'chunk-[hash]',
  };
  return { ...jsx, ...target, entryPoints, outdir: join(out, 'islands'), sourcemap: true };
}

/** Addresses in a sheet (fonts, pictures) are the server's and stay as they are written. */
function stylesBuild(root: string, out: string): BuildOptions {
  const sheets = ['portal.css', 'interactive-map.css', 'workbench.css'];
  const entryPoints = sheets.map((name) => join(root, 'src/web/styles', name)).filter(existsSync);
  const external = ['*.woff2', '*.svg', '*.png'];
  // Nesting is understood from these versions on, so it is kept.
  const target = ['chrome120', 'firefox117', 'safari17.2'];
  return { entryPoints, outdir: join(out, 'styles'), minify: true, external, target };
}

async function writeTo(path: string, contents: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

type Target = { root: string; place: string; into: string };

/** Compiled for `place`, whose path the source maps refer to, but written to `into`. */
async function compile({ root, place, into }: Target): Promise<void> {
  const { build } = await import('esbuild');
  const builds = [serverBuild(root, place), await islandsBuild(root, place), stylesBuild(root, place)];
  for (const options of builds) {
    if (Array.isArray(options.entryPoints) && options.entryPoints.length === 0) continue;
    const { outputFiles } = await build({
      ...options,
      bundle: true,
      logLevel: 'silent',
      write: false,
      absWorkingDir: root,
    });
    await Promise.all(
      outputFiles.map(({ path, contents }) => writeTo(join(into, relative(place, path)), contents)),
    );
  }
}

/** Puts the finished folder in the place of the old one. Another launch may do the same: the later one wins. */
async function putInPlace(fresh: string, place: string): Promise<void> {
  const old = `${fresh}.old`;
  await rename(place, old).catch(() => undefined);
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true, force: true }));
  await rm(old, { recursive: true, force: true });
}

async function formatErrors(error: unknown): Promise<string> {
  if (!(error instanceof Error && 'errors' in error && Array.isArray(error.errors))) throw error;
  const { formatMessages } = await import('esbuild');
  return (await formatMessages(error.errors, { kind: 'error', color: process.stderr.isTTY })).join('');
}

/**
 * Compiles server, islands and style sheets into `dist/` unless it already comes from these very sources. A build
 * that fails leaves the old `dist/` alone.
 */
export async function buildProgram(root: string): Promise<BuildOutcome> {
  const place = join(root, 'dist');
  const wanted = await fingerprint(root);
  const built = await readFile(join(place, 'built.txt'), 'utf8').catch(() => '');
  if (built === wanted) return { kind: 'fresh' };
  const fresh = join(root, '.runtime', `dist-${process.pid}`);
  try {
    await mkdir(fresh, { recursive: true });
    await compile({ root, place, into: fresh });
    await writeFile(join(fresh, 'built.txt'), wanted);
    await putInPlace(fresh, place);
    return { kind: 'built' };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    return { kind: 'failed', errors: await formatErrors(error) };
  }
}

if (process.argv[1] === import.meta.filename) {
  const outcome = await buildProgram(join(import.meta.dirname, '../..'));
  if (outcome.kind === 'failed') {
    process.stderr.write(
      `disan: Mã nguồn có lỗi, không biên dịch được.\n       The sources do not compile.\n${outcome.errors}`,
    );
    process.exitCode = 1;
  }
}
