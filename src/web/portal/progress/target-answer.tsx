import type { FastifyReply } from 'fastify';
import { provincesOn, type Unit } from '#modules/places/index.ts';
import {
  ITEM_STATES,
  type ItemState,
  listItems,
  listVersions,
  readProgress,
  type Target,
  targetById,
} from '#modules/programme/index.ts';
import { refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, queryOf } from '../page-route.ts';
import { csvAddress, targetAddress } from './addresses.ts';
import { progressMessages } from './messages.ts';
import { datasetStatement } from './structured-data.ts';
import type { CsvContext } from './target-csv.ts';
import { type ShownList, TargetPage } from './target-page.tsx';

const PER_PAGE = 50;
const PER_CSV_PAGE = 500;

interface Wanted {
  target: Target;
  on: string;
  provinces: Unit[];
  place: string | undefined;
  state: ItemState | undefined;
  after: number | undefined;
}

/** What a page or file of a target is about; what is not understood is dropped (ux.md G1). */
async function read(context: PageContext, id: string): Promise<Wanted | undefined> {
  const target = targetById(id);
  if (target === undefined) return undefined;
  const { portal } = context;
  const on = dayInVietnam(portal.now());
  const provinces = await provincesOn(portal.source.db, on);
  const { place, state, after } = queryOf(context);
  const isPlace = place === 'none' || provinces.some(({ code }) => code === place);
  return {
    target,
    on,
    provinces,
    place: isPlace ? place : undefined,
    state: ITEM_STATES.find((known) => known === state),
    after: /^\d{1,15}$/.test(after ?? '') ? Number(after) : undefined,
  };
}

/** The code as items are asked for: '' where no province is known. */
const provinceOf = ({ place }: Wanted) => (place === 'none' ? '' : place);

export async function answerTarget(
  context: PageContext,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const { portal, lang, request } = context;
  const wanted = await read(context, id);
  if (wanted === undefined) return refuse(request, reply, { kind: 'not-found' });
  const { target, on, provinces, place, state, after } = wanted;
  const { db } = portal.source;
  const [[progress], lists, shown] = await Promise.all([
    readProgress(db, on, [target]),
    listVersions(db, target.id),
    Promise.all(statesOf(wanted).map((one) => shownList(context, wanted, one))),
  ]);
  if (progress === undefined) return refuse(request, reply, { kind: 'not-found' });
  const origin = portal.origin(request);
  const title = `${target.id}: ${target.label[lang]}`;
  const crumbs = [
    { label: progressMessages[lang].title, href: ADDRESSES.progress[lang] },
    { label: target.id },
  ];
  const downloads = { [csvAddress(lang, target, { place })]: 'text/csv' };
  return sendPage(context, reply, {
    addresses: both((language) => targetAddress(language, target, { place, state })),
    title,
    description: target.wording[lang],
    crumbs,
    section: 'progress',
    noindex: place !== undefined || state !== undefined || after !== undefined,
    structuredData: [
      datasetStatement(origin, { lang, url: targetAddress(lang, target), name: title, downloads }),
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body: <TargetPage {...{ lang, progress, lists, provinces, place, shown }} />,
  });
}

/** Both lists of a cell, unless one list is asked for. */
function statesOf({ target, state }: Wanted): ShownList['state'][] {
  if (target.parts.length === 0) return [];
  return state === undefined || state === 'counted' ? ['done', 'missing'] : [state];
}

async function shownList(
  { portal, reader, lang }: PageContext,
  wanted: Wanted,
  state: ShownList['state'],
): Promise<ShownList> {
  const { target, on, place, after } = wanted;
  const page = await listItems(portal.source.db, reader, {
    ...{ target, on, state, province: provinceOf(wanted), limit: PER_PAGE },
    after: wanted.state === state ? after : undefined,
  });
  const next =
    page.next === undefined ? undefined : targetAddress(lang, target, { place, state, after: page.next });
  return { state, items: page.items, next };
}

/** The list of a target, or of one of its cells, as a file; every item that counts unless a state is asked for. */
export async function csvRequest(
  context: PageContext,
  id: string,
): Promise<{ fileName: string; context: CsvContext } | undefined> {
  const wanted = await read(context, id);
  if (wanted === undefined) return undefined;
  const { portal, reader, lang, request } = context;
  const { target, on, provinces, place, state = 'counted' } = wanted;
  const page = (after: number) =>
    listItems(portal.source.db, reader, {
      ...{ target, on, state, province: provinceOf(wanted), after, limit: PER_CSV_PAGE },
    });
  const fileName = `${[target.id.toLowerCase(), place, state].filter(Boolean).join('-')}.csv`;
  return { fileName, context: { lang, origin: portal.origin(request), target, state, provinces, page } };
}
