import { type AtomEntry, writeAtomFeed } from '#formats/atom/index.ts';
import { slugify } from '#formats/vietnamese/index.ts';
import { ANONYMOUS } from '#modules/access/index.ts';
import { newestPublications, type SealedPublication } from '#modules/audit/index.ts';
import { type ListedRecord, recordsOfIds } from '#modules/registry/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, layoutMessages, recordAddress } from '#web/layout/index.ts';
import type { Portal } from '../portal.ts';
import { discoveryMessages } from './messages.ts';

const ENTRIES = 50;

/** The latest public changes as an Atom feed; what readers may not see any more is not named. */
export async function changesFeed(
  { source: { db }, operator, dataAt }: Portal,
  { origin, lang }: { origin: string; lang: Lang },
): Promise<string> {
  const publications = await newestPublications(db, ENTRIES);
  const ids = [...new Set(publications.map(({ recordId }) => recordId))];
  const records = new Map((await recordsOfIds(db, ANONYMOUS, ids)).map((record) => [record.id, record]));
  const { siteName, feedTitle } = layoutMessages[lang];
  const address = `${origin}/feed?lang=${lang}`;
  return writeAtomFeed({
    id: address,
    lang,
    title: `${siteName}: ${feedTitle}`,
    address,
    page: `${origin}${ADDRESSES.search[lang]}?sort=newest`,
    author: operator ?? siteName,
    updatedAt: publications[0]?.at ?? (await dataAt()),
    entries: publications.flatMap((publication) => {
      const record = records.get(publication.recordId);
      return record ? [entryOf(publication, { record, origin, lang })] : [];
    }),
  });
}

type Told = { record: ListedRecord; origin: string; lang: Lang };

function entryOf(
  { position, event, version, at }: SealedPublication,
  { record, origin, lang }: Told,
): AtomEntry {
  const { kind, pid, title } = record;
  const text = discoveryMessages[lang];
  return {
    id: `${origin}/id/${pid}#publication-${position}`,
    title: lang === 'en' ? (title.en ?? title.vi) : title.vi,
    address: origin + recordAddress(lang, kind, pid, slugify(title.vi)),
    updatedAt: at,
    summary: `${text.events[event]} (${text.version(version)})`,
  };
}
