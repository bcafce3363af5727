import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Issue, issueAt } from './issue.ts';

/** An issue of a data file; `file` is relative to the standards directory. */
export interface FileIssue extends Issue {
  file: string;
}

export interface DataFile<T> {
  file: string;
  data: T;
}

interface Folder {
  dir: string;
  folder: string;
  check: (data: unknown) => Issue[];
  issues: FileIssue[];
}

/**
 * Reads every JSON file under `dir/folder` and checks its structure; what is wrong is added to `issues`,
 * and only sound files are returned.
 */
export async function readDataFolder<T>(place: Folder): Promise<DataFile<T>[]> {
  const { dir, folder, issues } = place;
  const files = await jsonFiles(dir, folder);
  if (files.length === 0) issues.push(...inFile(folder, [issueAt('', 'broken-reference', { text: folder })]));
  return await readFiles(place, files);
}

/** The same of a folder that a set of standards may do without. */
export async function readOptionalFolder<T>(place: Folder): Promise<DataFile<T>[]> {
  return await readFiles(place, await jsonFiles(place.dir, place.folder));
}

async function readFiles<T>({ dir, check, issues }: Folder, files: string[]): Promise<DataFile<T>[]> {
  const loaded: DataFile<T>[] = [];
  for (const file of files) {
    const data = parse(await readFile(join(dir, file), 'utf8'));
    const problems = data.kind === 'broken' ? [data.issue] : check(data.value);
    if (data.kind === 'parsed' && problems.length === 0) loaded.push({ file, data: data.value as T });
    issues.push(...inFile(file, problems));
  }
  return loaded;
}

async function jsonFiles(dir: string, folder: string): Promise<string[]> {
  const names = await readdir(join(dir, folder), { recursive: true }).catch(absentFolder);
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

function absentFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function parse(text: string): { kind: 'parsed'; value: unknown } | { kind: 'broken'; issue: Issue } {
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'broken', issue: issueAt('', 'broken-json', { text: (error as Error).message }) };
  }
}

export function inFile(file: string, issues: Issue[]): FileIssue[] {
  return issues.map((issue) => ({ ...issue, file }));
}
