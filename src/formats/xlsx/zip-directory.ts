import { Buffer } from 'node:buffer';

// PKWARE APPNOTE 6.3.10, §4.3.12 and §4.3.16.
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MAX_COMMENT = 65_535;

// Instead of a 16 or 32 bit number: the real one is in a ZIP64 record. No workbook read here is that large.
const ZIP64_16 = 0xffff;
const ZIP64_32 = 0xffffffff;

const [STORED, DEFLATED] = [0, 8];

export type ZipDirectory =
  | { kind: 'directory'; entries: number; expandedBytes: number }
  | { kind: 'not-a-zip' }
  | { kind: 'encrypted' }
  | { kind: 'damaged' };

/**
 * What a ZIP file says it expands to, from its central directory alone: nothing is decompressed. The reader used after
 * this stops at the size declared for each entry, so the sum bounds what a hostile file can make of itself; therefore
 * entries that declare nothing, or hide their sizes elsewhere, are refused as damaged.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(zip);
  if (end < 0) return { kind: 'not-a-zip' };
  const count = zip.readUInt16LE(end + 10);
  let position = zip.readUInt32LE(end + 16);
  if (count === ZIP64_16 || position === ZIP64_32) return { kind: 'damaged' };
  let expandedBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(zip, position);
    if (entry.kind !== 'entry') return entry;
    expandedBytes += entry.size;
    position += entry.length;
  }
  return { kind: 'directory', entries: count, expandedBytes };
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - MAX_COMMENT);
  for (let position = zip.length - END_LENGTH; position >= first; position -= 1) {
    if (zip.readUInt32LE(position) === END_SIGNATURE) return position;
  }
  return -1;
}

type Entry = { kind: 'entry'; size: number; length: number } | { kind: 'encrypted' } | { kind: 'damaged' };

function readEntry(zip: Buffer, position: number): Entry {
  if (position + ENTRY_LENGTH > zip.length || zip.readUInt32LE(position) !== ENTRY_SIGNATURE) {
    return { kind: 'damaged' };
  }
  const encrypted = (zip.readUInt16LE(position + 8) & 1) === 1;
  if (encrypted) return { kind: 'encrypted' };
  const method = zip.readUInt16LE(position + 10);
  const packed = zip.readUInt32LE(position + 20);
  const size = zip.readUInt32LE(position + 24);
  if (!isHonest(method, packed, size)) return { kind: 'damaged' };
  const names = zip.readUInt16LE(position + 28) + zip.readUInt16LE(position + 30);
  return { kind: 'entry', size, length: ENTRY_LENGTH + names + zip.readUInt16LE(position + 32) };
}

function isHonest(method: number, packed: number, size: number): boolean {
  if (packed === ZIP64_32 || size === ZIP64_32) return false;
  if (method === STORED) return packed === size;
  // Deflate needs two bytes even for nothing.
  return method === DEFLATED && packed >= 2 && (size > 0 || packed === 2);
}
