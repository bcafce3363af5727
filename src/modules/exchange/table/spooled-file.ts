import { Buffer } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RandomAccess } from '#formats/xlsx/index.ts';

export interface SpooledFile extends RandomAccess {
  remove(): Promise<void>;
}

/** Bytes kept in a temporary file, for formats that are not read from their beginning to their end. */
export async function spoolFile(bytes: AsyncIterable<Uint8Array>): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), 'disan-table-'));
  const path = join(folder, 'file');
  try {
    await pipeline(Readable.from(bytes), createWriteStream(path, { mode: 0o600 }));
    const file = await open(path, 'r');
    const { size } = await file.stat();
    return {
      size,
      read: async (offset, length) => {
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      },
      remove: async () => {
        await file.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** From the beginning to the end, a piece at a time. */
export async function* piecesOf({ size, read }: RandomAccess): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < size; ) {
    const piece = await read(offset, 65_536);
    offset += piece.length;
    yield piece;
  }
}
