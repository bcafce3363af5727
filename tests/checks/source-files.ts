import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-tool.ts';

export interface SourceFile {
  path: string;
  text: string;
  lines: number;
}

/** Files of the project by git, or by walking where the tree is no checkout (an unpacked archive). */
export function projectFiles(): string[] {
  if (!existsSync(join(ROOT, '.git'))) return walk('');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

const NOT_OURS = new Set(['node_modules', 'dist', '.runtime', 'var', '.git']);

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** TypeScript of the product, without tests. */
export function productSources(): SourceFile[] {
  return read((path) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
}

export function testSources(): SourceFile[] {
  return read((path) => /^(src|tests)\/.*\.tsx?$/.test(path) && isTest(path));
}

function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path) || path.startsWith('tests/');
}

export function read(wanted: (path: string) => boolean): SourceFile[] {
  return projectFiles()
    .filter(wanted)
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1 };
    });
}
