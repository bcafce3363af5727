import { type Map as Canvas, LngLatBounds, Marker } from 'maplibre-gl';
import type { Box } from '../../components/told-map.ts';
import { apart } from './apart.ts';
import { openPopup } from './popup.ts';
import type { Surroundings } from './surroundings.ts';
import { BY_READER, clustersAddress, showsProvinces } from './window.ts';

interface Spot {
  count: number;
  name: string;
  at: [number, number];
  choose(button: HTMLElement): void;
}

interface Cell {
  count: number;
  lat: number;
  lon: number;
  box: { west: number; south: number; east: number; north: number };
}

/** From this zoom on, or with so few results, a cluster opens as a list instead of coming nearer. */
const LIST_FROM = 12;
const LIST_UP_TO = 5;

/** Keeps the buttons with numbers up to date: by province on the overview, by cell further in. */
export function attachResults(around: Surroundings): () => void {
  let shown: Marker[] = [];
  let asking = new AbortController();
  const show = (spots: Spot[]): void => {
    for (const marker of shown) marker.remove();
    const pixels = ({ at }: Spot) => around.map.project(at);
    shown = apart(spots, pixels).map((spot) => markerOf(spot, around));
  };
  const update = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (showsProvinces(around.map.getZoom())) return show(provinceSpots(around));
    try {
      const cells = await cellsInWindow(around, signal);
      if (!signal.aborted) show(cells.map((cell) => cellSpot(cell, around)));
    } catch {
      if (!signal.aborted) around.say(around.text.stale);
    }
  };
  around.map.on('moveend', () => void update());
  around.map.on('click', 'provinces', ({ features }) => {
    const place = around.places.find(({ code }) => code === features?.[0]?.properties.province);
    if (place && showsProvinces(around.map.getZoom())) comeNearer(around.map, place.box);
  });
  void update();
  return () => asking.abort();
}

function markerOf({ count, name, at, choose }: Spot, { map, text, lang }: Surroundings): Marker {
  const button = document.createElement('button');
  const number = count.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');
  button.type = 'button';
  button.className = 'map-count';
  button.textContent = number;
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    choose(button);
  });
  const marker = new Marker({ element: button }).setLngLat(at).addTo(map);
  // The library names its own markers; the name of this one is what it stands for.
  button.setAttribute('aria-label', text.cluster(number, name));
  return marker;
}

function provinceSpots({ map, told, places }: Surroundings): Spot[] {
  return places.flatMap(({ code, name, at, box }) => {
    const count = told.counts[code] ?? 0;
    return count === 0 ? [] : [{ count, name, at, choose: () => comeNearer(map, box) }];
  });
}

async function cellsInWindow({ map, told }: Surroundings, signal: AbortSignal): Promise<Cell[]> {
  if (told.search === undefined) return [];
  const [[west, south], [east, north]] = map.getBounds().toArray();
  const address = clustersAddress({
    search: told.search,
    zoom: map.getZoom(),
    window: [west, south, east, north],
    limit: told.box,
  });
  if (address === null) return [];
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { clusters } = (await answer.json()) as { clusters: Cell[] };
  return clusters;
}

function cellSpot({ count, lat, lon, box }: Cell, around: Surroundings): Spot {
  const { map, places } = around;
  const extent: Box = [box.west, box.south, box.east, box.north];
  const [found] = map.queryRenderedFeatures(map.project([lon, lat]), { layers: ['provinces'] });
  const name = places.find(({ code }) => code === found?.properties.province)?.name ?? '';
  const isList = count <= LIST_UP_TO || map.getZoom() >= LIST_FROM;
  return {
    count,
    name,
    at: [lon, lat],
    choose: (button) =>
      isList
        ? void openPopup(around, { at: [lon, lat], box: extent, from: button })
        : comeNearer(map, extent),
  };
}

function comeNearer(map: Canvas, [west, south, east, north]: Box): void {
  const least = map.getZoom() + 1;
  const maxZoom = Math.max(least, LIST_FROM);
  map.fitBounds(new LngLatBounds([west, south], [east, north]), { padding: 24, maxZoom }, BY_READER);
  // The button goes with the overview it belongs to; the map is where the focus can stay.
  map.getCanvas().focus({ preventScroll: true });
}
