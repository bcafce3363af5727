import { addProtocol, Map as Canvas, LngLatBounds, Marker, NavigationControl } from 'maplibre-gl';
import type { Box, ToldMap } from '../../components/told-map.ts';
import { readColours } from './colours.ts';
import { attachInset } from './inset.ts';
import { watchList } from './list.ts';
import type { MapMessages } from './messages.ts';
import { archipelagosIn, type Outlines, provincesIn } from './outlines.ts';
import { attachResults } from './results.ts';
import { mapStyle } from './style.ts';
import { BOUNDS, COUNTRY, windowAddress } from './window.ts';

export interface LiveMap {
  remove(): void;
}

/** Draws the interactive map over the drawing of the figure; ready when everything first seen is painted. */
export async function openMap(figure: HTMLElement, told: ToldMap, text: MapMessages): Promise<LiveMap> {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const [outlines] = await Promise.all([readOutlines(told.outlines), loadFonts(), readTiles(told)]);
  const container = document.createElement('div');
  container.className = 'map-live';
  figure.append(container);
  const map = canvasIn(container, { told, text, lang, outlines });
  const leaving = new AbortController();
  await painted(map);
  const say = (words: string) => {
    const status = figure.querySelector('[data-map-status]');
    if (status) status.textContent = words;
  };
  const places = provincesIn(outlines, lang);
  const stopResults = attachResults({ map, told, text, lang, places, say });
  attachMarks(map, told);
  followList(map, leaving.signal);
  followWindow(map, { figure, container, outlines, text, told, signal: leaving.signal });
  return {
    remove: () => {
      leaving.abort();
      stopResults();
      map.remove();
      container.remove();
      figure.querySelector('[data-map-here]')?.remove();
    },
  };
}

async function readOutlines(address: string): Promise<Outlines> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.json()) as Outlines;
}

/** Names are painted with the font of the page; painted before it is there, they would stay in another. */
async function loadFonts(): Promise<void> {
  await document.fonts.load('48px "Be Vietnam Pro"', 'Aă ẾƯđ');
}

async function readTiles({ basemap }: ToldMap): Promise<void> {
  if (!basemap) return;
  const { Protocol } = await import('pmtiles');
  addProtocol('pmtiles', new Protocol().tile);
}

interface Drawing {
  told: ToldMap;
  text: MapMessages;
  lang: 'vi' | 'en';
  outlines: Outlines;
}

const boundsOf = ([west, south, east, north]: Box): LngLatBounds =>
  new LngLatBounds([west, south], [east, north]);

function canvasIn(container: HTMLElement, { told, text, lang, outlines }: Drawing): Canvas {
  const map = new Canvas({
    container,
    style: mapStyle({ told, colours: readColours(), lang, outlines, origin: location.origin }),
    bounds: boundsOf(told.box ?? COUNTRY),
    maxBounds: boundsOf(BOUNDS),
    minZoom: 3,
    maxZoom: 14,
    locale: { 'Map.Title': text.map, ...text.controls },
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  return map;
}

function painted(map: Canvas): Promise<void> {
  return new Promise((resolve, reject) => {
    map.once('load', () => resolve());
    // A tile that fails later leaves a gap; only what happens before anything is seen is a failure.
    map.once('error', ({ error }) => (map.loaded() ? undefined : reject(error)));
  });
}

function attachMarks(map: Canvas, { marks }: ToldMap): void {
  for (const { lon, lat, label } of marks) {
    const element = document.createElement('div');
    element.className = 'map-chosen';
    const marker = new Marker({ element }).setLngLat([lon, lat]).addTo(map);
    marker.getElement().setAttribute('role', 'img');
    marker.getElement().setAttribute('aria-label', label);
  }
}

/** The entry of the list that the reader is at is shown on the map. */
function followList(map: Canvas, signal: AbortSignal): void {
  const element = document.createElement('div');
  element.className = 'map-chosen';
  const marker = new Marker({ element });
  watchList((at) => {
    if (at) marker.setLngLat(at).addTo(map);
    else marker.remove();
    element.setAttribute('aria-hidden', 'true');
  }, signal);
}

interface Window extends Pick<Drawing, 'told' | 'text' | 'outlines'> {
  figure: HTMLElement;
  container: HTMLElement;
  signal: AbortSignal;
}

/** Whatever part of the country is seen: the whole of it in a corner, and the search limited to it on demand only. */
function followWindow(map: Canvas, { figure, container, outlines, text, told }: Window): void {
  const drawing = figure.querySelector<SVGSVGElement>('.national-map');
  const showInset = drawing && attachInset(drawing, container, archipelagosIn(outlines));
  const here = told.search === undefined ? null : searchHere(figure, text);
  const update = (isMove: boolean): void => {
    const [[west, south], [east, north]] = map.getBounds().toArray();
    const window: Box = [west, south, east, north];
    showInset?.(window);
    if (!here) return;
    here.href = windowAddress(location.href, window);
    if (isMove) here.hidden = false;
  };
  map.on('moveend', (event) => update(event.originalEvent !== undefined || 'byReader' in event));
  update(false);
}

/** A link, so that it is followed like the filters of the page; it is offered once the map was moved. */
function searchHere(figure: HTMLElement, text: MapMessages): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'button';
  link.dataset.mapHere = '';
  link.hidden = true;
  link.textContent = text.searchHere;
  figure.querySelector('[data-map-open]')?.after(link);
  return link;
}
