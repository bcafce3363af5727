import type { FastifyReply } from 'fastify';
import { type DecisionKey, listDecisions, readDecision } from '#modules/registry/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, queryOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { DecisionListPage } from './decision-list-page.tsx';
import { DecisionPage } from './decision-page.tsx';
import { decisionMessages } from './messages.ts';

const DECISIONS_PER_PAGE = 50;
const ACTS_PER_PAGE = 100;

export function registerDecisionRoutes(server: HttpServer, portal: Portal): void {
  const { decisions } = ADDRESSES;
  routePage(server, portal, { addresses: decisions, answer: answerList });
  routePage(server, portal, { addresses: both((lang) => `${decisions[lang]}/:key`), answer: answerDecision });
}

async function answerList(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang } = context;
  const { issuer: asked, after } = queryOf(context);
  const issuer = portal.catalogue.code('decision-issuer', asked ?? '')?.code;
  const page = await listDecisions(portal.source.db, {
    issuer,
    after: readKey(after),
    limit: DECISIONS_PER_PAGE,
  });
  const text = decisionMessages[lang];
  const filter = issuer === undefined ? '' : `?issuer=${issuer}`;
  const next = page.next && `${ADDRESSES.decisions[lang]}?${nextQuery(page.next, issuer)}`;
  return sendPage(context, reply, {
    addresses: both((language) => ADDRESSES.decisions[language] + filter),
    title: text.title,
    description: text.lead,
    crumbs: [{ label: text.title }],
    section: 'decisions',
    noindex: after !== undefined,
    body: (
      <DecisionListPage lang={lang} catalogue={portal.catalogue} page={page} issuer={issuer} next={next} />
    ),
  });
}

function nextQuery({ day, id }: DecisionKey, issuer: string | undefined): string {
  return new URLSearchParams({
    ...(issuer === undefined ? {} : { issuer }),
    after: `${day}_${id}`,
  }).toString();
}

/** `2012-10-01_17`, or `-infinity_17` among decisions without a date; anything else starts at the top. */
function readKey(after: string | undefined): DecisionKey | undefined {
  const [, day, id] =
    /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)|\d{4}-(?:0[13-9]|1[0-2])-30|\d{4}-(?:0[13578]|1[02])-31|-infinity)_(\d{1,15})$/.exec(
      after ?? '',
    ) ?? [];
  return day === undefined || id === undefined ? undefined : { day, id: Number(id) };
}

async function answerDecision(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, reader, request } = context;
  const key = pathOf(context).key ?? '';
  const on = dayInVietnam(portal.now());
  const after = Number(queryOf(context).after) || undefined;
  const outcome = await readDecision(portal.source.db, reader, { key, on, after, limit: ACTS_PER_PAGE });
  if (outcome.kind !== 'found') return refuse(request, reply, { kind: 'not-found' });
  const { decision, designations } = outcome;
  const text = decisionMessages[lang];
  const crumbs = [{ label: text.title, href: ADDRESSES.decisions[lang] }, { label: decision.number }];
  const addresses = both((language) => `${ADDRESSES.decisions[language]}/${decision.key}`);
  return sendPage(context, reply, {
    addresses,
    title: text.decision(decision.number),
    description: decision.summary[lang] ?? decision.summary.vi ?? text.decision(decision.number),
    crumbs,
    section: 'decisions',
    noindex: after !== undefined,
    structuredData: [
      legislation(portal.origin(request) + addresses[lang], decision),
      breadcrumbStatement(portal.origin(request), lang, crumbs),
    ],
    body: (
      <DecisionPage
        lang={lang}
        catalogue={portal.catalogue}
        decision={decision}
        acts={designations.items}
        on={on}
        next={designations.next === undefined ? undefined : `${addresses[lang]}?after=${designations.next}`}
      />
    ),
  });
}

function legislation(url: string, { number, date }: { number: string; date: string | null }): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': url,
    name: decisionMessages.vi.decision(number),
    legislationIdentifier: number,
    legislationJurisdiction: 'VN',
    ...(date === null ? {} : { legislationDate: date }),
  };
}
