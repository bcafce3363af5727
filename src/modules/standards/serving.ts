import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { meaning } from '#platform/http/index.ts';
import type { Download } from './downloads.ts';
import { KINDS } from './schema.ts';

/** Standards change with a release of the program only; a few minutes of staleness hurt nobody. */
export const STANDARD_CACHING = { 'cache-control': 'public, max-age=300' };

export const STANDARD_PARAMETERS = Type.Object({
  kind: Type.Enum(KINDS, meaning('loại hồ sơ', 'kind of record')),
  version: Type.String(
    meaning('phiên bản, ví dụ 1.0', 'version, for instance 1.0', { pattern: '^[0-9.]{1,20}$' }),
  ),
});

export function sendDownload(reply: FastifyReply, { filename, mediaType, bytes }: Download): FastifyReply {
  return reply
    .type(mediaType)
    .headers({ ...STANDARD_CACHING, 'content-disposition': `attachment; filename="${filename}"` })
    .send(bytes);
}
