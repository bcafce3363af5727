import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serverAccount } from './account.ts';
import { locatePackage, packageName } from './binaries.ts';
import { runCommand } from './command.ts';
import { closedAncestor } from './passage.ts';
import { livingProcess } from './process.ts';
import {
  assertRunning,
  isRoot,
  recordedDirectory,
  rows,
  scratchDirectory,
  serverPid,
  start,
  startInProgram,
} from './scratch.fixture.ts';

const nobody = (await serverAccount('/nowhere')) ?? { uid: 0, gid: 0 };
const asRoot = test.skipIf(!isRoot);
const programs = [process.execPath, import.meta.dirname, locatePackage(packageName) ?? '/nowhere'];
const reachable =
  isRoot &&
  (await Promise.all(programs.map((path) => closedAncestor(dirname(path), nobody)))).every(
    (one) => one === undefined,
  );
const asOrdinaryUser = test.skipIf(!reachable);

async function uidOf(pid: number): Promise<number> {
  return (await stat(`/proc/${pid}`)).uid;
}

/** A directory of mode 0700, as root's home has, holding the data directory. */
async function closedDataDirectory(): Promise<{ closed: string; dataDir: string }> {
  const closed = join(await scratchDirectory(), 'root');
  await mkdir(closed, { mode: 0o700 });
  return { closed, dataDir: join(closed, 'dữ liệu') };
}

async function users(): Promise<string> {
  return readFile('/etc/passwd', 'utf8');
}

asRoot('as root the server runs as nobody, in the data directory, and no user is made', async () => {
  const dataDir = await scratchDirectory();
  const before = await users();
  assertRunning(await start(dataDir));
  expect(await uidOf(await serverPid(join(dataDir, 'postgres')))).toBe(nobody.uid);
  expect(await stat(join(dataDir, 'postgres'))).toMatchObject({ uid: nobody.uid, gid: nobody.gid });
  expect((await stat(dataDir)).uid).toBe(0);
  expect(await users()).toBe(before);
});

asRoot('below a closed directory the cluster goes outside, is named, recorded and found again', async () => {
  const { closed, dataDir } = await closedDataDirectory();
  const first = assertRunning(await start(dataDir));
  const outside = await recordedDirectory(dataDir);
  expect(outside.startsWith(closed)).toBe(false);
  expect(first).toMatchObject({ directory: outside, notes: [expect.stringContaining(outside)] });
  expect(await readdir(dataDir)).toEqual(['postgres-location.json']);
  expect(await stat(join(outside, 'postgres'))).toMatchObject({ uid: nobody.uid });
  await rows(first.connection, 'create table kept as select 1 as id');
  await first.stop();
  const second = assertRunning(await start(dataDir));
  expect(second.connection.host).toBe(first.connection.host);
  expect(await rows(second.connection, 'select id from kept')).toEqual([[1]]);
  expect((await stat(closed)).mode & 0o777).toBe(0o700);
});

asRoot('a record that points at nothing is an outcome, never a new empty database', async () => {
  const { dataDir } = await closedDataDirectory();
  await assertRunning(await start(dataDir)).stop();
  const outside = await recordedDirectory(dataDir);
  await rm(join(outside, 'postgres'), { recursive: true });
  const record = join(dataDir, 'postgres-location.json');
  expect(await start(dataDir)).toEqual({ kind: 'cluster-missing', path: join(outside, 'postgres'), record });
});

asRoot("root's own home works, whatever its mode", async () => {
  const home = await mkdtemp(join(homedir(), 'disan-pg-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const running = assertRunning(await start(home));
  if (running.notes.length > 0) await recordedDirectory(home);
  expect(await rows(running.connection, 'select 1')).toEqual([[1]]);
  await running.stop();
});

asRoot('a directory closed only later is named and stays closed', async () => {
  const parent = await scratchDirectory();
  const dataDir = join(parent, 'data');
  await assertRunning(await start(dataDir)).stop();
  await chmod(parent, 0o700);
  expect(await start(dataDir)).toEqual({ kind: 'no-permission', path: parent });
  expect((await stat(parent)).mode & 0o777).toBe(0o700);
});

asOrdinaryUser(
  'an ordinary user runs it in a directory of their own, and root goes on as that user',
  async () => {
    const dataDir = await scratchDirectory();
    await chown(dataDir, nobody.uid, nobody.gid);
    await chmod(dataDir, 0o700);
    const program = await startInProgram(dataDir, nobody);
    const { connection } = assertRunning(program.outcome);
    expect(connection.host).toBe(join(dataDir, 'postgres'));
    await program.end('stop');
    const asRootNow = assertRunning(await start(dataDir));
    await asRootNow.stop();
    expect((await stat(join(dataDir, 'postgres.log'))).uid).toBe(nobody.uid);
    expect((await startInProgram(dataDir, nobody)).outcome).toMatchObject({ kind: 'running' });
  },
);

asOrdinaryUser('a directory the user may not write to is named', async () => {
  const dataDir = await scratchDirectory();
  expect((await startInProgram(dataDir, nobody)).outcome).toEqual({ kind: 'no-permission', path: dataDir });
});

asOrdinaryUser('data of another account are named', async () => {
  const dataDir = await scratchDirectory();
  await mkdir(join(dataDir, 'postgres'), { mode: 0o700 });
  await chown(dataDir, nobody.uid, nobody.gid);
  const outcome = (await startInProgram(dataDir, nobody)).outcome;
  expect(outcome).toEqual({ kind: 'no-permission', path: join(dataDir, 'postgres') });
});

asRoot('the server outlives nothing: its processes are gone after the stop', async () => {
  const dataDir = await scratchDirectory();
  const running = assertRunning(await start(dataDir));
  const [[backend] = []] = await rows(
    running.connection,
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  );
  await running.stop();
  expect(await livingProcess(Number(backend))).toBeUndefined();
});

/** A file system of its own, so small that it fills up; undefined where mounting is not allowed. */
async function smallDisk(size: string): Promise<string | undefined> {
  const directory = await scratchDirectory();
  const mount = (program: string, ...args: string[]): ReturnType<typeof runCommand> =>
    runCommand({ program, args, account: undefined, directory: '/', limitMs: 5_000 });
  const mounted = await mount('mount', '-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', directory);
  if (!mounted.succeeded) return undefined;
  onTestFinished(async () => {
    await mount('umount', '-l', directory);
  });
  return directory;
}

asRoot('too small a disk is refused before anything is written', async ({ skip }) => {
  const disk = await smallDisk('60m');
  if (disk === undefined) return skip('mounting is not allowed here');
  const dataDir = join(disk, 'data');
  expect(await start(dataDir)).toEqual({ kind: 'no-disk-space', path: dataDir });
  expect(
    (await readdir(dataDir)).filter((name) => name.startsWith('postgres') && !name.includes('lock')),
  ).toEqual([]);
});

asRoot(
  'a disk that filled up is named, and after some space is freed the data are there',
  async ({ skip }) => {
    const disk = await smallDisk('260m');
    if (disk === undefined) return skip('mounting is not allowed here');
    const dataDir = join(disk, 'data');
    const first = assertRunning(await start(dataDir));
    await rows(first.connection, 'create table kept as select 1 as id');
    await first.stop();
    await writeFile(join(disk, 'filler'), Buffer.alloc(300 * 1024 * 1024)).catch(() => undefined);
    expect(await start(dataDir)).toMatchObject({ kind: 'no-disk-space' });
    await rm(join(disk, 'filler'));
    const next = assertRunning(await start(dataDir));
    expect(await rows(next.connection, 'select id from kept')).toEqual([[1]]);
    await next.stop();
  },
);
