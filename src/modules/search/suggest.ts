import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Kind, Lang } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type Asked, attempt } from './attempt.ts';
import { foldedWords } from './facet-store.ts';
import { completeWords } from './interpret.ts';
import { stepsOf } from './order.ts';
import { readPage } from './page.ts';
import { lexiconOptions } from './page-options.ts';
import { isNameGroup } from './reading.ts';
import { parseSearchQuery } from './search-query.ts';
import { type SuggestedValue, valuesBeginning } from './suggest-queries.ts';

/** A record whose name may be meant. */
export interface SuggestedRecord {
  pid: string;
  kind: Kind;
  text: string;
}

/** Suggestions while typing: records by kind, places, terms; at most six groups, none of them empty. */
export type SuggestionGroup =
  | { group: 'records'; kind: Kind; items: SuggestedRecord[] }
  | { group: 'places' | 'terms'; items: SuggestedValue[] };

const MOST_GROUPS = 6;
const MOST_RECORDS = 8;
const MOST_VALUES = 5;
/** Nobody types more into a box that offers suggestions. */
const LONGEST_PREFIX = 100;

export async function suggest(
  db: Db,
  reader: Reader,
  { text, lang }: { text: string; lang: Lang },
): Promise<SuggestionGroup[]> {
  const parsed = parseSearchQuery({ q: text.slice(0, LONGEST_PREFIX) }, { lang, mistakes: 'drop' });
  if (parsed.kind !== 'query' || parsed.query.text.words.length === 0) return [];
  const asked: Asked = { query: parsed.query, classes: await visibleClasses(db, reader) };
  const [records, values] = await Promise.all([
    suggestRecords(db, asked),
    valuesBeginning(db, {
      classes: asked.classes,
      folded: foldedWords(parsed.query.q),
      lang,
      limit: MOST_VALUES,
    }),
  ]);
  const byKind = Map.groupBy(records, (record) => record.kind);
  const groups: SuggestionGroup[] = [
    ...[...byKind].map(([kind, items]) => ({ group: 'records' as const, kind, items })),
    { group: 'places', items: values.filter(({ key }) => key === 'place') },
    { group: 'terms', items: values.filter(({ key }) => key !== 'place') },
  ];
  return groups.filter(({ items }) => items.length > 0).slice(0, MOST_GROUPS);
}

async function suggestRecords(db: Db, asked: Asked): Promise<SuggestedRecord[]> {
  const typed = await attempt(db, asked, asked.query.text);
  const words = await completeWords(db, asked, typed);
  const read = words.length > 0 ? await attempt(db, asked, asked.query.text, words) : typed;
  const { cover, groups } = read;
  const { near, lang } = asked.query;
  const { rows } = await readPage(db, {
    ...lexiconOptions(db, read),
    steps: stepsOf({ sort: 'relevance', near, cover, groups: groups.filter(isNameGroup) }),
    cursor: null,
    limit: MOST_RECORDS,
  });
  return rows.map(({ pid, kind, card: { title } }) => ({ pid, kind, text: titleIn(title, lang) }));
}

const titleIn = (title: { vi: string; en?: string }, lang: Lang): string => title[lang] ?? title.vi;
