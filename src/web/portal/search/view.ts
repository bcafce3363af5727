import type { SearchMap } from './map-view.ts';
import type { SearchState } from './state.ts';
import type { SearchTimeline } from './timeline-view.ts';

/** One result as its card shows it; texts are in the language given, Vietnamese where there is no other. */
export interface ResultItem {
  href: string;
  kind: string;
  kindLabel: string;
  title: string;
  /** Set where the title is not in the language of the page. */
  titleLang?: string;
  /** Names in other languages or scripts. */
  otherNames: { text: string; lang: string }[];
  summary?: { text: string; lang?: string };
  /** Lists and ranks, in the order of their weight. */
  ranks: string[];
  /** Place, date, holder: one short line. */
  facts: string[];
  confirmed: boolean;
  /** Public precision, degrees; absent where the place is unknown or kept back. */
  point?: { lat: number; lon: number };
}

export interface FacetValue {
  value: string;
  label: string;
  /** Null for a chosen value that no result has. */
  count: number | null;
  chosen: boolean;
}

export interface FacetView {
  /** Field of the index; several fields may share one query key. */
  name: string;
  key: string;
  label: string;
  values: FacetValue[];
}

export interface Chip {
  label: string;
  /** The facet or field the value belongs to. */
  group: string;
  removeHref: string;
}

/** A filter that could be dropped, and how many results there would be. */
export interface WayOut {
  label: string;
  href: string;
  count: number;
}

export interface Position {
  first: number;
  last: number;
}

/** How results can be shown, in the order they are offered. */
export const VIEW_NAMES = ['list', 'grid', 'map', 'timeline'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** Everything a search page shows. */
export interface SearchView {
  state: SearchState;
  query: string;
  view: ViewName;
  sort: string;
  sorts: { value: string; label: string }[];
  total: number;
  totalIsExact: boolean;
  position?: Position;
  items: ResultItem[];
  facets: FacetView[];
  chips: Chip[];
  /** What the words were taken for, where that is not what was typed: Telex, VNI or close spelling. */
  interpretation?: string;
  /** A place named in the query, offered as a filter. */
  placeHints: { label: string; href: string }[];
  waysOut: WayOut[];
  previous?: string;
  next?: string;
  /** The results on the map, in that view. */
  map?: SearchMap;
  /** The results in time, in that view. */
  timeline?: SearchTimeline;
}
