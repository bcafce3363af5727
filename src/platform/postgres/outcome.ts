/** How to reach the server: `host` is the directory that holds the Unix socket; there is no TCP port. */
export type Connection = { host: string; port: number; user: string; database: string };

/** A collation whose rules are no longer those its indexes were built with. Versions are ICU's own strings. */
export type CollationChange = {
  database: string;
  collation: string;
  was: string;
  now: string;
  indexes: string[];
};

export type RunningPostgres = {
  kind: 'running';
  /** Holds the cluster, its log and its lock: the data directory, or root's directory outside it. */
  directory: string;
  connection: Connection;
  /** True when a server left behind by an earlier run of the program was taken over instead of started. */
  reused: boolean;
  /** What the operator should know, in the language asked for; empty on an ordinary start. */
  notes: string[];
  /** Settles, with the end of the server's log, when the server ends without `stop` having been called. */
  lost: Promise<string>;
  /** Ordered shutdown: fast, and immediate after its time limit. Safe to call twice. */
  stop: () => Promise<void>;
};

export type StartFailure =
  | { kind: 'other-major-version'; path: string; found: string; wanted: string }
  | { kind: 'no-disk-space'; path: string }
  | { kind: 'no-permission'; path: string }
  | { kind: 'not-a-directory'; path: string }
  | { kind: 'not-a-cluster'; path: string }
  | { kind: 'cluster-missing'; path: string; record: string }
  | { kind: 'in-use'; pid: number | undefined; connection: Connection | undefined }
  | { kind: 'binaries-missing'; package: string }
  | { kind: 'collation-changed'; changes: CollationChange[] }
  | { kind: 'failed'; step: 'binaries' | 'initdb' | 'start' | 'connect' | 'reindex'; logTail: string };

export type StartOutcome = RunningPostgres | StartFailure;

const permissionCodes = new Set(['EACCES', 'EPERM', 'EROFS']);
const spaceCodes = new Set(['ENOSPC', 'EDQUOT']);
const kindOfPathCodes = new Set(['ENOTDIR', 'EEXIST', 'ELOOP']);

/** Turns what the file system refuses into a failure that names the path; anything else is a bug and stays thrown. */
export function failureOfFileError(error: unknown, fallbackPath: string): StartFailure | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : fallbackPath;
  if (permissionCodes.has(error.code)) return { kind: 'no-permission', path };
  if (spaceCodes.has(error.code)) return { kind: 'no-disk-space', path };
  if (kindOfPathCodes.has(error.code)) return { kind: 'not-a-directory', path };
  return undefined;
}

/** Reads the reason out of what initdb or the server printed (always in English: `lc_messages` is C). */
export function failureOfOutput(output: string, path: string): StartFailure | undefined {
  if (/No space left on device|Disk quota exceeded/.test(output)) return { kind: 'no-disk-space', path };
  if (/Permission denied|Read-only file system/.test(output)) {
    return { kind: 'no-permission', path: /"(\/[^"]+)": (?:Permission|Read-only)/.exec(output)?.[1] ?? path };
  }
  return undefined;
}
