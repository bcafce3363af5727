import { isFormToken, sessionIn } from '#modules/access/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { TOKEN_FIELD } from './form-parts.tsx';
import { NOT_KEPT } from './visit.ts';
import { IMPORTS, SIGN_IN } from './workbench.ts';

/** A mapping of a wide sheet with its samples; no form of ours is larger. */
const FORM_LIMIT_BYTES = 1_000_000;

/** Forms are read within the workbench only: everywhere else one from another site must stay unreadable. */
export function readForms(scope: HttpServer): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
}

/** Whoever is not signed in is sent there before anything they send is read. */
export function requireSignIn(scope: HttpServer): void {
  scope.addHook('preParsing', async (request, reply) => {
    if (request.reader.staff) return undefined;
    const back = request.method === 'GET' ? `?ve=${encodeURIComponent(request.url)}` : '';
    return reply.headers(NOT_KEPT).redirect(`${SIGN_IN}${back}`, 303);
  });
}

/** A form must carry the token of its session; what comes as anything else than a form carries none. */
export function requireFormToken(scope: HttpServer): void {
  scope.addHook('preHandler', async (request, reply) => {
    const isForm = request.body instanceof URLSearchParams;
    // Uploads are checked while they are read.
    if (request.method !== 'POST' || (!isForm && request.routeOptions.url === IMPORTS)) return undefined;
    const session = sessionIn(request) ?? '';
    const given = request.body instanceof URLSearchParams ? request.body.get(TOKEN_FIELD) : null;
    if (isFormToken(session, given ?? '')) return undefined;
    return refuse(request, reply, { kind: 'forbidden', reason: STRANGE_FORM });
  });
}

export const STRANGE_FORM = {
  vi: 'Biểu mẫu này không thuộc phiên làm việc hiện tại. Hãy mở lại trang rồi gửi lại.',
  en: 'This form does not belong to the session you are in. Open the page again and send it once more.',
};
