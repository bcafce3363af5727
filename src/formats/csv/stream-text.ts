import { Buffer } from 'node:buffer';
import { decodeAs, decodeBytes, type TextEncoding } from '#formats/legacy-encoding/index.ts';
import { type Carrier, type Coding, converter } from './coding.ts';
import { type MixedCoding, mixedCoding } from './mixed.ts';
import type { CsvOptions } from './read.ts';
import { type CsvRefusal, RECORD_LIMIT } from './refusal.ts';

// Bytes looked at before the encoding is decided.
const SAMPLE = 262_144;

/** Reads until there is enough to recognise the encoding. `rest` has what was read and all that follows. */
export async function sniff(
  iterator: AsyncIterator<Uint8Array>,
  options: CsvOptions,
): Promise<{ coding: Coding | MixedCoding | CsvRefusal; rest: AsyncIterable<Uint8Array> }> {
  const read: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < SAMPLE && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      read.push(next.value);
      size += next.value.length;
    }
  }
  const sample = Buffer.concat(read);
  const coding = options.encoding
    ? known(options.encoding)
    : recogniseColumns(ended ? sample : wholeLines(sample), options);
  return { coding, rest: resume(sample, iterator) };
}

async function* resume(sample: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield sample;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

function known(encoding: TextEncoding): Coding {
  const isUnicode = encoding === 'UTF-8' || encoding === 'UTF-16LE' || encoding === 'UTF-16BE';
  const carrier = isUnicode ? encoding : encoding === 'mis-decoded UTF-8' ? 'UTF-8' : 'bytes';
  return { carrier, encoding, confidence: 1 };
}

/** Columns that differ are asked only where the file is no Unicode as a whole. */
function recogniseColumns(sample: Uint8Array, options: CsvOptions): Coding | MixedCoding | CsvRefusal {
  const whole = recognise(sample);
  if ('carrier' in whole && whole.carrier !== 'bytes') return whole;
  return mixedCoding(sample, 'carrier' in whole ? whole : undefined, options) ?? whole;
}

function recognise(sample: Uint8Array): Coding | CsvRefusal {
  const outcome = decodeBytes(sample);
  if (outcome.kind === 'decoded') {
    const { carrier, encoding, confidence } = outcome;
    return { carrier, encoding, confidence };
  }
  const line = sample.subarray(0, outcome.offset).filter((byte) => byte === 0x0a).length + 1;
  return { kind: 'invalid-encoding', line, offset: outcome.offset };
}

/** A character cut in two at the end of the sample would look like a wrong encoding. */
function wholeLines(sample: Uint8Array): Uint8Array {
  const end = sample.lastIndexOf(0x0a);
  // UTF-16 needs the zero byte after the line feed in little-endian order.
  return end < 0 ? sample : sample.subarray(0, sample[end + 1] === 0 ? end + 2 : end + 1);
}

/**
 * Text of the chunks. A byte that the encoding does not allow ends the text and is reported through `refuse`.
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  { carrier, encoding }: Coding,
  refuse: (refusal: CsvRefusal) => void,
): AsyncGenerator<string> {
  // Legacy bytes pass through Windows-1252, which gives every byte a character, as `convertText` expects.
  const decoder = new TextDecoder(carrier === 'bytes' ? 'windows-1252' : carrier, { fatal: true });
  const convert = converter(encoding);
  let [line, offset, pending] = [1, 0, ''];
  for await (const chunk of chunks) {
    const text = decodeChunk(decoder, chunk);
    if (text === null) return refuse(badByte(chunk, { line, offset, carrier }));
    line += text.split('\n').length - 1;
    offset += chunk.length;
    const { whole, rest } = cutLines(pending + text);
    if (rest.length > RECORD_LIMIT) return refuse({ kind: 'record-too-long', line, limit: RECORD_LIMIT });
    pending = rest;
    if (whole !== '') yield convert(whole);
  }
  const tail = decodeChunk(decoder, null);
  if (tail === null) refuse({ kind: 'invalid-encoding', line, offset });
  else yield convert(pending + tail);
}

/** A letter and its mark may be two characters, so conversion takes whole lines. */
function cutLines(text: string): { whole: string; rest: string } {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return { whole: text.slice(0, end), rest: text.slice(end) };
}

/** `null` as the chunk ends the text. */
function decodeChunk(decoder: TextDecoder, chunk: Uint8Array | null): string | null {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    return null;
  }
}

function badByte(chunk: Uint8Array, before: { line: number; offset: number; carrier: Carrier }): CsvRefusal {
  const outcome = before.carrier === 'bytes' ? null : decodeAs(chunk, before.carrier);
  const within = outcome?.kind === 'undecodable' ? outcome.offset : 0;
  const line = before.line + chunk.subarray(0, within).filter((byte) => byte === 0x0a).length;
  return { kind: 'invalid-encoding', line, offset: before.offset + within };
}

/** One character per byte, for files whose columns are decoded one by one; a mark of UTF-8 at the beginning is dropped. */
export async function* byteTexts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const text = Buffer.from(chunk).toString('latin1');
    yield isFirst ? text.replace(/^\xef\xbb\xbf/, '') : text;
    isFirst = false;
  }
}
