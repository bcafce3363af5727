import type { Lang } from '#platform/i18n/index.ts';
import { topicAddress } from './topics.ts';
import type { SchemeView, TopicView } from './view.ts';

/** schema.org DefinedTerm of a thesaurus, with what is the same elsewhere. */
export function termStatement({ lang, topic, scheme }: TopicView, origin: string): object {
  const { label, alternatives, definition, exactMatch, id, han, notation } = topic;
  const url = origin + topicAddress(lang, scheme, topic);
  const names = [label.vi, label.en, ...alternatives.vi, ...alternatives.en, ...(han ? [han] : [])];
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': scheme.source === 'vocabulary' ? `${origin}/vocabulary/${scheme.id}/${id}` : url,
    url,
    name: label[lang],
    alternateName: [...new Set(names)].filter((name) => name !== label[lang]),
    termCode: notation ?? id,
    ...(definition === undefined ? {} : { description: definition[lang] }),
    ...(exactMatch.length > 0 ? { sameAs: exactMatch } : {}),
    inLanguage: lang,
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      name: scheme.label[lang],
      url: origin + scheme.published[lang],
    },
  };
}

export function schemeStatement(
  { scheme, withRecords, without, lang }: SchemeView,
  { origin, url }: { origin: string; url: string },
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': origin + url,
    url: origin + url,
    name: scheme.label[lang],
    inLanguage: lang,
    hasDefinedTerm: [...withRecords, ...without].map(({ label, href }) => ({
      '@type': 'DefinedTerm',
      name: label,
      url: origin + href,
    })),
  };
}

export function topicIndexStatement(
  schemes: readonly SchemeView[],
  { origin, url, lang }: { origin: string; url: string; lang: Lang },
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    url: origin + url,
    inLanguage: lang,
    isAccessibleForFree: true,
    hasPart: schemes.map(({ scheme, href }) => ({
      '@type': 'DefinedTermSet',
      name: scheme.label[lang],
      url: origin + href,
    })),
  };
}
