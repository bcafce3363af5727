import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '#platform/i18n/index.ts';
import { giveToOwnerOf, serverAccount } from './account.ts';
import { type Binaries, prepareBinaries, removeOldCopies } from './binaries.ts';
import { createCluster, inspectCluster } from './cluster.ts';
import { type CollationPolicy, settleCollations } from './collation.ts';
import { launch } from './launch.ts';
import { type ProgramLock, takeProgramLock } from './lock.ts';
import { notesIn } from './messages.ts';
import {
  type Connection,
  failureOfFileError,
  failureOfOutput,
  type StartFailure,
  type StartOutcome,
} from './outcome.ts';
import type { Account } from './passage.ts';
import { choosePlacement, type Placement, recordPath, recordPlacement } from './placement.ts';
import { readPostmasterFile } from './postmaster.ts';
import { ensureDatabase } from './queries.ts';
import { type HeldServer, runningOutcome, watchedServer } from './running.ts';
import { logTail } from './server.ts';
import { serverSettings } from './settings.ts';
import { connectionTo, type Site } from './site.ts';
import { socketDirectory } from './socket.ts';
import { settleOrphan } from './takeover.ts';

export type StartOptions = {
  /** Made when absent. May hold spaces and any letters. */
  dataDir: string;
  /** Progress and notes, one sentence each, in `lang`. */
  log: (line: string) => void;
  lang?: Lang;
  superuser?: string;
  /** Made when absent. */
  database?: string;
  /** A directory with `initdb` and `postgres`; without it, those of the npm package. */
  binaries?: string;
  /** Server settings that replace or add to the program's own. */
  settings?: Readonly<Record<string, string>>;
  /** What to do with indexes sorted by rules that changed: rebuild them (default), or refuse to start. */
  collationChange?: CollationPolicy;
};

type Request = Required<Omit<StartOptions, 'binaries'>> & { binaries: string | undefined };

/**
 * Starts the embedded PostgreSQL on a data directory, or takes over the server a killed run left there. Every wait
 * has a time limit; every expected failure is an outcome that `describeFailure` puts into words.
 */
export async function startPostgres(options: StartOptions): Promise<StartOutcome> {
  const request: Request = {
    lang: 'vi',
    superuser: 'disan',
    database: 'disan',
    settings: {},
    collationChange: 'rebuild',
    binaries: undefined,
    ...options,
  };
  try {
    await mkdir(request.dataDir, { recursive: true });
    return await startIn({ ...request, dataDir: await realpath(request.dataDir) });
  } catch (error) {
    const failure = failureOfFileError(error, options.dataDir);
    if (failure === undefined) throw error;
    return failure;
  }
}

async function startIn(request: Request): Promise<StartOutcome> {
  const { dataDir } = request;
  const placement = await choosePlacement(dataDir, await serverAccount(join(dataDir, 'postgres')));
  if (placement.kind !== 'placement') return placement;
  const lock = await takeProgramLock(placement.base);
  if (lock.kind === 'in-use') return { ...lock, connection: await runningConnection(placement, request) };
  if (lock.kind === 'no-permission') return lock;
  let outcome: StartOutcome | undefined;
  try {
    outcome = await startLocked(request, placement, lock);
    return outcome;
  } finally {
    if (outcome?.kind !== 'running') lock.release();
  }
}

/** How to reach the server of the program that holds the lock; a second command may work on it as a client. */
async function runningConnection(
  { cluster }: Placement,
  { superuser, database }: Request,
): Promise<Connection | undefined> {
  const file = await readPostmasterFile(cluster);
  return file?.status === 'ready' ? connectionTo(file.socketDirectory, superuser, database) : undefined;
}

async function startLocked(request: Request, placement: Placement, lock: ProgramLock): Promise<StartOutcome> {
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(text);
    request.log(text);
  };
  const site = await prepareSite(request, placement, note);
  if ('kind' in site) return site;
  const held = await holdServer(site);
  if (held.kind !== 'held') return held;
  const { server, host, reused } = held;
  const connection = connectionTo(host, site.superuser, request.database);
  const running = runningOutcome({ server, cluster: placement.cluster, lock, connection, reused, notes });
  const failure = await settleDatabases(request, site, { connection, reused });
  if (failure === undefined) return running;
  await running.stop();
  return failure;
}

