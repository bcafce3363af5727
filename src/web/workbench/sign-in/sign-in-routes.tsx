import type { FastifyReply } from 'fastify';
import { sessionCookie, sessionIn, signIn, signOut } from '#modules/access/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { sendDesk } from '../frame/answer.ts';
import { readForms, requireFormToken, requireSignIn, STRANGE_FORM } from '../frame/guard.ts';
import { formOf, goTo, queryOf, type Visit, visitOf } from '../frame/visit.ts';
import { IMPORTS, SIGN_IN, SIGN_OUT, WORKBENCH, type Workbench } from '../frame/workbench.ts';
import { SIGN_IN_TEXT, SignInPage } from './sign-in-page.tsx';

/** Attempts of one address in a minute; a token of 256 bits is not guessed, but its guesser is not served either. */
const ATTEMPTS_PER_MINUTE = 10;

export function registerSignIn(server: HttpServer, workbench: Workbench): void {
  void server.register(async (scope) => {
    readForms(scope);
    scope.get(WORKBENCH, (request, reply) => goTo(visitOf(workbench, request, reply), IMPORTS));
    scope.get(SIGN_IN, (request, reply) => show(visitOf(workbench, request, reply), []));
    const config = { rateLimit: { max: ATTEMPTS_PER_MINUTE, timeWindow: 60_000 } };
    scope.post(SIGN_IN, { config }, async (request, reply) => {
      // The cookie of a session is not there yet; the browser itself says where a form comes from.
      const site = request.headers['sec-fetch-site'] ?? 'same-origin';
      if (site !== 'same-origin' && site !== 'none')
        return refuse(request, reply, { kind: 'forbidden', reason: STRANGE_FORM });
      return await enter(visitOf(workbench, request, reply));
    });
  });
  void server.register(async (scope) => {
    readForms(scope);
    requireSignIn(scope);
    requireFormToken(scope);
    scope.post(SIGN_OUT, async (request, reply) => {
      const visit = visitOf(workbench, request, reply);
      const session = sessionIn(request);
      if (session !== undefined) await signOut(workbench.db, session);
      setSession(visit, undefined);
      return goTo(visit, SIGN_IN);
    });
  });
}

const WRONG_TOKEN: LocalizedText = {
  vi: 'Mã quản trị không đúng hoặc đã bị thay bằng mã mới. Hãy kiểm tra lại, hoặc chạy ./disan token để cấp mã mới.',
  en: 'The administrator token is wrong or was replaced by a newer one. Check it, or run ./disan token to issue a new one.',
};

async function enter(visit: Visit): Promise<FastifyReply> {
  const form = formOf(visit);
  const outcome = await signIn(visit.workbench.db, (form.get('token') ?? '').trim());
  if (outcome.kind === 'bad-token') return show(visit, [WRONG_TOKEN], 401);
  setSession(visit, outcome.session);
  return goTo(visit, wayBack(form.get('ve')) ?? IMPORTS);
}

function setSession({ reply, request, workbench }: Visit, session: string | undefined): void {
  const secure = workbench.origin(request).startsWith('https:');
  reply.header('set-cookie', sessionCookie(session, { path: WORKBENCH, secure }));
}

function show(visit: Visit, problems: readonly LocalizedText[], status = 200): FastifyReply {
  const back = wayBack(formOf(visit).get('ve') ?? queryOf(visit).ve);
  const body = <SignInPage visit={visit} back={back} problems={problems} />;
  const { title } = SIGN_IN_TEXT[visit.lang];
  return sendDesk(visit, { title, hasErrors: problems.length > 0, body }, status);
}

/** Only a page of the workbench, in characters that a header may hold. */
function wayBack(path: string | null | undefined): string | undefined {
  return path && /^\/quan-tri\/nhap-du-lieu(?:[/?][!-[\]-~]*)?$/.test(path) ? path : undefined;
}
