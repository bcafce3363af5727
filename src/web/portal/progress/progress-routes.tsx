import type { FastifyReply } from 'fastify';
import { slugify } from '#formats/vietnamese/index.ts';
import { provincesOn } from '#modules/places/index.ts';
import { compareFigures, listSnapshots, readProgress } from '#modules/programme/index.ts';
import { createLane, type HttpServer, type Lane, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { PATTERNS, provinceAddress } from './addresses.ts';
import { progressMessages } from './messages.ts';
import { OverviewPage } from './overview-page.tsx';
import { ProvincePage } from './province-page.tsx';
import { datasetStatement } from './structured-data.ts';
import { answerTarget, csvRequest } from './target-answer.tsx';
import { csvOfItems } from './target-csv.ts';

/** A file asks for every item of a target, which takes a dozen times the work of a page. */
const FILES = { share: 0.5, places: 40, placesOfOne: 5 };
const RETRY_SECONDS = 10;

export function registerProgressRoutes(server: HttpServer, portal: Portal): void {
  const lane = createLane(FILES);
  routePage(server, portal, { addresses: ADDRESSES.progress, answer: answerOverview });
  routePage(server, portal, {
    addresses: PATTERNS.target,
    answer: (context, reply) => answerTargetOrFile(context, reply, lane),
  });
  routePage(server, portal, { addresses: PATTERNS.province, answer: answerProvince });
}

async function answerOverview(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, reader, request } = context;
  const { db } = portal.source;
  const on = dayInVietnam(portal.now());
  const [progress, provinces, figures, snapshots] = await Promise.all([
    readProgress(db, on),
    provincesOn(db, on),
    compareFigures(db, reader, on),
    listSnapshots(db),
  ]);
  const text = progressMessages[lang];
  const origin = portal.origin(request);
  const crumbs = [{ label: text.title }];
  const downloads = { '/api/v1/programme': 'application/json' };
  return sendPage(context, reply, {
    addresses: ADDRESSES.progress,
    title: text.title,
    description: text.lead,
    crumbs,
    section: 'progress',
    structuredData: [
      datasetStatement(origin, { lang, url: ADDRESSES.progress[lang], name: text.title, downloads }),
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body: <OverviewPage {...{ lang, on, progress, provinces, figures, snapshots }} />,
  });
}

async function answerProvince(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, request } = context;
  const { db } = portal.source;
  const on = dayInVietnam(portal.now());
  const slug = pathOf(context).slug ?? '';
  const province = (await provincesOn(db, on)).find(({ name }) => slugify(name) === slug);
  if (province === undefined) return refuse(request, reply, { kind: 'not-found' });
  const progress = await readProgress(db, on);
  const text = progressMessages[lang];
  const crumbs = [{ label: text.title, href: ADDRESSES.progress[lang] }, { label: province.name }];
  return sendPage(context, reply, {
    addresses: both((language) => provinceAddress(language, slug)),
    title: text.provinceTitle(province.name),
    description: text.provinceLead(province.name),
    crumbs,
    section: 'progress',
    structuredData: [breadcrumbStatement(portal.origin(request), lang, crumbs)],
    body: <ProvincePage lang={lang} province={province} progress={progress} />,
  });
}

/** `…/t2a` is the page of a target, `…/t2a.csv` its list. */
async function answerTargetOrFile(
  context: PageContext,
  reply: FastifyReply,
  lane: Lane,
): Promise<FastifyReply> {
  const { request } = context;
  const id = pathOf(context).id ?? '';
  if (!id.endsWith('.csv')) return await answerTarget(context, reply, id);
  const csv = await csvRequest(context, id.slice(0, -'.csv'.length));
  if (csv === undefined) return refuse(request, reply, { kind: 'not-found' });
  // As a whole: whoever reads slowly must not keep others waiting.
  const outcome = await lane.run(request.ip, () => whole(csvOfItems(csv.context)));
  if (outcome.kind !== 'done')
    return refuse(request, reply, { kind: outcome.kind, retryAfterSeconds: RETRY_SECONDS });
  return reply
    .type('text/csv; charset=utf-8')
    .headers({
      'content-disposition': `attachment; filename="${csv.fileName}"`,
      'cache-control': context.reader.actorId === null ? 'public, max-age=60' : 'private, no-store',
    })
    .send(outcome.value);
}

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
