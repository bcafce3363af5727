import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

const CHUNK = 1 << 16;
const LINE_FEED = 0x0a;

/** Rows kept in a temporary file, so that a sheet of any length can be walked several times in bounded memory. */
export interface Spool<T> {
  add(row: T): Promise<void>;
  /** No more rows; from here on they can be walked. */
  seal(): Promise<void>;
  /** Each walk reads the file anew. Walks are synchronous, as the registry's changesets are. */
  rows(): Iterable<T>;
  remove(): Promise<void>;
}

export async function openSpool<T>(): Promise<Spool<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'disan-import-'));
  const path = join(folder, 'rows.jsonl');
  const file = createWriteStream(path, { mode: 0o600 });
  const failed = new Promise<never>((_, reject) => file.once('error', reject));
  // Awaited only beside a write; an error while nobody waits is met by the next one.
  failed.catch(() => {});
  return {
    add: async (row) => {
      if (!file.write(`${JSON.stringify(row)}\n`)) await Promise.race([once(file, 'drain'), failed]);
    },
    seal: async () => {
      file.end();
      await Promise.race([finished(file), failed]);
    },
    rows: () => ({ [Symbol.iterator]: () => parsedLines<T>(path) }),
    remove: async () => {
      file.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function* parsedLines<T>(path: string): Generator<T> {
  const file = openSync(path, 'r');
  try {
    for (const line of lines(file)) yield JSON.parse(line) as T;
  } finally {
    closeSync(file);
  }
}

function* lines(file: number): Generator<string> {
  let rest: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const size = readSync(file, chunk, 0, CHUNK, null);
    if (size === 0) return;
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0 && end < size; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
      rest = [];
      start = end + 1;
    }
    if (start < size) rest.push(chunk.subarray(start, size));
  }
}
