import { Buffer } from 'node:buffer';
import { readSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK = 1 << 18;
const LINE_FEED = 0x0a;

/** Rows kept in a temporary file, so that a sheet of any length can be walked several times in bounded memory. */
export interface Spool<T> {
  /** Rejects with what the file system says, such as `ENOSPC` when the disk is full. */
  add(row: T): Promise<void>;
  /** No more rows; from here on they can be walked. */
  seal(): Promise<void>;
  /** Each walk reads the file anew. Walks are synchronous, as the registry's changesets are. */
  rows(): Iterable<T>;
  remove(): Promise<void>;
}

/** `path`: the file to write to, instead of one of its own that nobody else can see. */
export async function openSpool<T>({ path }: { path?: string | undefined } = {}): Promise<Spool<T>> {
  const file = path === undefined ? await openNameless() : await open(path, 'w+', 0o600);
  let lines: string[] = [];
  let length = 0;
  const flush = async () => {
    const bytes = Buffer.from(lines.join(''), 'utf8');
    lines = [];
    length = 0;
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
  };
  return {
    add: async (row) => {
      const line = `${JSON.stringify(row)}\n`;
      lines.push(line);
      length += line.length;
      if (length >= CHUNK) await flush();
    },
    seal: flush,
    rows: () => ({ [Symbol.iterator]: () => parsedLines<T>(file.fd) }),
    remove: async () => await file.close(),
  };
}

/** A file without a name takes its rows with it, however the program ends. */
async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'disan-import-'));
  try {
    return await open(join(folder, 'rows.jsonl'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* parsedLines<T>(file: number): Generator<T> {
  for (const line of lines(file)) yield JSON.parse(line) as T;
}

function* lines(file: number): Generator<string> {
  let rest: Buffer[] = [];
  for (let position = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const size = readSync(file, chunk, 0, CHUNK, position);
    if (size === 0) return;
    position += size;
    const read = chunk.subarray(0, size);
    let start = 0;
    for (let end = read.indexOf(LINE_FEED); end >= 0; end = read.indexOf(LINE_FEED, start)) {
      const tail = read.subarray(start, end);
      yield (rest.length === 0 ? tail : Buffer.concat([...rest, tail])).toString('utf8');
      rest = [];
      start = end + 1;
    }
    if (start < size) rest.push(read.subarray(start));
  }
}
