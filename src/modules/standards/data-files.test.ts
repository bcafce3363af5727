import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileIssue, readDataFolder } from './data-files.ts';
import { issueAt } from './issue.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'data-files-'));
  await mkdir(join(dir, 'lists', 'b'), { recursive: true });
  await mkdir(join(dir, 'lists', 'a'));
});
afterEach(() => rm(dir, { recursive: true }));

const put = (file: string, text: string) => writeFile(join(dir, file), text);

async function read(folder = 'lists') {
  const issues: FileIssue[] = [];
  const check = (data: unknown) => (data === 'bad' ? [issueAt('/x', 'empty')] : []);
  const files = await readDataFolder<unknown>({ dir, folder, check, issues });
  return { files, issues: issues.map((issue) => `${issue.file}${issue.pointer} ${issue.code}`) };
}

test('JSON files at any depth, in the order of their paths, named relative to the directory', async () => {
  await put('lists/b/1.json', '1');
  await put('lists/a/2.json', '2');
  await put('lists/a/note.txt', 'not data');
  expect(await read()).toEqual({
    files: [
      { file: 'lists/a/2.json', data: 2 },
      { file: 'lists/b/1.json', data: 1 },
    ],
    issues: [],
  });
});

test('broken files are named and left out, the others are still read', async () => {
  await put('lists/a/1.json', '{');
  await put('lists/a/2.json', '"bad"');
  await put('lists/b/3.json', '"good"');
  expect(await read()).toEqual({
    files: [{ file: 'lists/b/3.json', data: 'good' }],
    issues: ['lists/a/1.json broken-json', 'lists/a/2.json/x empty'],
  });
});

test('an empty or absent folder is an issue, not an empty result taken for truth', async () => {
  expect(await read()).toEqual({ files: [], issues: ['lists broken-reference'] });
  expect(await read('nowhere')).toEqual({ files: [], issues: ['nowhere broken-reference'] });
});

test('a folder that cannot be read is a fault, not an outcome', async () => {
  await put('file', 'x');
  await expect(read('file')).rejects.toThrow(/ENOTDIR/);
});
