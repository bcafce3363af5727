import { type ListDecision, listDecisionsByList } from '#modules/registry/index.ts';
import { type Code, codeKey } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { listCounts, type RecordCount, recordsWith, searchWith } from '../record-counts.ts';
import { resultItem } from '../search/result-item.ts';
import type { ResultItem } from '../search/view.ts';

const DECISIONS_SHOWN = 3;
const CURATED_SHOWN = 24;
const LEVELS = ['unesco', 'national', 'province'] as const;
type Level = (typeof LEVELS)[number];

/** A list of law or of UNESCO as a collection of records. */
export interface ListCollection extends RecordCount {
  kind: string;
  definition?: string;
  decisions: number;
  /** Days of its first and last decision, in words. */
  days: string[];
  latest: { number: string; href: string; date: string; records: number }[];
}

export interface CollectionView {
  lang: Lang;
  levels: { level: Level; lists: ListCollection[] }[];
  /** Records of the kind `collection`. */
  curated: { items: ResultItem[]; total: number; href: string };
}

export async function collectionView(context: PageContext): Promise<CollectionView> {
  const { portal, reader, lang } = context;
  const curated = { kind: 'collection' };
  const [everything, decisions, collections] = await Promise.all([
    recordsWith(context, {}),
    listDecisionsByList(portal.source.db, reader, { perList: DECISIONS_SHOWN }),
    recordsWith(context, curated, CURATED_SHOWN),
  ]);
  const byList = Map.groupBy(decisions, ({ list }) => codeKey(list));
  const codes = new Map(
    (portal.catalogue.codeList('designation-list')?.codes ?? []).map((code) => [code.code, code]),
  );
  const lists = listCounts(context, everything, {}).flatMap((count) => {
    const code = codes.get(count.code);
    const own = byList.get(codeKey(count.code)) ?? [];
    return code === undefined
      ? []
      : [{ level: levelOf(code), list: listCollection(count, { code, own, lang }) }];
  });
  return {
    lang,
    levels: LEVELS.map((level) => ({
      level,
      lists: lists.filter((entry) => entry.level === level).map(({ list }) => list),
    })).filter((group) => group.lists.length > 0),
    curated: {
      items: collections.items.map((item) => resultItem(item, { lang, catalogue: portal.catalogue })),
      total: collections.total,
      href: searchWith(lang, curated),
    },
  };
}

const levelOf = ({ mappings }: Code): Level =>
  LEVELS.find((level) => level === mappings?.level) ?? 'national';

interface OfList {
  code: Code;
  own: readonly ListDecision[];
  lang: Lang;
}

function listCollection(count: RecordCount, { code, own, lang }: OfList): ListCollection {
  const [any] = own;
  const days = [any?.first, any?.last].map((day) => isoDateText(day, lang)).filter((day) => day !== '');
  return {
    ...count,
    kind: String(code.mappings?.kind ?? ''),
    ...(code.definition === undefined ? {} : { definition: code.definition[lang] }),
    decisions: any?.decisions ?? 0,
    days: [...new Set(days)],
    latest: own.map(({ key, number, date, records }) => ({
      number,
      href: `${ADDRESSES.decisions[lang]}/${key}`,
      date: isoDateText(date, lang),
      records,
    })),
  };
}
