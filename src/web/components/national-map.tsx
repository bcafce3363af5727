import {
  type MapFeature,
  pathData,
  projectToSvg,
  type SvgProjection,
  type TerritoryMap,
} from '#formats/geo/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { tint } from './told-map.ts';

/** What a province shows on the map. */
export interface MapProvince {
  href: string;
  /** Number printed in the label and giving the tint; null draws plain land. */
  count: number | null;
  /** What a screen reader says in place of name and number: "Huế, 214 kết quả". */
  label?: string;
}

export interface MapMark {
  lat: number;
  lon: number;
  label: string;
}

export interface NationalMapProps {
  map: TerritoryMap;
  lang: Lang;
  /** Title for screen readers. */
  title: string;
  /** By province code; a province without an entry is drawn without a link. */
  provinces?: ReadonlyMap<string, MapProvince>;
  marks?: readonly MapMark[];
  /** Codes of provinces to set off from the others. */
  highlighted?: ReadonlySet<string>;
}

/** User units; the drawing scales with its box. */
const WIDTH = 640;
/** Outlines are drawn in steps of so many user units: finer ones cost a kilobyte a page and are not seen. */
const STEP = 2;

/**
 * The whole national territory as one SVG: provinces as links, Quần đảo Hoàng Sa and Quần đảo Trường Sa with their
 * province, Biển Đông (QCVN 80:2024/BTNMT). Every use of the map shows all of it, never a crop.
 */
export function NationalMap({
  map,
  lang,
  title,
  provinces = new Map(),
  marks = [],
  highlighted = new Set(),
}: NationalMapProps) {
  const { projection, shapes } = drawing(map);
  const height = Math.round(projection.height);
  return (
    <svg
      class="national-map"
      viewBox={`0 0 ${WIDTH} ${height}`}
      aria-labelledby="map-title"
      role={provinces.size > 0 ? 'group' : 'img'}
    >
      <title id="map-title">{title}</title>
      <rect class="map-sea" width={WIDTH} height={height} />
      <g transform={`scale(${STEP})`}>
        {shapes.provinces.map(({ feature, d }) => (
          <Province
            key={feature.code}
            d={d}
            name={feature.name[lang]}
            entry={provinces.get(feature.provinceCode)}
            highlighted={highlighted.has(feature.provinceCode)}
          />
        ))}
        {shapes.archipelagos.map(({ feature, d }) => (
          <path key={feature.code} class="map-islands" d={d} />
        ))}
      </g>
      {[...map.archipelagos, ...map.seas].map((feature) => (
        <Label key={feature.code} feature={feature} lang={lang} projection={projection} />
      ))}
      {marks.map((mark) => {
        const { x, y } = projection.project(mark);
        return (
          <g key={mark.label} class="map-mark">
            <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="9" />
            <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="3" />
          </g>
        );
      })}
    </svg>
  );
}

interface ProvinceProps {
  d: string;
  name: string;
  entry: MapProvince | undefined;
  highlighted: boolean;
}

function Province({ d, name, entry, highlighted }: ProvinceProps) {
  if (!entry) return <path class={highlighted ? 'map-land map-here' : 'map-land'} d={d} />;
  const { count, href } = entry;
  const label = entry.label ?? (count === null ? name : `${name}: ${count}`);
  return (
    <a href={href} aria-label={label}>
      <path class={`map-land ${count === null ? '' : `map-tint-${tint(count)}`}`} d={d}>
        <title>{label}</title>
      </path>
    </a>
  );
}

/** Below the middle of what it names; long labels in two lines, name above province. */
function Label({
  feature,
  lang,
  projection,
}: {
  feature: MapFeature;
  lang: Lang;
  projection: SvgProjection;
}) {
  const { x, y } = anchor(feature, projection);
  const [name = '', province] = feature.label[lang].split(/ (?=\()/);
  return (
    <text
      class={feature.kind === 'sea' ? 'map-label map-sea-label' : 'map-label'}
      x={x.toFixed(0)}
      y={y.toFixed(0)}
      text-anchor="middle"
    >
      <tspan>{name}</tspan>
      {province && (
        <tspan x={x.toFixed(0)} dy="1.25em">
          {province}
        </tspan>
      )}
    </text>
  );
}

function anchor(feature: MapFeature, projection: SvgProjection): { x: number; y: number } {
  const positions = positionsOf(feature);
  const points = positions.map(([lon, lat]) => projection.project({ lat, lon }));
  const xs = points.map((point) => point.x);
  const bottom = Math.max(...points.map((point) => point.y));
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  // The widest label is about 190 units; it must not leave the frame.
  return {
    x: Math.min(Math.max(middle, 100), WIDTH - 100),
    y: feature.kind === 'sea' ? bottom : bottom + 18,
  };
}

function positionsOf(feature: MapFeature): [number, number][] {
  return (feature.geometry.coordinates as unknown[])
    .flat(Number.POSITIVE_INFINITY)
    .reduce<[number, number][]>((pairs, value, index, flat) => {
      if (index % 2 === 0) pairs.push([Number(value), Number(flat[index + 1])]);
      return pairs;
    }, []);
}

interface Drawing {
  projection: SvgProjection;
  shapes: Record<'provinces' | 'archipelagos', { feature: MapFeature; d: string }[]>;
}

const drawings = new WeakMap<TerritoryMap, Drawing>();

/** Paths are the same on every page, so they are computed once per map. */
function drawing(map: TerritoryMap): Drawing {
  const known = drawings.get(map);
  if (known) return known;
  const projection = projectToSvg({ frame: map.frame, width: WIDTH });
  const coarse = projectToSvg({ frame: map.frame, width: WIDTH / STEP });
  const draw = (feature: MapFeature) => ({
    feature,
    d: pathData(feature.geometry, { projection: coarse, precision: 0 }),
  });
  const made = {
    projection,
    shapes: { provinces: map.provinces.map(draw), archipelagos: map.archipelagos.map(draw) },
  };
  drawings.set(map, made);
  return made;
}
