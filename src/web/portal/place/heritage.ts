import type { PageContext } from '../page-context.ts';
import { kindCounts, listCounts, recordsWith, searchWith } from '../record-counts.ts';
import { resultItem } from '../search/result-item.ts';
import type { ResultItem } from '../search/view.ts';
import type { PlaceHeritage } from './view.ts';

/** ux.md P5 wants the most notable; more than these would outweigh the page. */
const HIGHLIGHTS = 6;
const MUSEUMS = 8;
/** Museums have their own list on the page and would fill the first places here. */
const HERITAGE_KINDS = new Set(['monument', 'artefact', 'intangible', 'documentary']);

/** What the register holds of a place; every number is that of the search behind its link. */
export async function placeHeritage(context: PageContext, code: string): Promise<PlaceHeritage> {
  const { lang } = context;
  const place = { place: code };
  const museum = { ...place, kind: 'museum' };
  const [answer, museums] = await Promise.all([
    recordsWith(context, place, HIGHLIGHTS * 2),
    recordsWith(context, museum, MUSEUMS),
  ]);
  return {
    code,
    total: answer.total,
    href: searchWith(lang, place),
    kinds: kindCounts(context, answer, place),
    lists: listCounts(context, answer, place),
    highlights: answer.items
      .filter(({ kind }) => HERITAGE_KINDS.has(kind))
      .slice(0, HIGHLIGHTS)
      .map((item) => highlight(context, item)),
    museums: {
      items: museums.items.map((item) => highlight(context, item)),
      total: museums.total,
      href: searchWith(lang, museum),
    },
  };
}

/** A result as a card without its summary: the page is an overview. */
function highlight({ portal, lang }: PageContext, item: Parameters<typeof resultItem>[0]): ResultItem {
  const { summary: _summary, ...shown } = resultItem(item, { lang, catalogue: portal.catalogue });
  return shown;
}