/** Decides and prepares everything up to the start itself: account, programs, cluster, socket. */
async function prepareSite(
  request: Request,
  placement: Placement,
  note: (text: string) => void,
): Promise<Site | StartFailure> {
  const { dataDir, superuser, lang, log } = request;
  const { base, cluster, outside } = placement;
  const account = await serverAccount(cluster);
  const binaries = await prepareBinaries({ given: request.binaries, base, account });
  if (binaries.kind !== 'binaries') return binaries;
  const made = await ensureCluster({ request, placement, binaries, account });
  if (made !== undefined) return made;
  if (outside) {
    note(notesIn[lang].outside(base));
    await recordPlacement(dataDir, placement);
    await giveToOwnerOf(dataDir, recordPath(dataDir));
  }
  const socket = await socketDirectory(cluster, account);
  if (socket.kind !== 'socket') return socket;
  if (socket.directory !== cluster) note(notesIn[lang].socketElsewhere(socket.directory));
  const settings = serverSettings(binaries, request.settings);
  return {
    placement,
    binaries,
    account,
    settings,
    socketDirectory: socket.directory,
    superuser,
    lang,
    note,
    log,
  };
}

type ClusterNeed = {
  request: Request;
  placement: Placement;
  binaries: Binaries;
  account: Account | undefined;
};

/** Undefined when a cluster of the right major version stands in its place, old or new. */
async function ensureCluster(need: ClusterNeed): Promise<StartFailure | undefined> {
  const { request, placement, binaries, account } = need;
  const { cluster } = placement;
  const state = await inspectCluster(cluster);
  if (state.kind === 'not-a-cluster') return state;
  if (state.kind === 'present') {
    const wanted = binaries.major;
    return state.major === wanted
      ? undefined
      : { kind: 'other-major-version', path: cluster, found: state.major, wanted };
  }
  request.log(notesIn[request.lang].preparing(cluster));
  const created = await createCluster({ cluster, binaries, account, superuser: request.superuser });
  return created.kind === 'created' ? undefined : created;
}

type Held = { kind: 'held'; server: HeldServer; host: string; reused: boolean };

async function holdServer(site: Site): Promise<Held | StartFailure> {
  const orphan = await settleOrphan(site);
  if (orphan.kind === 'reuse') {
    const { pid, socketDirectory: host } = orphan.file;
    return { kind: 'held', server: watchedServer(pid), host, reused: true };
  }
  if (orphan.kind !== 'free') return orphan;
  const launched = await launch(site);
  if (launched.kind !== 'launched') return launched;
  await removeOldCopies(site.placement.base, site.binaries);
  return { kind: 'held', server: launched.server, host: site.socketDirectory, reused: false };
}

type Reached = { connection: Connection; reused: boolean };

/** The program's own database, and indexes that agree with the sorting rules of this build. */
async function settleDatabases(
  { collationChange, lang }: Request,
  { placement, note }: Site,
  { connection, reused }: Reached,
): Promise<StartFailure | undefined> {
  const maintenance = { ...connection, database: 'postgres' };
  try {
    await ensureDatabase(maintenance, connection.database);
    // A server taken over was checked when it started.
    if (reused) return undefined;
    const onRebuild = (change: Parameters<(typeof notesIn)['vi']['rebuilding']>[0]): void =>
      note(notesIn[lang].rebuilding(change));
    const settled = await settleCollations({ connection: maintenance, policy: collationChange, onRebuild });
    return settled.kind === 'settled' ? undefined : settled;
  } catch (error) {
    const reason = `${String(error)}\n${await logTail(placement.cluster)}`;
    return (
      failureOfOutput(String(error), placement.base) ?? { kind: 'failed', step: 'connect', logTail: reason }
    );
  }
}
