import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicRecord } from '#modules/registry/index.ts';
import { type Dataset, datasetsOfRecord } from './datasets.ts';
import { OPEN_FORMAT_NAMES, OPEN_FORMATS, type OpenFormatName } from './formats.ts';
import type { OpenRow } from './row.ts';

/** A finished file; `sha256` in hexadecimal. */
export interface WrittenFile {
  dataset: string;
  format: OpenFormatName;
  records: number;
  bytes: number;
  sha256: string;
  /** The first rows. */
  preview: OpenRow[];
}

export interface ReleaseFiles {
  /** Enters a record into every dataset that it belongs to. */
  add(record: PublicRecord, row: OpenRow): Promise<void>;
  /** Ends every file and has it on the disk. Datasets without a record have no file. */
  finish(): Promise<WrittenFile[]>;
  abandon(): Promise<void>;
}

export function fileName(dataset: string, format: OpenFormatName): string {
  return `${dataset}.${OPEN_FORMATS[format].extension}`;
}

/** The files of one release in an empty folder, written side by side while the records pass once. */
export async function openReleaseFiles(folder: string, datasets: readonly Dataset[]): Promise<ReleaseFiles> {
  await mkdir(folder, { recursive: true });
  const known = new Set(datasets.map(({ id }) => id));
  const files = new Map<string, GrowingFile>();
  const fileOf = async (dataset: string, format: OpenFormatName): Promise<GrowingFile> => {
    const name = fileName(dataset, format);
    const before = files.get(name);
    if (before) return before;
    const handle = await open(join(folder, name), 'wx');
    const file = growingFile({ dataset, format, handle });
    files.set(name, file);
    return file;
  };
  const close = async () => {
    for (const { handle } of files.values()) await handle.close();
  };
  return {
    async add(record, row) {
      const ids = datasetsOfRecord(record).filter((id) => known.has(id));
      for (const format of OPEN_FORMAT_NAMES) {
        const text = OPEN_FORMATS[format].write(record, row);
        if (text === null) continue;
        for (const id of ids) await append(await fileOf(id, format), text, row);
      }
    },
    async finish() {
      const written: WrittenFile[] = [];
      for (const file of files.values()) written.push(await finished(file));
      await close();
      return written;
    },
    abandon: close,
  };
}

interface GrowingFile {
  dataset: string;
  format: OpenFormatName;
  handle: FileHandle;
  hash: Hash;
  records: number;
  bytes: number;
  preview: OpenRow[];
  /** What waits to be written: many small writes would take longer than the records. */
  waiting: string[];
  waitingLength: number;
}

const WRITE_AT = 64 * 1024;
const PREVIEW_ROWS = 20;

function growingFile(of: Pick<GrowingFile, 'dataset' | 'format' | 'handle'>): GrowingFile {
  return {
    ...of,
    hash: createHash('sha256'),
    records: 0,
    bytes: 0,
    preview: [],
    waiting: [OPEN_FORMATS[of.format].head],
    waitingLength: 0,
  };
}

async function append(file: GrowingFile, text: string, row: OpenRow): Promise<void> {
  const { between } = OPEN_FORMATS[file.format];
  file.waiting.push(file.records === 0 ? text : between + text);
  file.waitingLength += text.length;
  file.records += 1;
  if (file.preview.length < PREVIEW_ROWS) file.preview.push(row);
  if (file.waitingLength >= WRITE_AT) await flush(file);
}

async function flush(file: GrowingFile): Promise<void> {
  const bytes = Buffer.from(file.waiting.join(''));
  await file.handle.writeFile(bytes);
  file.hash.update(bytes);
  file.bytes += bytes.length;
  file.waiting = [];
  file.waitingLength = 0;
}

async function finished(file: GrowingFile): Promise<WrittenFile> {
  file.waiting.push(OPEN_FORMATS[file.format].foot);
  await flush(file);
  await file.handle.sync();
  const { dataset, format, records, bytes, preview, hash } = file;
  return { dataset, format, records, bytes, preview, sha256: hash.digest('hex') };
}
