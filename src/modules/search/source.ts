import type { Kind, RecordBody } from '#modules/standards/index.ts';

export interface Title {
  vi: string;
  en?: string;
}

/** One act of a decision on the record that is in force. */
export interface SourceDesignation {
  list: string;
  rank: string | null;
  /** The year of the act; null when no day is known. */
  year: number | null;
  decision: string | null;
}

/** Another record that this one names or is related to. `relation` is null for a reference in the body. */
export interface SourceTarget {
  pid: string;
  kind: Kind;
  title: Title;
  relation: string | null;
}

/** An administrative unit of today, as the body names it by its code. */
export interface SourceUnit {
  code: string;
  level: 'province' | 'commune' | 'district';
  name: string;
  nameEn: string | null;
  /** Code of the province; its own code when it is one. */
  province: string;
  lat: number | null;
  lon: number | null;
  /** Units its land came from. */
  formerNames: string[];
  /** Codes of the 63 provinces its land lay in. */
  formerProvinces: string[];
}

/** One of the 63 provinces until 30 June 2025. */
export interface FormerProvince {
  code: string;
  name: string;
  nameEn: string | null;
  /** Codes of today's provinces. */
  successors: string[];
}

export interface Gazetteer {
  units: ReadonlyMap<string, SourceUnit>;
  formerProvinces: ReadonlyMap<string, FormerProvince>;
}

/** Everything search reads of one record. */
export interface SearchSource {
  id: number;
  pid: string;
  kind: Kind;
  accessClass: number;
  verification: 'unconfirmed' | 'confirmed';
  body: RecordBody;
  /** ISO time of the first publication; null for what never was public. */
  publishedAt: string | null;
  designations: SourceDesignation[];
  targets: SourceTarget[];
}
