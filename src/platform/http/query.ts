import { refusedInput } from './body.ts';
import { refuse } from './errors.ts';
import type { HttpServer } from './instance.ts';
import { pointerToken } from './pointer.ts';

/** Beyond this an address is no question; the longest useful query has some hundred characters. */
const QUERY_LIMIT = 8_000;

/**
 * The query parser lets broken percent-encoding pass as it stands. A search for half a character would find nothing
 * and nobody would know why, so it is refused with its place.
 */
export function refuseBrokenQueries(server: HttpServer): void {
  server.addHook('onRequest', async (request, reply) => {
    const { url } = request;
    const start = url.indexOf('?');
    // No name holds U+0000, and the database refuses it.
    if (url.slice(0, start < 0 ? undefined : start).includes('%00'))
      return refuse(request, reply, { kind: 'not-found' });
    if (start < 0) return undefined;
    const query = url.slice(start + 1);
    if (query.length > QUERY_LIMIT) throw refusedInput({ ...TOO_LONG, pointer: longestParameter(query) });
    const name = query.includes('%') ? brokenParameter(query) : undefined;
    if (name !== undefined) throw refusedInput({ ...NOT_TEXT, pointer: `/query/${pointerToken(name)}` });
    return undefined;
  });
}

function longestParameter(query: string): string {
  const [longest = ''] = query.split('&').toSorted((a, b) => b.length - a.length);
  return `/query/${pointerToken(nameOf(longest).slice(0, 100))}`;
}

function brokenParameter(query: string): string | undefined {
  const broken = query.split('&').find((pair) => decoded(pair) === undefined);
  return broken === undefined ? undefined : nameOf(broken);
}

function nameOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  return decoded(name) ?? name;
}

function decoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return plain.includes('\0') ? undefined : plain;
  } catch {
    return undefined;
  }
}

const NOT_TEXT = {
  code: 'not-utf-8',
  message: {
    vi: 'Tham số này không phải văn bản UTF-8 hợp lệ. Hãy mã hóa phần trăm theo UTF-8.',
    en: 'This parameter is not well-formed UTF-8 text. Percent-encode it as UTF-8.',
  },
};

const TOO_LONG = {
  code: 'maxLength',
  message: {
    vi: `Câu truy vấn dài quá ${QUERY_LIMIT} ký tự. Hãy rút gọn.`,
    en: `The query is longer than ${QUERY_LIMIT} characters. Shorten it.`,
  },
};
