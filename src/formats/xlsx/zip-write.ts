import { Buffer } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  name: string;
  texts: AsyncIterable<string> | Iterable<string>;
}

// PKWARE APPNOTE 6.3.10: sizes follow the data (§4.3.9), names are UTF-8, time is the first that ZIP knows, so that the
// same content gives the same bytes.
const [VERSION, FLAGS, DEFLATED, FIRST_DAY] = [20, 0x0808, 8, 0x21];
const [LARGEST, COLLECTED] = [0xffffffff, 65_536];

/** A ZIP file, piece by piece, holding none of its parts; each part and the whole stay below 4 GiB. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, texts } of parts) {
    const header = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      fields(0, 0, 0),
      lengths(name),
      Buffer.from(name),
    ]);
    yield header;
    const start = offset;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const piece of packed(texts, sums)) yield piece;
    const descriptor = numbers(0x08074b50, sums.crc, sums.packed, sums.size);
    yield descriptor;
    offset += header.length + sums.packed + descriptor.length;
    if (offset > LARGEST || sums.size > LARGEST) throw new Error('A workbook cannot be larger than 4 GiB');
    directory.push(
      Buffer.concat([
        ...[
          Buffer.from('PK\x01\x02'),
          shorts(VERSION),
          fields(sums.crc, sums.packed, sums.size),
          lengths(name),
        ],
        ...[Buffer.alloc(10), numbers(start), Buffer.from(name)],
      ]),
    );
  }
  const entries = Buffer.concat(directory);
  const count = directory.length;
  yield Buffer.concat([
    ...[entries, Buffer.from('PK\x05\x06'), shorts(0, 0, count, count)],
    ...[numbers(entries.length, offset), shorts(0)],
  ]);
}

type Sums = { crc: number; size: number; packed: number };

async function* packed(texts: ZipPart['texts'], sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 6 });
  // An error destroys the stream, whose reader then meets it.
  pipeline(Readable.from(collected(texts, sums)), deflate, () => {});
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    sums.packed += piece.length;
    yield piece;
  }
}

/** Larger pieces than a row each: streams cost more than compression otherwise. */
async function* collected(texts: ZipPart['texts'], sums: Sums): AsyncGenerator<Buffer> {
  let pending = '';
  const take = (): Buffer => {
    const bytes = Buffer.from(pending);
    sums.crc = crc32(bytes, sums.crc);
    sums.size += bytes.length;
    pending = '';
    return bytes;
  };
  for await (const text of texts) {
    pending += text;
    if (pending.length > COLLECTED) yield take();
  }
  yield take();
}

const fields = (crc: number, packedSize: number, size: number): Buffer =>
  Buffer.concat([shorts(VERSION, FLAGS, DEFLATED, 0, FIRST_DAY), numbers(crc, packedSize, size)]);

const lengths = (name: string): Buffer => shorts(Buffer.byteLength(name), 0);

function shorts(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
}

function numbers(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4);
  return buffer;
}
