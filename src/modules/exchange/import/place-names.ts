import {
  nearUnits,
  resolvePlaceName,
  successors,
  type Unit,
  unitOn,
  unitsByKey,
} from '#modules/places/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { PlaceMatch } from '../cells/knowledge.ts';

/** Names of administrative units, looked up before the rows that use them are read. */
export interface PlaceNames {
  prepare(texts: Iterable<string>): Promise<void>;
  find(text: string): PlaceMatch;
}

/** What a cell may say of a unit: a code of today, or a name, alone or with what it lies in behind commas. */
export function placeNames(db: Db, today: string): PlaceNames {
  const known = new Map<string, PlaceMatch>();
  return {
    prepare: async (texts) => {
      for (const text of texts) if (!known.has(text)) known.set(text, await matchPlace(db, text, today));
    },
    find: (text) => known.get(text) ?? { kind: 'unknown' },
  };
}

async function matchPlace(db: Db, text: string, today: string): Promise<PlaceMatch> {
  if (/^\d+$/.test(text)) return await matchCode(db, text, today);
  const [name = '', ...around] = text.split(',').map((part) => part.trim());
  const named = await resolvePlaceName(db, name);
  const units = await within(db, named, around.filter(Boolean));
  const [unit, ...others] = meant(spelledAs(units, name));
  if (unit === undefined) return await nearest(db, { named, name, around: around.filter(Boolean) });
  return others.length === 0 ? await matchUnit(db, unit) : await ambiguous(db, [unit, ...others]);
}

const MOST_SUGGESTIONS = 3;

/** The units of that name, where what they should lie in does not hold; else those whose name is spelled much alike. */
async function nearest(
  db: Db,
  { named, name, around }: { named: readonly Unit[]; name: string; around: readonly string[] },
): Promise<PlaceMatch> {
  const alike = named.length > 0 ? named : await nearUnits(db, name);
  const inside = await within(db, alike, around);
  const living = (inside.length > 0 ? inside : alike).filter((unit) => unit.to === null);
  if (living.length === 0) return { kind: 'unknown' };
  return { kind: 'unknown', near: await described(db, living.slice(0, MOST_SUGGESTIONS)) };
}

/** Provinces have two digits, communes five. Leading zeros that a spreadsheet dropped cannot be told from others. */
async function matchCode(db: Db, code: string, today: string): Promise<PlaceMatch> {
  const level = code.length === 2 ? 'province' : 'commune';
  const unit = await unitOn(db, { level, code, date: today });
  return unit ? { kind: 'units', units: [code], historicUnits: [] } : { kind: 'unknown' };
}

/** Of several units of one name, those that lie in what is named behind them. */
async function within(db: Db, units: readonly Unit[], around: readonly string[]): Promise<Unit[]> {
  let left = [...units];
  for (const name of around) {
    const keys = new Set((await resolvePlaceName(db, name)).map((unit) => unit.key));
    const inside: Unit[] = [];
    for (const unit of left) if (await liesIn(db, unit, keys)) inside.push(unit);
    left = inside;
  }
  return left;
}

async function liesIn(db: Db, unit: Unit, keys: ReadonlySet<string>): Promise<boolean> {
  for (let above = unit.parent; above !== null; ) {
    if (keys.has(above)) return true;
    const [parent] = await unitsByKey(db, [above]);
    above = parent?.parent ?? null;
  }
  return false;
}

/** "Tân Thành" is not "Tân Thanh" where both are there; without its marks it is either. */
function spelledAs(units: readonly Unit[], name: string): readonly Unit[] {
  const wanted = name.normalize('NFC').toLocaleLowerCase('vi');
  const exact = units.filter(({ name: own, fullName }) =>
    [own, fullName].some(
      (text) =>
        text.toLocaleLowerCase('vi') === wanted || wanted.endsWith(` ${text.toLocaleLowerCase('vi')}`),
    ),
  );
  return exact.length > 0 ? exact : units;
}

/** A bare name means a province where there is one, of today before one of the past; then a unit that still exists. */
function meant(units: readonly Unit[]): Unit[] {
  const provinces = units.filter((unit) => unit.level === 'province');
  const candidates = provinces.length > 0 ? provinces : units;
  const living = candidates.filter((unit) => unit.to === null);
  return living.length > 0 ? living : [...candidates];
}

/** A unit of the past stands with its code and with the one unit that took its land over. */
async function matchUnit(db: Db, unit: Unit): Promise<PlaceMatch> {
  if (unit.to === null && unit.code !== null) return { kind: 'units', units: [unit.code], historicUnits: [] };
  const historicUnits = unit.level === 'province' && unit.code !== null ? [unit.code] : [];
  const heirs = (await successors(db, unit.key)).filter((heir) => heir.to === null && heir.code !== null);
  const [heir, ...others] = heirs;
  if (heir && others.length === 0) return { kind: 'units', units: [heir.code ?? ''], historicUnits };
  if (historicUnits.length > 0) return { kind: 'units', units: [], historicUnits };
  return heirs.length > 0 ? await ambiguous(db, heirs) : { kind: 'unknown' };
}

async function ambiguous(db: Db, units: readonly Unit[]): Promise<PlaceMatch> {
  return { kind: 'ambiguous', candidates: await described(db, units) };
}

/** Codes with names, and what each unit lies in. */
async function described(db: Db, units: readonly Unit[]): Promise<string[]> {
  const parents = await unitsByKey(db, [...new Set(units.flatMap(({ parent }) => parent ?? []))]);
  const nameOf = new Map(parents.map(({ key, fullName }) => [key, fullName]));
  return units.map(({ code, fullName, parent }) => {
    const where = [fullName, nameOf.get(parent ?? '')].filter(Boolean).join(', ');
    return code === null ? where : `${code} (${where})`;
  });
}
