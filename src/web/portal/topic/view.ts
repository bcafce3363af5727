import type { TerritoryMap } from '#formats/geo/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { RecordCount } from '../record-counts.ts';
import type { ResultItem } from '../search/view.ts';
import type { Topic, TopicScheme } from './topics.ts';

/** A term with its page and how many records a search by it finds. */
export interface TopicLink {
  id: string;
  label: string;
  href: string;
  count: number;
}

export interface SchemeView {
  lang: Lang;
  scheme: TopicScheme;
  href: string;
  withRecords: TopicLink[];
  without: TopicLink[];
}

export interface CenturyCount {
  label: string;
  count: number;
  href: string;
}

export interface TopicView {
  lang: Lang;
  map: TerritoryMap;
  scheme: TopicScheme;
  topic: Topic;
  total: number;
  href: string;
  broader: TopicLink[];
  narrower: TopicLink[];
  related: TopicLink[];
  /** Names of reign eras of a dynasty, with their years. */
  eras: { label: string; han?: string; years: string; href: string }[];
  kinds: RecordCount[];
  lists: RecordCount[];
  provinces: RecordCount[];
  centuries: CenturyCount[];
  undated: number;
  highlights: ResultItem[];
}
