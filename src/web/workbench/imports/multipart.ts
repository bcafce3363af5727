import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import type { HttpServer } from '#platform/http/index.ts';

/** Hands multipart bodies over as they come in. */
export function acceptUploads(scope: HttpServer): void {
  scope.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));
}

export interface UploadedFile {
  fields: ReadonlyMap<string, string>;
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

export type UploadReading<T> = { kind: 'taken'; value: T } | { kind: 'no-file' } | { kind: 'broken' };

/** The fields before a file are few and short; everything beyond is no form of ours. */
const LIMITS = { fields: 10, fieldSize: 1_000, files: 1, parts: 12, headerPairs: 50 };

/**
 * Gives the one file of a form to `take`, with the fields that stand before it. What `take` does not read is read over,
 * so that the sender gets to hear the answer.
 */
export async function readUpload<T>(
  request: FastifyRequest,
  take: (file: UploadedFile) => Promise<T>,
): Promise<UploadReading<T>> {
  const parser = parserOf(request);
  if (parser === undefined || !(request.body instanceof Readable)) return { kind: 'broken' };
  const fields = new Map<string, string>();
  let taking: Promise<T> | undefined;
  let file: Readable | undefined;
  parser.on('field', (name, value) => fields.set(name, value));
  parser.on('file', (_field, bytes, name) => {
    file = bytes;
    // An error while nobody reads is met by the pipeline below.
    bytes.on('error', () => {});
    if (name === undefined || name === '' || taking !== undefined) bytes.resume();
    else {
      // Whoever stops reading early must not end the stream: the rest is read over.
      const chunks = bytes.iterator({ destroyOnReturn: false });
      taking = take({ fields, name, bytes: chunks }).finally(() => bytes.resume());
    }
    taking?.catch(() => {});
  });
  try {
    await pipeline(request.body, parser);
  } catch (error) {
    file?.destroy(error instanceof Error ? error : new Error('The upload broke off'));
    await taking?.catch(() => {});
    return { kind: 'broken' };
  }
  return taking === undefined ? { kind: 'no-file' } : { kind: 'taken', value: await taking };
}

/** None for what is no form with a file, or has no boundary between its parts. */
function parserOf({ headers: { 'content-type': type = '' } }: FastifyRequest): BusboyInstance | undefined {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
  } catch {
    return undefined;
  }
}
