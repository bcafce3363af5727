import type { FastifyReply } from 'fastify';
import { createLane, type HttpServer, type Lane, refuse } from '#platform/http/index.ts';
import { LANGUAGES, type Lang } from '#platform/i18n/index.ts';
import { layoutMessages } from '#web/layout/index.ts';
import { type PageContext, pageContext } from '../page-context.ts';
import type { Portal } from '../portal.ts';
import { readSheet } from '../record/read-sheet.ts';
import { leadText } from '../record/record-head.tsx';
import type { Sheet } from '../record/sheet.ts';
import type { Card } from './card.tsx';
import { shareMessages } from './messages.ts';
import { cardLetterings, drawCard } from './picture.ts';

/** Drawing takes some tens of milliseconds of a processor; sharing services ask once, crawlers for all. */
const DRAWING = { share: 0.25, places: 50, placesOfOne: 8 };
const RETRY_SECONDS = 30;
/** Seconds that others may keep a card; its address changes with the version of the record. */
const KEEP_SECONDS = 86_400;
/** Cards kept here, some 40 KB each. */
const KEPT = 200;

/** Pictures for links that are passed on (Open Graph), drawn from the record: `/share/vi.png`, `/share/vi/{pid}.png`. */
export function registerShareRoutes(server: HttpServer, portal: Portal): void {
  const letterings = cardLetterings(portal.font);
  const lane = createLane(DRAWING);
  const kept = new Map<string, Buffer>();
  const hidden = { schema: { hide: true } };
  const send = (context: PageContext, reply: FastifyReply, asked: { key: string; card: Card }) =>
    sendCard(context, reply, { ...asked, lane, kept, draw: (card) => drawCard(card, letterings()) });
  for (const lang of LANGUAGES) {
    server.get(`/share/${lang}.png`, hidden, async (request, reply) => {
      const context = await pageContext(portal, request, lang);
      return send(context, reply, { key: lang, card: siteCard(lang) });
    });
    server.get(`/share/${lang}/:pid.png`, hidden, async (request, reply) => {
      const context = await pageContext(portal, request, lang);
      const { pid = '' } = request.params as { pid?: string };
      const outcome = await readSheet(context, { pid });
      if (outcome.kind !== 'sheet') return refuse(request, reply, { kind: 'not-found' });
      const { record } = outcome.sheet;
      return send(context, reply, {
        key: `${lang}/${record.pid}/${record.version}`,
        card: recordCard(outcome.sheet),
      });
    });
  }
}

interface Drawing {
  key: string;
  card: Card;
  lane: Lane;
  kept: Map<string, Buffer>;
  draw(card: Card): Promise<Buffer>;
}

async function sendCard(
  { request, reader }: PageContext,
  reply: FastifyReply,
  { key, card, lane, kept, draw }: Drawing,
): Promise<FastifyReply> {
  // What staff see may be hidden from others.
  const shared = reader.actorId === null;
  let picture = shared ? kept.get(key) : undefined;
  if (picture === undefined) {
    const outcome = await lane.run(request.ip, () => draw(card));
    if (outcome.kind !== 'done')
      return refuse(request, reply, { kind: outcome.kind, retryAfterSeconds: RETRY_SECONDS });
    picture = outcome.value;
    if (shared) keep(kept, key, picture);
  }
  return reply
    .type('image/png')
    .header('cache-control', shared ? `public, max-age=${KEEP_SECONDS}` : 'private, no-store')
    .send(picture);
}

function keep(kept: Map<string, Buffer>, key: string, picture: Buffer): void {
  kept.set(key, picture);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) return;
    kept.delete(oldest);
  }
}

function siteCard(lang: Lang): Card {
  const { siteName, tagline } = layoutMessages[lang];
  return { above: '', title: tagline, below: '', rights: shareMessages[lang].rights, site: siteName };
}

function recordCard(sheet: Sheet): Card {
  const { record, frame, title } = sheet;
  const { lang, catalogue } = frame;
  const name = lang === 'en' ? (record.title.en ?? title) : title;
  return {
    above: catalogue.label('record-kind', record.kind, lang),
    title: name,
    // The lead begins with the name, which stands above it in large letters.
    below: leadText(sheet).slice(name.length + 2),
    rights: shareMessages[lang].rights,
    site: layoutMessages[lang].siteName,
    kind: record.kind,
  };
}

/** Address of the card of a record, its version in it, so that a kept picture is never an old one. */
export function shareAddress(lang: Lang, { pid, version }: { pid: string; version: number }): string {
  return `/share/${lang}/${pid}.png?v=${version}`;
}
