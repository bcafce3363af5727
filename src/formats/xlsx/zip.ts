import { Buffer } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { damaged, demand, Refused, type WorkbookLimits } from './refusal.ts';
import type { RandomAccess } from './source.ts';

// PKWARE APPNOTE 6.3.10, §4.3.7, §4.3.12 and §4.3.16.
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
const MAX_COMMENT = 65_535;

// Instead of a 16 or 32 bit number: the real one is in a ZIP64 record. No workbook read here is that large.
const ZIP64_16 = 0xffff;
const ZIP64_32 = 0xffffffff;

const [STORED, DEFLATED] = [0, 8];

export type ZipEntry = {
  name: string;
  method: number;
  packed: number;
  size: number;
  crc: number;
  at: number;
};
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** What a package says it expands to, from its central directory alone: nothing is decompressed. */
export async function readZipDirectory(source: RandomAccess, limits: WorkbookLimits): Promise<ZipDirectory> {
  const end = await findEnd(source);
  const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (count === ZIP64_16 || start === ZIP64_32 || start + length > source.size)
    throw damaged('ZIP directory');
  demand('entries', count, { limits });
  const directory = Buffer.from(await source.read(start, length));
  const entries = new Map<string, ZipEntry>();
  let [position, expanded] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(directory, position);
    expanded += entry.size;
    demand('ratio', isLarge(entry) ? entry.size / Math.max(1, entry.packed) : 0, { limits });
    entries.set(entry.name, entry);
    position = next;
  }
  demand('expandedBytes', expanded, { limits });
  return entries;
}

/** What is small when expanded harms nobody, however well it was packed. */
const isLarge = ({ size }: ZipEntry): boolean => size > 16_777_216;

async function findEnd(source: RandomAccess): Promise<Buffer> {
  const tail = Buffer.from(
    await source.read(Math.max(0, source.size - END_LENGTH - MAX_COMMENT), END_LENGTH + MAX_COMMENT),
  );
  for (let position = tail.length - END_LENGTH; position >= 0; position -= 1) {
    if (tail.readUInt32LE(position) === END_SIGNATURE) return tail.subarray(position);
  }
  const isCutOff = Buffer.from(await source.read(0, 4)).toString('latin1') === 'PK\x03\x04';
  throw isCutOff ? damaged('the end of the ZIP file is missing') : new Refused({ kind: 'not-a-workbook' });
}

function readEntry(zip: Buffer, position: number): { entry: ZipEntry; next: number } {
  if (position + ENTRY_LENGTH > zip.length || zip.readUInt32LE(position) !== ENTRY_SIGNATURE) {
    throw damaged('ZIP directory');
  }
  if ((zip.readUInt16LE(position + 8) & 1) === 1) throw new Refused({ kind: 'encrypted' });
  const method = zip.readUInt16LE(position + 10);
  const [crc, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(position + offset));
  const nameEnd = position + ENTRY_LENGTH + zip.readUInt16LE(position + 28);
  const name = zip.toString('utf8', position + ENTRY_LENGTH, nameEnd);
  const at = zip.readUInt32LE(position + 42);
  const entry = { name, method, crc: crc ?? 0, packed: packed ?? 0, size: size ?? 0, at };
  if (!isHonest(entry)) throw damaged(`sizes of ${name}`);
  return { entry, next: nameEnd + zip.readUInt16LE(position + 30) + zip.readUInt16LE(position + 32) };
}

function isHonest({ method, packed, size }: ZipEntry): boolean {
  if (packed === ZIP64_32 || size === ZIP64_32) return false;
  if (method === STORED) return packed === size;
  // Deflate needs two bytes even for nothing.
  return method === DEFLATED && packed >= 2 && (size > 0 || packed === 2);
}

/** The bytes of an entry, a piece at a time; never more than the directory declares, and checked against its sum. */
export async function* expand(source: RandomAccess, entry: ZipEntry): AsyncGenerator<Buffer> {
  const pieces = packedPieces(source, entry);
  let [size, crc] = [0, 0];
  for await (const piece of entry.method === STORED ? pieces : inflated(pieces)) {
    size += piece.length;
    if (size > entry.size) throw damaged(`${entry.name} is larger than declared`);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(`checksum of ${entry.name}`);
}

function inflated(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  // An error destroys the stream, whose reader then meets it.
  pipeline(Readable.from(pieces), inflate, () => {});
  return inflate;
}

const PIECE = 65_536;

async function* packedPieces(source: RandomAccess, { name, at, packed }: ZipEntry): AsyncGenerator<Buffer> {
  const header = Buffer.from(await source.read(at, LOCAL_LENGTH));
  if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE)
    throw damaged(`header of ${name}`);
  let position = at + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
  for (const end = position + packed; position < end; ) {
    const piece = Buffer.from(await source.read(position, Math.min(PIECE, end - position)));
    if (piece.length === 0) throw damaged(`${name} is cut off`);
    position += piece.length;
    yield piece;
  }
}
