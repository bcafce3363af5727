import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { createCluster, inspectCluster } from './cluster.ts';
import { scratchDirectory } from './scratch.fixture.ts';

/** An initdb that does what the script says; its first argument after -D is the directory. */
async function programs(script: string): Promise<Binaries> {
  const directory = await scratchDirectory();
  await writeFile(join(directory, 'initdb'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { kind: 'binaries', directory, version: '18.4', major: '18' };
}

async function create(script: string): Promise<{ outcome: unknown; left: string[] }> {
  const base = await scratchDirectory();
  const cluster = join(base, 'postgres');
  await mkdir(join(base, 'postgres.partial-1'));
  const account = await serverAccount(cluster);
  const outcome = await createCluster({
    cluster,
    binaries: await programs(script),
    account,
    superuser: 'disan',
  });
  return { outcome, left: await readdir(base) };
}

test('absent, empty, foreign and present are told apart', async () => {
  const base = await scratchDirectory();
  const cluster = join(base, 'postgres');
  expect(await inspectCluster(cluster)).toEqual({ kind: 'absent' });
  await mkdir(cluster);
  expect(await inspectCluster(cluster)).toEqual({ kind: 'absent' });
  await writeFile(join(cluster, 'x'), '');
  expect(await inspectCluster(cluster)).toEqual({ kind: 'not-a-cluster', path: cluster });
  await writeFile(join(cluster, 'PG_VERSION'), '18\n');
  expect(await inspectCluster(cluster)).toEqual({ kind: 'present', major: '18' });
});

test('a cluster that failed leaves nothing, and remains of earlier attempts go', async () => {
  const failing = await create('echo "initdb: error: no such luck" >&2; exit 1');
  const failed = { kind: 'failed', step: 'initdb', logTail: 'initdb: error: no such luck' };
  expect(failing).toEqual({ outcome: failed, left: [] });
});

test('a full disk is recognised in what initdb says', async () => {
  const full = await create('echo "initdb: error: could not write file: No space left on device"; exit 1');
  expect(full).toMatchObject({ outcome: { kind: 'no-disk-space' }, left: [] });
});

test('where the C library lacks C.UTF-8, PostgreSQL’s own rules stand in', async () => {
  const script = `case "$*" in
    *provider=libc*) echo 'initdb: error: invalid locale name "C.UTF-8"'; exit 1;;
    *provider=builtin*--builtin-locale=C.UTF-8*) touch "$2/PG_VERSION";;
  esac`;
  expect(await create(script)).toEqual({ outcome: { kind: 'created' }, left: ['postgres'] });
});
