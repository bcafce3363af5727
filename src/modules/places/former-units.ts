import { type FormerPart, isUnit, parseMergedFrom } from './merged-from.ts';
import {
  type AdminUnit,
  oldProvinceKey,
  provinceKey,
  REFORM_DAY,
  type Succession,
  wordsOfKey,
} from './unit.ts';
import { fullName, type TypedName } from './unit-type.ts';

/** A unit of today with the text that says what it was put together from. */
export interface MergedUnit {
  key: string;
  type: string;
  name: string;
  provinceCode: string;
  /** The province its land lay in until 30 June 2025; undefined where it is not known. */
  oldProvinceCode: string | undefined;
  mergedFrom: string;
  source: string;
}

export interface FormerUnits {
  units: AdminUnit[];
  successions: Succession[];
  /** What was no unit, by the key of the unit of today. */
  remainders: Map<string, string[]>;
}

const RESOLUTIONS = 'Nghị quyết của Ủy ban Thường vụ Quốc hội về sắp xếp đơn vị hành chính cấp xã năm 2025';
const UNSTATED_TYPE = 'đơn vị cấp xã';

/**
 * Units before 1 July 2025 that the lists of today's communes name. They have no code; one that is named by several
 * communes of today is one unit with several successors, told apart by province, type, name and stated district.
 */
export function formerUnits(merged: readonly MergedUnit[]): FormerUnits {
  const units = new Map<string, AdminUnit>();
  const successions = new Map<string, Succession>();
  const remainders = new Map<string, string[]>();
  for (const unit of merged) {
    const text = parseMergedFrom(unit.mergedFrom);
    const parts = text.kind === 'unchanged' ? [keptUnit(unit, text.verbatim)] : text.parts;
    const bits = parts.filter((part) => !isUnit(part)).map((part) => part.verbatim);
    if (bits.length > 0) remainders.set(unit.key, bits);
    for (const part of parts.filter(isUnit)) addPart(part, { unit, units, successions });
  }
  return {
    units: [...units.values()],
    successions: withSharedExtents([...successions.values()]),
    remainders,
  };
}

function keptUnit({ type, name }: MergedUnit, verbatim: string): FormerPart {
  return { verbatim, type: type as TypedName['type'], name, extent: 'whole', remarks: [], sharedWith: [] };
}

interface Target {
  unit: MergedUnit;
  units: Map<string, AdminUnit>;
  successions: Map<string, Succession>;
}

function addPart(part: FormerPart, { unit, units, successions }: Target): void {
  const parent = parentOf(unit);
  const district =
    part.district && namedUnit({ ...part.district, level: 'district', parent, source: unit.source });
  if (district && !units.has(district.key)) units.set(district.key, district);
  const former = namedUnit({
    type: part.type ?? UNSTATED_TYPE,
    name: part.name,
    // Islands were districts without communes: "Huyện Côn Đảo".
    level: part.type === 'huyện' ? 'district' : 'commune',
    parent: district?.key ?? parent,
    source: unit.source,
  });
  if (!units.has(former.key)) units.set(former.key, former);
  const pair = `${former.key} ${unit.key}`;
  const known = successions.get(pair);
  successions.set(pair, {
    predecessor: former.key,
    successor: unit.key,
    date: REFORM_DAY,
    extent: part.extent,
    verbatim: known ? `${known.verbatim}, ${part.verbatim}` : part.verbatim,
    legalBasis: RESOLUTIONS,
  });
}

/** The old province where it is known, else today's. */
function parentOf({ provinceCode, oldProvinceCode }: MergedUnit): string {
  return oldProvinceCode === undefined ? provinceKey(provinceCode) : oldProvinceKey(oldProvinceCode);
}

export interface NamedUnit {
  type: string;
  name: string;
  level: 'district' | 'commune';
  /** Key of the province or district it lay in. */
  parent: string;
  source: string;
}

/** A unit known by its name only, of the time until 30 June 2025. */
export function namedUnit({ type, name, level, parent, source }: NamedUnit): AdminUnit {
  const words = wordsOfKey(`${type} ${name}`);
  return {
    key: `named:${level}:${parent.replace(/^named:district:/, '')}:${words}`,
    scheme: 'named',
    code: null,
    level,
    type,
    name,
    fullName: type === UNSTATED_TYPE ? name : fullName({ type: type as TypedName['type'], name }),
    nameEn: null,
    from: null,
    to: REFORM_DAY,
    parent,
    lat: null,
    lon: null,
    area: null,
    population: null,
    note: null,
    source,
  };
}

/**
 * A unit named plainly in several lists cannot have gone whole to each: either it was shared, or two units bore the
 * name and the source does not tell them apart.
 */
function withSharedExtents(successions: readonly Succession[]): Succession[] {
  const counts = new Map<string, number>();
  for (const { predecessor } of successions) counts.set(predecessor, (counts.get(predecessor) ?? 0) + 1);
  return successions.map((succession) =>
    succession.extent === 'whole' && (counts.get(succession.predecessor) ?? 0) > 1
      ? { ...succession, extent: 'unstated' }
      : succession,
  );
}
