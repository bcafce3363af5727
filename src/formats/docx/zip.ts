import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Parts of a package by name, in their order. */
export type Parts = Map<string, Uint8Array>;

// PKWARE APPNOTE 6.3.10 §4.3.7, §4.3.12, §4.3.16.
const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_LENGTH, ENTRY_LENGTH, END_LENGTH] = [30, 46, 22];
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
// The oldest day that a ZIP can name: the same parts always give the same bytes.
const FIRST_DAY = 0x0021;

/** A ZIP file without anything that depends on the clock or the machine. */
export function writeZip(parts: Parts): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content);
    const names = Buffer.from(name);
    const common = entryFields(content, packed, names.length);
    const head = Buffer.concat([uint32(LOCAL), common, names]);
    directory.push(uint32(ENTRY), Buffer.from([20, 0]), common, Buffer.alloc(10), uint32(offset), names);
    chunks.push(head, packed);
    offset += head.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listing, end]);
}

function entryFields(content: Uint8Array, packed: Uint8Array, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(FIRST_DAY, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** No form or template comes near this; what claims to is a bomb. */
const MAX_PART = 64 * 1024 * 1024;

/** The parts of a ZIP file; undefined for bytes that are none, or for one that is damaged or of another kind. */
export function readZip(bytes: Uint8Array): Parts | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(zip, zip.lastIndexOf(uint32(END)));
  } catch {
    return undefined;
  }
}

function readEntries(zip: Buffer, end: number): Parts | undefined {
  if (end < 0) return undefined;
  const parts: Parts = new Map();
  let position = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(position) !== ENTRY) return undefined;
    const nameLength = zip.readUInt16LE(position + 28);
    const name = zip.toString('utf8', position + ENTRY_LENGTH, position + ENTRY_LENGTH + nameLength);
    parts.set(name, readPart(zip, position));
    position += ENTRY_LENGTH + nameLength + zip.readUInt16LE(position + 30) + zip.readUInt16LE(position + 32);
  }
  return parts;
}

function readPart(zip: Buffer, entry: number): Uint8Array {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const isDeflated = zip.readUInt16LE(entry + 10) === DEFLATED;
  return isDeflated ? inflateRawSync(packed, { maxOutputLength: MAX_PART }) : packed;
}
