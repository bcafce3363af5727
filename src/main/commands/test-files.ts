import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';

/** Test files that open a database of their own, narrowed by the names given; paths relative to the root. */
export async function filesUsingTheDatabase(names: string[]): Promise<string[]> {
  const files = (await Promise.all(['src', 'tests'].map(testFilesUnder))).flat();
  const wanted = files.filter((path) => names.length === 0 || names.some((name) => path.includes(name)));
  const marked = await Promise.all(wanted.map(async (path) => ((await usesDatabase(path)) ? [path] : [])));
  return marked.flat();
}

async function testFilesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true });
  return entries.filter((path) => /\.test\.tsx?$/.test(path)).map((path) => `${folder}/${path}`);
}

/** Browser tests run once: what they look at does not depend on the server's version. */
async function usesDatabase(path: string): Promise<boolean> {
  if (path.startsWith('tests/e2e/')) return false;
  return /\b(testDatabase|starterDatabase)\b/.test(await readFile(join(ROOT, path), 'utf8'));
}
