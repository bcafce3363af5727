import { slugify } from '#formats/vietnamese/index.ts';
import { type Catalogue, type Code, codeKey, type LocalizedLabel } from '#modules/standards/index.ts';
import {
  type Concept,
  narrower,
  type PeriodRange,
  periodRange,
  type Vocabularies,
  type Vocabulary,
} from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { codeListAddress, vocabularyAddress } from '../standard/standard-addresses.ts';
import { SCHEMES, type SchemeDeclaration } from './schemes.ts';

/** One term as its page shows it; ids of other terms are of the same scheme. */
export interface Topic {
  /** The value of the search filter. */
  id: string;
  slug: Record<Lang, string>;
  label: LocalizedLabel;
  alternatives: Record<Lang, readonly string[]>;
  han?: string;
  definition?: LocalizedLabel;
  note?: LocalizedLabel;
  broader: readonly string[];
  narrower: readonly string[];
  related: readonly string[];
  /** Addresses of the same and of close concepts elsewhere. */
  exactMatch: readonly string[];
  closeMatch: readonly string[];
  notation?: string;
  history: readonly { date: string; note: string }[];
  years?: PeriodRange;
}

export interface TopicScheme extends SchemeDeclaration {
  label: LocalizedLabel;
  definition?: LocalizedLabel;
  /** Where the list itself is published, for programs and experts. */
  published: Record<Lang, string>;
  topics: readonly Topic[];
  byId: ReadonlyMap<string, Topic>;
}

interface Terms {
  vocabularies: Vocabularies;
  catalogue: Catalogue;
}

const known = new WeakMap<Vocabularies, TopicScheme[]>();

/** All schemes with their terms; made once, as lists change with a release of the program only. */
export function topicSchemes(terms: Terms): TopicScheme[] {
  const made =
    known.get(terms.vocabularies) ?? SCHEMES.flatMap((declared) => schemeOf(declared, terms) ?? []);
  known.set(terms.vocabularies, made);
  return made;
}

function schemeOf(declared: SchemeDeclaration, terms: Terms): TopicScheme | undefined {
  return declared.source === 'vocabulary' ? fromVocabulary(declared, terms) : fromCodeList(declared, terms);
}

function fromVocabulary(declared: SchemeDeclaration, { vocabularies }: Terms): TopicScheme | undefined {
  const vocabulary = vocabularies.vocabulary(declared.id);
  if (vocabulary === undefined) return undefined;
  const { label, definition, concepts, id } = vocabulary;
  return withTopics(
    { ...declared, label, definition, published: bothLanguages((lang) => vocabularyAddress(lang, id)) },
    concepts.map((concept) => topicOfConcept(concept, vocabulary)),
  );
}

function topicOfConcept(concept: Concept, vocabulary: Vocabulary): Unslugged {
  const { id, prefLabel, altLabel, han, definition, note, notation } = concept;
  const years = periodRange(vocabulary, id);
  return {
    id,
    label: prefLabel,
    alternatives: { vi: altLabel?.vi ?? [], en: altLabel?.en ?? [] },
    ...(han === undefined ? {} : { han }),
    ...(definition === undefined ? {} : { definition }),
    ...(note === undefined ? {} : { note }),
    broader: concept.broader ?? [],
    narrower: narrower(vocabulary, id).map((below) => below.id),
    related: concept.related ?? [],
    exactMatch: concept.exactMatch ?? [],
    closeMatch: concept.closeMatch ?? [],
    ...(notation === undefined ? {} : { notation }),
    history: concept.history ?? [],
    ...(years === undefined ? {} : { years }),
  };
}

function fromCodeList(declared: SchemeDeclaration, { catalogue }: Terms): TopicScheme | undefined {
  const list = catalogue.codeList(declared.id);
  if (list === undefined) return undefined;
  return withTopics(
    { ...declared, label: list.label, published: bothLanguages((lang) => codeListAddress(lang, list)) },
    list.codes.map((code) => topicOfCode(code, list.codes)),
  );
}

function topicOfCode({ code, label, definition, note, broader }: Code, codes: readonly Code[]): Unslugged {
  return {
    id: codeKey(code),
    label,
    alternatives: { vi: [], en: [] },
    ...(definition === undefined ? {} : { definition }),
    ...(note === undefined ? {} : { note }),
    broader: broader === undefined ? [] : [codeKey(broader)],
    narrower: codes.filter((below) => below.broader === code).map((below) => codeKey(below.code)),
    related: [],
    exactMatch: [],
    closeMatch: [],
    history: [],
  };
}

type Unslugged = Omit<Topic, 'slug'>;

function withTopics(
  scheme: Omit<TopicScheme, 'topics' | 'byId'>,
  unslugged: readonly Unslugged[],
): TopicScheme {
  const slugs = bothLanguages((lang) => slugsIn(unslugged, lang));
  const topics = unslugged.map((topic) => ({
    ...topic,
    slug: bothLanguages((lang) => slugs[lang].get(topic.id) ?? topic.id),
  }));
  return { ...scheme, topics, byId: new Map(topics.map((topic) => [topic.id, topic])) };
}

/** Names without marks; where two terms share one ("tháp" is a building and a kind of tomb), their ids. */
function slugsIn(topics: readonly Unslugged[], lang: Lang): Map<string, string> {
  const bySlug = Map.groupBy(topics, ({ label }) => slugify(label[lang]));
  return new Map(
    topics.map(({ id, label }) => {
      const slug = slugify(label[lang]);
      return [id, slug === '' || (bySlug.get(slug)?.length ?? 0) > 1 ? id : slug];
    }),
  );
}

const bothLanguages = <T>(make: (lang: Lang) => T): Record<Lang, T> => ({ vi: make('vi'), en: make('en') });

/** The term that an address means: by its slug in either language or by its id. */
export function topicAt({ topics, byId }: TopicScheme, lang: Lang, slug: string): Topic | undefined {
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    topics.find((topic) => topic.slug[lang] === slug) ??
    byId.get(slug) ??
    topics.find((topic) => topic.slug[other] === slug)
  );
}

/** The page of a term by the id of its vocabulary or code list; undefined where it has none. */
export function addressOfTerm(
  terms: Terms,
  lang: Lang,
  { scheme: schemeId, id }: { scheme: string; id: string },
): string | undefined {
  const scheme = topicSchemes(terms).find((listed) => listed.id === schemeId);
  const topic = scheme?.byId.get(id);
  return scheme && topic && topicAddress(lang, scheme, topic);
}

export function schemeAddress(lang: Lang, { segment }: Pick<SchemeDeclaration, 'segment'>): string {
  return `${ADDRESSES.topics[lang]}/${segment[lang]}`;
}

export function topicAddress(
  lang: Lang,
  scheme: Pick<SchemeDeclaration, 'segment'>,
  { slug }: Pick<Topic, 'slug'>,
): string {
  return `${schemeAddress(lang, scheme)}/${slug[lang]}`;
}
