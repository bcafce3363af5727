import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choosePlacement, nameFor, recordPath, recordPlacement } from './placement.ts';
import { scratchDirectory } from './scratch.fixture.ts';

test('the name is short, stable and depends on the whole path', () => {
  expect(nameFor('/a')).toBe(nameFor('/a'));
  expect(nameFor('/a')).not.toBe(nameFor('/b'));
  expect(nameFor('/Dữ liệu')).toMatch(/^disan-[0-9a-f]{12}$/);
});

test('an ordinary user keeps the cluster in the data directory, and nothing is recorded', async () => {
  const dataDir = await scratchDirectory();
  const placement = await choosePlacement(dataDir, undefined);
  const cluster = join(dataDir, 'postgres');
  expect(placement).toEqual({ kind: 'placement', base: dataDir, cluster, outside: false });
  if (placement.kind === 'placement') await recordPlacement(dataDir, placement);
  await expect(readFile(recordPath(dataDir))).rejects.toThrow('ENOENT');
});

test('a recorded place is kept, also where it would no longer be needed', async () => {
  const [dataDir, base] = [await scratchDirectory(), await scratchDirectory()];
  const placement = { kind: 'placement', base, cluster: join(base, 'postgres'), outside: true } as const;
  await recordPlacement(dataDir, placement);
  expect(await choosePlacement(dataDir, undefined)).toMatchObject({
    kind: 'cluster-missing',
    path: placement.cluster,
  });
  await mkdir(placement.cluster);
  expect(await choosePlacement(dataDir, undefined)).toEqual(placement);
});

test('a record without a directory is no record', async () => {
  const dataDir = await scratchDirectory();
  await writeFile(recordPath(dataDir), '{"folder": "/x"}');
  expect(await choosePlacement(dataDir, undefined)).toMatchObject({ outside: false });
});
