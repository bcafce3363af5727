import type { Bilingual } from './point.ts';

export interface TerritoryViolation {
  rule:
    | 'not-a-map'
    | 'frame'
    | 'archipelago-missing'
    | 'archipelago-name'
    | 'archipelago-label'
    | 'archipelago-province'
    | 'archipelago-position'
    | 'foreign-name'
    | 'foreign-unit'
    | 'sea-label';
  /** RFC 6901 pointer into the map file. */
  pointer: string;
  message: Bilingual;
}
