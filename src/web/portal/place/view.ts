import type { TerritoryMap } from '#formats/geo/index.ts';
import type { AddressedUnit, HistoryStep, Unit, UnitDetails } from '#modules/places/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { Crumb } from '#web/layout/index.ts';
import type { FestivalEvent } from '../festival/view.ts';
import type { RecordCount } from '../record-counts.ts';
import type { ResultItem } from '../search/view.ts';

/** What is recorded of a place, and where the search shows the same. */
export interface PlaceHeritage {
  /** The filter of the search: `48`, `20410`, `former-49`. */
  code: string;
  total: number;
  href: string;
  kinds: RecordCount[];
  lists: RecordCount[];
  highlights: ResultItem[];
  museums: { items: ResultItem[]; total: number; href: string };
}

/** The next festivals of a place, and how many are known at all. */
export interface PlaceFestivals {
  coming: FestivalEvent[];
  known: number;
  href: string;
}

/** A link to another unit with what the page says of it. */
export interface UnitLink {
  key: string;
  name: string;
  href?: string;
  remark?: string;
}

export interface PlaceView {
  lang: Lang;
  map: TerritoryMap;
  unit: AddressedUnit;
  details: UnitDetails;
  title: string;
  /** The name as it stands within a sentence. */
  name: string;
  crumbs: Crumb[];
  heritage: PlaceHeritage;
  festivals: PlaceFestivals;
  /** Codes of provinces of today to show on the map. */
  highlighted: ReadonlySet<string>;
  history: HistoryStep[];
}

export interface ProvinceView extends PlaceView {
  communes: CommuneGroup[];
  communeCount: number;
}

/** The communes of one type, A to Y. */
export interface CommuneGroup {
  type: string;
  label: string;
  communes: { name: string; href: string; count: number }[];
}

export interface CommuneView extends PlaceView {
  province: AddressedUnit;
  /** Shown where the commune has nothing itself. */
  elsewhere: ResultItem[];
}

export interface FormerView extends PlaceView {
  /** "nay thuộc TP. Đà Nẵng" */
  now: string;
  successor: AddressedUnit;
  /** What else went into the successor. */
  together: HistoryStep[];
  districts: Unit[];
}

export interface ProvinceRow {
  code: string;
  name: string;
  href: string;
  total: RecordCount;
  /** By kind, in the order of the columns. */
  kinds: RecordCount[];
}

export interface PlaceIndexView {
  lang: Lang;
  map: TerritoryMap;
  columns: { kind: string; label: string }[];
  rows: ProvinceRow[];
  former: UnitLink[];
  /** What was looked for, and what bears that name. */
  search?: { name: string; units: UnitLink[]; more: boolean };
}
