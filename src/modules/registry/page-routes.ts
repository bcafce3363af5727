import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { readCursor, refuse, writeCursor } from '#platform/http/index.ts';
import type { Page } from './keyset.ts';

const WRONG_TOKEN = {
  pointer: '/query/after',
  code: 'wrong-page',
  message: {
    vi: 'Giá trị after không thuộc danh sách này. Hãy dùng đúng giá trị next của trang trước, hoặc bỏ after để đọc từ đầu.',
    en: 'This after does not belong to this list. Use the next of the page before as it was given, or leave it out.',
  },
};

/** Where the page asked for begins; `undefined` at the start of the list, `wrong` when the token is not of this list. */
export function startOf<Key extends TSchema>(
  schema: Key,
  token: string | undefined,
): { kind: 'start'; after: Static<Key> | undefined } | { kind: 'wrong' } {
  if (token === undefined) return { kind: 'start', after: undefined };
  const after = readCursor(schema, token);
  return after === undefined ? { kind: 'wrong' } : { kind: 'start', after };
}

export function refuseToken(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuse(request, reply, { kind: 'invalid', issues: [WRONG_TOKEN] });
}

/** A page with its key as the opaque token. */
export function presentPage<Item, Key>({ items, next }: Page<Item, Key>) {
  return next === undefined ? { items } : { items, next: writeCursor(next) };
}
