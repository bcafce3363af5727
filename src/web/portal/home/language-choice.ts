import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from '#platform/http/index.ts';
import { isLang, type Lang, negotiateLanguage } from '#platform/i18n/index.ts';
import { ADDRESSES, KIND_SEGMENTS } from '#web/layout/index.ts';

/** Set when a reader switches the language; holds `vi` or `en` and nothing else. */
const COOKIE = /(?:^|;\s*)ngon-ngu=(\w+)/;

/** The language the reader chose before, else the browser's, else Vietnamese (ux.md G1). */
function chosenLanguage(request: Pick<FastifyRequest, 'headers'>): Lang {
  const kept = COOKIE.exec(request.headers.cookie ?? '')?.[1];
  return isLang(kept) ? kept : negotiateLanguage(request.headers['accept-language']);
}

/** First path segments of both languages, without the language: `tim-kiem` and `search` mean the same pages. */
function segments(): Map<string, Record<Lang, string>> {
  const pages = Object.values(ADDRESSES)
    .map(({ vi, en }) => ({ vi: vi.slice('/vi/'.length), en: en.slice('/en/'.length) }))
    .filter(({ vi }) => vi !== '');
  const all = [...pages, ...Object.values(KIND_SEGMENTS)];
  return new Map(all.flatMap((names) => [names.vi, names.en].map((name) => [name, names])));
}

/** `/` and addresses without a language lead to the page in the reader's language. */
export function registerLanguageChoice(server: HttpServer): void {
  const redirect = (reply: FastifyReply, to: string) =>
    reply
      .headers({ vary: 'Accept-Language, Cookie', 'cache-control': 'private, no-store' })
      .redirect(to, 302);
  server.get('/', (request, reply) =>
    redirect(reply, ADDRESSES.home[chosenLanguage(request)] + queryOf(request)),
  );
  for (const [segment, names] of segments()) {
    const answer = (request: FastifyRequest, reply: FastifyReply) => {
      const lang = chosenLanguage(request);
      return redirect(reply, `/${lang}/${names[lang]}${behindSegment(request)}`);
    };
    server.get(`/${segment}`, answer);
    server.get(`/${segment}/*`, answer);
  }
}

/** Found by its end: percent-encoded letters make a segment longer than its name. */
function behindSegment({ url }: FastifyRequest): string {
  return /^\/[^/?#]*(.*)$/s.exec(url)?.[1] ?? '';
}

function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
}
