import { slugify } from '#formats/vietnamese/index.ts';
import type { SearchAnswer } from '#modules/search/index.ts';
import { type Catalogue, codeKey } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordAddress } from '#web/layout/index.ts';
import type { ResultItem } from './view.ts';

type Found = SearchAnswer['items'][number];

/** A result in the language of the page; what has no translation is shown in Vietnamese and marked so. */
export function resultItem(
  item: Found,
  { lang, catalogue }: { lang: Lang; catalogue: Catalogue },
): ResultItem {
  const { title, kind, pid } = item;
  const isTranslated = lang === 'vi' || title.en !== undefined;
  const kindLabel = catalogue.label('record-kind', kind, lang);
  const type = item.types.at(-1)?.label[lang];
  const summary = summaryOf(item, lang);
  return {
    href: recordAddress(lang, kind, pid, slugify(title.vi)),
    kind,
    kindLabel: kindAndType(kindLabel, type),
    title: lang === 'en' ? (title.en ?? title.vi) : title.vi,
    ...(isTranslated ? {} : { titleLang: 'vi' }),
    otherNames: otherNames(item, lang),
    ...(summary ? { summary } : {}),
    ranks: narrowest(item.lists, catalogue).map(({ label }) => label[lang]),
    facts: [item.date, item.place, item.holder].flatMap((fact) => (fact === undefined ? [] : [fact[lang]])),
    confirmed: item.verification === 'confirmed',
    ...(item.point ? { point: { lat: item.point[0], lon: item.point[1] } } : {}),
  };
}

/** "Di tích kiến trúc, nghệ thuật" says the kind already. */
function kindAndType(kind: string, type: string | undefined): string {
  if (type === undefined) return kind;
  return type.startsWith(kind) ? type : `${kind} · ${type}`;
}

/** Lists of law without the wider ones that they belong to. Codes of cards are in the form of addresses. */
function narrowest(lists: Found['lists'], catalogue: Catalogue): Found['lists'] {
  const known = new Map(
    (catalogue.codeList('designation-list')?.codes ?? []).map((code) => [codeKey(code.code), code]),
  );
  const wider = new Set(lists.flatMap(({ code }) => codeKey(known.get(code)?.broader ?? '')));
  return lists.filter(({ code }) => !wider.has(code));
}

function otherNames({ title }: Found, lang: Lang): ResultItem['otherNames'] {
  const own = lang === 'en' && title.en !== undefined && title.en !== title.vi;
  return [
    ...(own ? [{ text: title.vi, lang: 'vi' }] : []),
    ...(title.han === undefined ? [] : [{ text: title.han, lang: 'vi-Hani' }]),
  ];
}

function summaryOf({ summary }: Found, lang: Lang): ResultItem['summary'] {
  const own = summary?.[lang];
  if (own !== undefined) return { text: own };
  return summary?.vi === undefined ? undefined : { text: summary.vi, lang: 'vi' };
}
