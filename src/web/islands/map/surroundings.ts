import type { Map as Canvas } from 'maplibre-gl';
import type { ToldMap } from '../../components/told-map.ts';
import type { MapMessages } from './messages.ts';
import type { NamedPlace } from './outlines.ts';

/** What everything on the open map works with. */
export interface Surroundings {
  map: Canvas;
  told: ToldMap;
  text: MapMessages;
  lang: 'vi' | 'en';
  places: readonly NamedPlace[];
  /** Says something to the reader. */
  say(text: string): void;
}
