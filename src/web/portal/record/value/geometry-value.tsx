import { type GeoPoint, wgs84ToVn2000, type Zone, zones } from '#formats/geo/index.ts';
import type { RecordBody, Values } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { type ShownGeometry, shownGeometry } from '../public-geometry.ts';
import { valueMessages } from './messages.ts';
import { formatFixed } from './numbers.ts';
import type { ValueProps } from './value-props.ts';

type GeometryOf = Values['geometry'];

/** Zones of the national 3° division; each point belongs to the one with the nearest central meridian. */
const NATIONAL_ZONES = [5896, 5897, 5898];

type GeometryProps = ValueProps<'geometry'> & { body: RecordBody };

export function GeometryValue({ value, field, frame, body }: GeometryProps) {
  const { lang, catalogue } = frame;
  const shown = shownGeometry(value, body, frame);
  const role = catalogue.label(field.geometryRoles?.split('@')[0] ?? '', value.role, lang);
  return (
    <>
      {role}
      {shown.kind !== 'withheld' && <>: {degrees(shown, lang)} (WGS 84)</>}
    </>
  );
}

/** Plane coordinates of an exact place; of any other, why it is not exact. */
export function GeometryDetail({ value, frame, body }: GeometryProps) {
  const { lang } = frame;
  const shown = shownGeometry(value, body, frame);
  if (shown.kind === 'exact') return <PlaneNumbers value={value} point={shown.point} lang={lang} />;
  return <p class="meta">{valueMessages[lang].geometry.notice[noticeOf(shown)]}</p>;
}

function noticeOf(
  shown: Exclude<ShownGeometry, { kind: 'exact' }>,
): keyof (typeof valueMessages)['vi']['geometry']['notice'] {
  return shown.kind === 'withheld' ? 'withheld' : shown.precision;
}

/** Decimals that the precision bears: five are a metre, three name a cell of 1 km, two a commune or province. */
function decimalsOf(shown: Exclude<ShownGeometry, { kind: 'withheld' }>): number {
  if (shown.kind === 'exact') return 5;
  return shown.precision === 'approx-1km' ? 3 : 2;
}

function degrees(shown: Exclude<ShownGeometry, { kind: 'withheld' }>, lang: Lang): string {
  const decimals = decimalsOf(shown);
  const { lat, lon } = shown.point;
  return valueMessages[lang].geometry.degrees(
    formatFixed(lat, decimals, lang),
    formatFixed(lon, decimals, lang),
  );
}

/** Plane coordinates as surveyed, else converted into the national zone, so that they can be found on a cadastral map. */
function PlaneNumbers({ value, point, lang }: { value: GeometryOf; point: GeoPoint; lang: Lang }) {
  const text = valueMessages[lang].geometry;
  const precision =
    value.precisionMetres === undefined
      ? ''
      : ` · ${text.precision(formatFixed(value.precisionMetres, 0, lang))}`;
  const original = originalNumbers(value, lang);
  if (original !== undefined)
    return (
      <p class="meta">
        {text.original}: {original}
        {precision}
      </p>
    );
  const zone = nationalZone(point);
  const plane = zone && wgs84ToVn2000({ epsg: zone.epsg, ...point });
  if (!zone || plane?.kind !== 'converted') return null;
  const numbers = text.metres(formatFixed(plane.e, 0, lang), formatFixed(plane.n, 0, lang));
  return (
    <p class="meta">
      {zoneName(zone, lang)}: {numbers} ({text.converted}){precision}
    </p>
  );
}

function originalNumbers({ original, crs }: GeometryOf, lang: Lang): string | undefined {
  if (original === undefined) return undefined;
  if (typeof original === 'string') return original;
  const zone = zones.find((known) => `EPSG:${known.epsg}` === crs);
  const text = valueMessages[lang].geometry;
  const numbers = text.metres(
    formatFixed(Number(original.e), 1, lang),
    formatFixed(Number(original.n), 1, lang),
  );
  return `${zone ? zoneName(zone, lang) : crs}, ${numbers}`;
}

function nationalZone({ lon }: GeoPoint): Zone | undefined {
  return zones
    .filter((zone) => NATIONAL_ZONES.includes(zone.epsg))
    .toSorted((a, b) => Math.abs(a.centralMeridian - lon) - Math.abs(b.centralMeridian - lon))[0];
}

function zoneName(zone: Zone, lang: Lang): string {
  const text = valueMessages[lang].geometry;
  if (zone.datum !== 'VN-2000') return zone.name;
  const degrees = Math.floor(zone.centralMeridian);
  const minutes = String(Math.round((zone.centralMeridian - degrees) * 60)).padStart(2, '0');
  return text.zone(`${degrees}°${minutes}′`, zone.width);
}
