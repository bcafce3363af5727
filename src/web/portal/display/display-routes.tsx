import type { FastifyReply } from 'fastify';
import type { HttpServer } from '#platform/http/index.ts';
import { LANGUAGES } from '#platform/i18n/index.ts';
import { ADDRESSES, layoutMessages, preferencesCookie, readPreferences } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { queryOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { DisplayPage } from './display-page.tsx';

/** A form holds five short choices and the way back. */
const FORM_LIMIT_BYTES = 4096;

/** How pages are shown: a form that works without JavaScript and sets one cookie (ux.md G4). */
export function registerDisplayRoutes(server: HttpServer, portal: Portal): void {
  routePage(server, portal, { addresses: ADDRESSES.display, answer: answerDisplay });
  // Forms are read within these routes only: everywhere else a form from another site must stay unreadable.
  void server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    for (const lang of LANGUAGES) {
      scope.post(ADDRESSES.display[lang], (request, reply) => {
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        return reply
          .header('set-cookie', preferencesCookie(readPreferences(form)))
          .header('cache-control', 'no-store')
          .redirect(wayBack(form.get('back')) ?? ADDRESSES.display[lang], 303);
      });
    }
  });
}

/** Only a path of this site, in characters that a header may hold: `//host` and `/\host` would leave it. */
export function wayBack(path: string | null | undefined): string | undefined {
  return path && /^\/(?:vi|en)(?:[/?#][!-[\]-~]*)?$/.test(path) ? path : undefined;
}

function answerDisplay(context: PageContext, reply: FastifyReply): FastifyReply {
  const { lang, frame, request } = context;
  const title = layoutMessages[lang].displayTitle;
  const back = wayBack(queryOf(context).back ?? refererPath(request.headers.referer, portalOrigin(context)));
  // The page names where its reader came from, which is nobody else's business.
  reply.headers({ 'cache-control': 'private, no-store', vary: 'Cookie' });
  return sendPage(context, reply, {
    addresses: ADDRESSES.display,
    title,
    crumbs: [{ label: title }],
    section: 'about',
    noindex: true,
    body: <DisplayPage lang={lang} preferences={frame.preferences} back={back} />,
  });
}

const portalOrigin = ({ portal, request }: PageContext): string => portal.origin(request);

function refererPath(referer: string | undefined, origin: string): string | undefined {
  return referer?.startsWith(`${origin}/`) ? referer.slice(origin.length) : undefined;
}
