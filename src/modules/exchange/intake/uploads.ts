import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type UploadOutcome =
  /** `spool`: its name in the folder. `digest`: SHA-256, hexadecimal. */
  | { kind: 'saved'; spool: string; bytes: number; digest: string }
  | { kind: 'empty' }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'disk-full' };

/** Writes a file as it comes in, and keeps nothing of one that does not come in whole. */
export async function saveUpload(
  bytes: AsyncIterable<Uint8Array>,
  { folder, limitBytes }: { folder: string; limitBytes: number },
): Promise<UploadOutcome> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);
  const spool = randomUUID();
  const unfinished = join(folder, `${spool}${UNFINISHED}`);
  try {
    const outcome = await write(bytes, { path: unfinished, limitBytes });
    if (outcome.kind !== 'written') return outcome;
    await rename(unfinished, join(folder, spool));
    return { kind: 'saved', spool, bytes: outcome.bytes, digest: outcome.digest };
  } catch (error) {
    if (isDiskFull(error)) return { kind: 'disk-full' };
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

type Written =
  | { kind: 'written'; bytes: number; digest: string }
  | { kind: 'empty' }
  | { kind: 'too-large'; limitBytes: number };

async function write(
  chunks: AsyncIterable<Uint8Array>,
  { path, limitBytes }: { path: string; limitBytes: number },
): Promise<Written> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limitBytes) return { kind: 'too-large', limitBytes };
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    // What the database speaks of from here on must be there after a loss of power too.
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes === 0 ? { kind: 'empty' } : { kind: 'written', bytes, digest: hash.digest('hex') };
}

const UNFINISHED = '.part';
const A_DAY_MS = 86_400_000;

/** Takes away what a program that was killed had begun. */
async function sweep(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  for (const name of names) {
    const path = join(folder, name);
    const begun = (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - begun > A_DAY_MS) await rm(path, { force: true });
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** Opened when it is first read. */
export async function* uploadBytes(folder: string, spool: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(join(folder, spool));
}

export async function removeUpload(folder: string, spool: string): Promise<void> {
  await rm(join(folder, spool), { force: true });
}
