/** One field of a Protocol Buffers message: its number and value (varint, or the bytes of what has a length). */
export type Field = { number: number; value: number } | { number: number; bytes: Uint8Array };

interface Cursor {
  bytes: Uint8Array;
  at: number;
}

const MOST_VARINT_BYTES = 10;

function varint(cursor: Cursor): number {
  let value = 0;
  for (let index = 0; index < MOST_VARINT_BYTES; index++) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return value;
  }
  throw new Error('a number is cut off');
}

function take(cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) throw new Error('a field is longer than its message');
  const bytes = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return bytes;
}

/**
 * The fields of a message in their order (Protocol Buffers encoding, wire types 0, 1, 2 and 5). Throws for bytes that
 * are no message.
 */
export function fieldsOf(bytes: Uint8Array): Field[] {
  const cursor: Cursor = { bytes, at: 0 };
  const fields: Field[] = [];
  while (cursor.at < bytes.length) {
    const tag = varint(cursor);
    const number = Math.floor(tag / 8);
    fields.push({ number, ...contentOf(cursor, tag % 8) });
  }
  return fields;
}

function contentOf(cursor: Cursor, wireType: number): { value: number } | { bytes: Uint8Array } {
  switch (wireType) {
    case 0:
      return { value: varint(cursor) };
    case 1:
      return { bytes: take(cursor, 8) };
    case 2:
      return { bytes: take(cursor, varint(cursor)) };
    case 5:
      return { bytes: take(cursor, 4) };
    default:
      throw new Error(`unknown wire type ${wireType}`);
  }
}

/** A packed list of unsigned numbers. */
export function packed(bytes: Uint8Array): number[] {
  const cursor: Cursor = { bytes, at: 0 };
  const values: number[] = [];
  while (cursor.at < bytes.length) values.push(varint(cursor));
  return values;
}

/** The bytes of every field of this number. */
export function bytesOf(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && 'bytes' in field ? [field.bytes] : []));
}
