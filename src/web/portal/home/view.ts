import type { TerritoryMap } from '#formats/geo/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { LunarText } from './today.ts';

export interface KindCount {
  kind: string;
  label: string;
  count: number;
  href: string;
}

export interface ProvinceCount {
  code: string;
  name: string;
  count: number;
  href: string;
}

/** A festival on its next days. */
export interface FestivalDay {
  name: string;
  nameLang?: string;
  href: string;
  /** "Thứ Bảy, 6 tháng 2" or the span of days. */
  dates: string;
  /** What the organisers announced; without it the days are expected by the calendar. */
  certainty?: string;
}

export interface DecisionLine {
  href: string;
  number: string;
  title: string;
  titleLang?: string;
  date: string;
}

export interface Today {
  solar: string;
  lunar: LunarText | null;
  festivals: FestivalDay[];
  /** False: none falls into the next two weeks, and `festivals` holds the next one after them. */
  soon: boolean;
}

/** Everything the home page shows. */
export interface HomeView {
  lang: Lang;
  total: number;
  examples: { text: string; href: string }[];
  today: Today;
  /** The four kinds of heritage, then what else the register holds. */
  doors: KindCount[];
  others: KindCount[];
  map: TerritoryMap;
  provinces: ProvinceCount[];
  decisions: DecisionLine[];
  /** Special national monuments: on the frozen list, and of these digitised as the programme asks; null before a list is frozen. */
  progress: { digitised: number; listed: number } | null;
}
