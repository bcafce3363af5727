import type { EraRow } from '#formats/era/index.ts';
import type { Catalogue, Kind, RecordStandard } from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { Footnotes } from './footnotes.ts';

/** A record that this page links to. */
export interface LinkedRecord {
  pid: string;
  kind: Kind;
  title: string;
  slug: string;
}

/** An administrative unit as it is named on the page; `point` is its representative point, degrees. */
export interface UnitName {
  code: string;
  name: string;
  isProvince: boolean;
  /** Its page; absent for a code that names no unit. */
  href?: string;
  point?: { lat: number; lon: number };
}

/** What the parts of a record page share: language, what codes mean, and how linked things are called. */
export interface RecordFrame {
  lang: Lang;
  catalogue: Catalogue;
  vocabularies: Vocabularies;
  eras: readonly EraRow[];
  standard: RecordStandard;
  /** Day number of today in Vietnam. */
  today: number;
  records: ReadonlyMap<string, LinkedRecord>;
  /** Units of today, by code. */
  units: ReadonlyMap<string, UnitName>;
  /** Units until 30 June 2025, by code. */
  formerUnits: ReadonlyMap<string, UnitName>;
  /** Addresses of the pages of decisions, by the number as printed. */
  decisions: ReadonlyMap<string, string>;
  footnotes: Footnotes;
}
