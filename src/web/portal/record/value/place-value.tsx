import { ADDRESSES } from '#web/layout/index.ts';
import type { RecordFrame, UnitName } from '../frame.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

/** A place with today's names first, then the names until the reform of 1 July 2025, then the words of the source. */
export function PlaceValue({ value, frame }: ValueProps<'place'>) {
  const text = valueMessages[frame.lang].place;
  const now = named(value.units, frame.units);
  const before = named(value.historicUnits, frame.formerUnits);
  return (
    <>
      {now.length > 0 && <UnitLinks units={now} frame={frame} />}
      {before.length > 0 && (
        <p class="meta">
          {text.before}: {before.map((unit) => unit.name).join(', ')}
        </p>
      )}
      {value.verbatim && (
        <p class={now.length > 0 ? 'meta' : undefined} lang="vi">
          {now.length > 0 && <span lang={frame.lang}>{text.verbatim}: </span>}
          {value.verbatim}
        </p>
      )}
    </>
  );
}

function UnitLinks({ units, frame }: { units: UnitName[]; frame: RecordFrame }) {
  const search = ADDRESSES.search[frame.lang];
  return (
    <p>
      {units.map((unit, index) => (
        <span key={unit.code}>
          {index > 0 && ', '}
          <a href={`${search}?place=${encodeURIComponent(unit.code)}`} lang="vi">
            {unit.name}
          </a>
        </span>
      ))}
    </p>
  );
}

/** Communes before provinces, as an address is written; an unknown code shows itself. */
function named(codes: readonly string[] | undefined, units: ReadonlyMap<string, UnitName>): UnitName[] {
  const found = (codes ?? []).map(
    (code) => units.get(code) ?? { code, name: code, isProvince: code.length === 2 },
  );
  return found.toSorted((a, b) => Number(a.isProvince) - Number(b.isProvince));
}
