import type { FastifyReply } from 'fastify';
import { diffVersions, listVersions } from '#modules/registry/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement, type Crumb, KIND_SEGMENTS } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, queryOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { shareAddress } from '../share/share-routes.ts';
import type { UnitName } from './frame.ts';
import { recordMessages } from './messages.ts';
import { unitsOf } from './public-geometry.ts';
import { readSheet, type SheetOutcome } from './read-sheet.ts';
import { leadText } from './record-head.tsx';
import { RecordPage } from './record-page.tsx';
import { addressesOf, type Sheet, titleIn } from './sheet.ts';
import { recordStatement } from './structured-data.ts';
import { DiffPage, VersionsPage, versionsAddress } from './version-pages.tsx';

const VERSIONS_PER_PAGE = 50;

export function registerRecordRoutes(server: HttpServer, portal: Portal): void {
  for (const kind of KINDS) {
    const base = both((lang) => `/${lang}/${KIND_SEGMENTS[kind]?.[lang]}/:pid`);
    routePage(server, portal, { addresses: base, answer: answerRecord });
    routePage(server, portal, { addresses: both((lang) => `${base[lang]}/:slug`), answer: answerRecord });
  }
  const versions = both((lang) => `${ADDRESSES.versions[lang]}/:pid`);
  routePage(server, portal, { addresses: versions, answer: answerVersions });
  routePage(server, portal, { addresses: both((lang) => `${versions[lang]}/:range`), answer: answerVersion });
}

/** The page at its canonical address; every other way to the same record leads there (ux.md G1). */
async function answerRecord(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { request, lang } = context;
  const outcome = await readSheet(context, { pid: pathOf(context).pid ?? '' });
  if (outcome.kind !== 'sheet') return turnAway(context, reply, outcome);
  const address = outcome.sheet.addresses[lang];
  if (request.url !== address) return redirectForNow(reply, address);
  return sendRecord(context, reply, outcome.sheet);
}

/**
 * Permanent for search engines, but asked again by browsers: a record that is renamed and renamed back would else
 * send a reader in circles between two kept answers.
 */
function redirectForNow(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').redirect(address, 301);
}

async function turnAway(
  context: PageContext,
  reply: FastifyReply,
  outcome: Exclude<SheetOutcome, { kind: 'sheet' }>,
): Promise<FastifyReply> {
  if (outcome.kind === 'withdrawn') {
    const { since, reason } = outcome.tombstone;
    return refuse(context.request, reply, { kind: 'gone', since, reason });
  }
  if (outcome.kind === 'merged') {
    const successor = await readSheet(context, { pid: outcome.pid });
    if (successor.kind === 'sheet') return redirectForNow(reply, successor.sheet.addresses[context.lang]);
  }
  return refuse(context.request, reply, { kind: 'not-found' });
}

function sendRecord(context: PageContext, reply: FastifyReply, sheet: Sheet): FastifyReply {
  const { portal, lang } = context;
  const { record, addresses } = sheet;
  const crumbs = crumbsOf(sheet);
  const old = record.version !== record.currentVersion;
  return sendPage(context, reply, {
    addresses: old
      ? both((language) => versionsAddress(language, record.pid, `/${record.version}`))
      : addresses,
    title: titleIn(lang, record.title),
    description: leadText(sheet),
    picture: shareAddress(lang, record),
    crumbs,
    section: 'search',
    noindex: old || record.state !== 'published',
    structuredData: old
      ? []
      : [recordStatement(sheet), breadcrumbStatement(portal.origin(context.request), lang, crumbs)],
    alternates: [
      { type: 'application/json', href: `/api/v1/records/${record.pid}` },
      { type: 'application/ld+json', href: `/id/${record.pid}.jsonld` },
    ],
    islands: ['record.js'],
    body: <RecordPage sheet={sheet} map={portal.map} operator={portal.operator} readAt={portal.now()} />,
  });
}

function crumbsOf({ record, frame, title }: Sheet): Crumb[] {
  const { lang, catalogue } = frame;
  const kind = catalogue.label('record-kind', record.kind, lang);
  return [
    { label: kind, href: `${ADDRESSES.search[lang]}?kind=${record.kind}` },
    ...placeCrumb(unitsOf(record.body, frame)),
    { label: title },
  ];
}

/** The province, where there is only one: a record of several lies in none of them. */
function placeCrumb(units: readonly UnitName[]): Crumb[] {
  const provinces = units.filter(({ isProvince }) => isProvince);
  return provinces.length === 1
    ? provinces.map(({ name, href }) => ({ label: name, ...(href ? { href } : {}) }))
    : [];
}

async function answerVersions(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, reader, lang } = context;
  const pid = pathOf(context).pid ?? '';
  const before = Number(queryOf(context).before) || undefined;
  const outcome = await readSheet(context, { pid });
  if (outcome.kind !== 'sheet') return turnAway(context, reply, outcome);
  const list = await listVersions(portal.source, reader, { pid, before, limit: VERSIONS_PER_PAGE });
  if (list.kind !== 'found') return refuse(context.request, reply, { kind: 'not-found' });
  const { sheet } = outcome;
  const text = recordMessages[lang].versions;
  return sendPage(context, reply, {
    addresses: both((language) => versionsAddress(language, pid)),
    title: text.title(sheet.title),
    crumbs: [...crumbsWithin(sheet), { label: text.short }],
    section: 'search',
    noindex: true,
    body: <VersionsPage sheet={sheet} versions={list.versions.items} next={list.versions.next} />,
  });
}

/** `3` is one version, `2..3` what changed from one to the other. */
async function answerVersion(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { pid = '', range = '' } = pathOf(context);
  const [from, to] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(range)?.slice(1).map(Number) ?? [];
  if (from === undefined) return refuse(context.request, reply, { kind: 'not-found' });
  if (to !== undefined && !Number.isNaN(to)) return answerDiff(context, reply, { pid, from, to });
  const outcome = await readSheet(context, { pid, version: from });
  if (outcome.kind !== 'sheet') return turnAway(context, reply, outcome);
  return sendRecord(context, reply, outcome.sheet);
}

async function answerDiff(
  context: PageContext,
  reply: FastifyReply,
  { pid, from, to }: { pid: string; from: number; to: number },
): Promise<FastifyReply> {
  const { portal, reader, lang } = context;
  const outcome = await readSheet(context, { pid });
  if (outcome.kind !== 'sheet') return turnAway(context, reply, outcome);
  const diff = await diffVersions(portal.source, reader, { pid, from, to });
  if (diff.kind !== 'found') return refuse(context.request, reply, { kind: 'not-found' });
  const { sheet } = outcome;
  const text = recordMessages[lang].versions;
  const versions = { label: text.short, href: versionsAddress(lang, pid) };
  return sendPage(context, reply, {
    addresses: both((language) => versionsAddress(language, pid, `/${from}..${to}`)),
    title: text.diffTitle(sheet.title, from, to),
    crumbs: [...crumbsWithin(sheet), versions, { label: text.diffShort(from, to) }],
    section: 'search',
    noindex: true,
    body: <DiffPage sheet={sheet} from={from} to={to} standard={diff.standard} changes={diff.changes} />,
  });
}

/** The trail with the record's own page as a link. */
function crumbsWithin(sheet: Sheet): Crumb[] {
  const href = addressesOf(sheet.record)[sheet.frame.lang];
  return crumbsOf(sheet).map((crumb) => ({ href, ...crumb }));
}
