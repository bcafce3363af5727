import type { FastifyReply } from 'fastify';
import type { HttpServer } from '#platform/http/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { homeView } from './assemble.ts';
import { HomePage } from './home-page.tsx';
import { registerLanguageChoice } from './language-choice.ts';
import { homeMessages } from './messages.ts';
import { siteStatements } from './structured-data.ts';

export function registerHomeRoutes(server: HttpServer, portal: Portal): void {
  registerLanguageChoice(server);
  routePage(server, portal, { addresses: ADDRESSES.home, answer: answerHome });
}

async function answerHome(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { lang, portal, frame } = context;
  const text = homeMessages[lang];
  return sendPage(context, reply, {
    addresses: ADDRESSES.home,
    title: text.title,
    description: text.description,
    crumbs: [],
    ownSearch: true,
    structuredData: siteStatements(frame.site.origin, lang, portal.operator),
    body: <HomePage {...(await homeView(context))} />,
  });
}
