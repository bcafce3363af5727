import { ADDRESSES } from '#web/layout/index.ts';
import type { RecordFrame, UnitName } from '../frame.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

/** A place under its name of today, else in the words of the source. */
export function PlaceValue({ value, frame }: ValueProps<'place'>) {
  const now = named(value.units, frame.units);
  if (now.length > 0) return <UnitLinks units={now} frame={frame} />;
  return <span lang="vi">{value.verbatim}</span>;
}

/** The names until the reform of 1 July 2025, and the words of the source. */
export function PlaceHistory({ value, frame }: ValueProps<'place'>) {
  const text = valueMessages[frame.lang].place;
  const before = named(value.historicUnits, frame.formerUnits);
  const stated = (value.units?.length ?? 0) > 0 ? value.verbatim : undefined;
  return (
    <>
      {before.length > 0 && (
        <p class="meta">
          {text.before}: <UnitLinks units={before} frame={frame} prefix="former-" />
        </p>
      )}
      {stated !== undefined && (
        <p class="meta">
          {text.verbatim}: <span lang="vi">{stated}</span>
        </p>
      )}
    </>
  );
}

interface UnitLinksProps {
  units: UnitName[];
  frame: RecordFrame;
  /** Codes of the 63 provinces overlap with those of the 34; the search tells them apart by this. */
  prefix?: string;
}

function UnitLinks({ units, frame, prefix = '' }: UnitLinksProps) {
  const search = ADDRESSES.search[frame.lang];
  return units.map((unit, index) => (
    <span key={unit.code}>
      {index > 0 && ', '}
      <a href={unit.href ?? `${search}?place=${prefix}${encodeURIComponent(unit.code)}`}>{unit.name}</a>
    </span>
  ));
}

/** Communes before provinces, as an address is written; an unknown code shows itself. */
function named(codes: readonly string[] | undefined, units: ReadonlyMap<string, UnitName>): UnitName[] {
  const found = (codes ?? []).map(
    (code) => units.get(code) ?? { code, name: code, isProvince: code.length === 2 },
  );
  return found.toSorted((a, b) => Number(a.isProvince) - Number(b.isProvince));
}
