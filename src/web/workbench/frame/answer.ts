import type { FastifyReply } from 'fastify';
import { type DeskPage, renderDeskPage } from './document.tsx';
import { NOT_KEPT, type Visit } from './visit.ts';

/** Pages of the workbench are kept by nobody. */
export function sendDesk(visit: Visit, page: DeskPage, status = 200): FastifyReply {
  const { reply, lang } = visit;
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ ...NOT_KEPT, 'content-language': lang })
    .send(renderDeskPage(visit, page));
}
