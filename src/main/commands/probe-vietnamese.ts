import Type, { type Static, type TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { dayFromIso } from '#formats/dates/index.ts';
import { type EraRow, resolveEra } from '#formats/era/index.ts';
import { vn2000ToWgs84, wgs84ToVn2000 } from '#formats/geo/index.ts';
import { decodeBytes } from '#formats/legacy-encoding/index.ts';
import { toLunar, toSolar } from '#formats/lunar/index.ts';
import { compareVietnamese, foldFully, sameSpelling } from '#formats/vietnamese/index.ts';

export type ProbeOutcome = { kind: 'answer'; value: unknown } | { kind: 'refused'; reason: string };
export type Probe = (input: unknown) => ProbeOutcome;

const text = Type.String();
const texts = Type.Array(Type.String());
const lunarDay = Type.Object({
  year: Type.Integer(),
  month: Type.Integer(),
  day: Type.Integer(),
  leap: Type.Boolean(),
});
const planePoint = Type.Object({ epsg: Type.Integer(), e: Type.Number(), n: Type.Number() });
const geoPoint = Type.Object({ epsg: Type.Integer(), lat: Type.Number(), lon: Type.Number() });
const bytes = Type.Object({ bytes: Type.String() });

/** The probes of contracts.md `probe vn KIND`: one JSON value in, one out. */
export function vietnameseProbes(eras: readonly EraRow[]): Record<string, Probe> {
  return {
    fold: reads(text, (input) => answer(foldFully(input))),
    sort: reads(texts, (input) => answer(input.toSorted(compareVietnamese))),
    same: reads(texts, ([a = '', b = '']) => answer(sameSpelling(a, b))),
    lunar: reads(text, lunar),
    solar: reads(lunarDay, solar),
    vn2000: reads(planePoint, toGeographic),
    wgs84: reads(geoPoint, toPlane),
    era: reads(text, (input) => era(input, eras)),
    decode: reads(bytes, (input) => decode(input.bytes)),
  };
}

function reads<T extends TSchema>(schema: T, probe: (input: Static<T>) => ProbeOutcome): Probe {
  return (input) =>
    Check(schema, input) ? probe(input) : refused('the input has not the form of this probe');
}

function answer(value: unknown): ProbeOutcome {
  return { kind: 'answer', value };
}

function refused(reason: string): ProbeOutcome {
  return { kind: 'refused', reason };
}

function lunar(iso: string): ProbeOutcome {
  const day = dayFromIso(iso);
  if (day === null) return refused(`no such date: ${iso}`);
  const { kind, ...date } = toLunar(day);
  return kind === 'lunar-date' ? answer(date) : refused('the calendar is computed for 1200 to 2199');
}

function solar(input: Static<typeof lunarDay>): ProbeOutcome {
  const outcome = toSolar(input);
  if (outcome.kind === 'date') return answer(outcome.iso);
  return refused(
    outcome.kind === 'no-such-day' ? outcome.reason : 'the calendar is computed for 1200 to 2199',
  );
}

// A point just beyond the frame is still converted: the frame is a rule for records, not for arithmetic.
function toGeographic(input: Static<typeof planePoint>): ProbeOutcome {
  const outcome = vn2000ToWgs84(input);
  const point = outcome.kind === 'converted' ? outcome : outcome.point;
  return point ? answer({ lat: point.lat, lon: point.lon }) : refused(outcome.kind);
}

function toPlane(input: Static<typeof geoPoint>): ProbeOutcome {
  const outcome = wgs84ToVn2000(input);
  const plane = outcome.kind === 'converted' ? outcome : outcome.plane;
  return plane ? answer({ e: plane.e, n: plane.n }) : refused(outcome.kind);
}

function era(input: string, eras: readonly EraRow[]): ProbeOutcome {
  const outcome = resolveEra(input, eras);
  if (outcome.kind !== 'date')
    return refused(outcome.kind === 'refused' ? outcome.reason : 'no reign-era date');
  const { kind, ...date } = outcome;
  return answer(date);
}

function decode(base64: string): ProbeOutcome {
  const outcome = decodeBytes(Buffer.from(base64, 'base64'));
  if (outcome.kind !== 'decoded') return refused(`no known encoding; not UTF-8 from byte ${outcome.offset}`);
  return answer({ encoding: outcome.encoding, text: outcome.text, confidence: outcome.confidence });
}
