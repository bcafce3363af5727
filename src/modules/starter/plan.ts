import type { EraRow } from '#formats/era/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import { cell, type KeyedRow, type Row, type StarterData } from './data.ts';
import { datingOf } from './dating.ts';
import { attachFestival, type FestivalContext, festivalFields } from './festivals.ts';
import { holderBody, museumBody, museumTypes } from './holders.ts';
import { type IntangibleContext, ichTypes, intangibleFields } from './intangible.ts';
import { monumentFields } from './monuments.ts';
import { type ProvinceCodes, provinceCodes } from './place.ts';
import { addName, addSource, type Fields } from './statements.ts';
import { treasureBody } from './treasures.ts';
import { attachInscription, unescoFields, unescoReference } from './unesco.ts';

/** What bodies are built with: lists of codes, terms and eras. */
export interface Knowledge {
  catalogue: Catalogue;
  vocabularies: Vocabularies;
  eras: readonly EraRow[];
}

/** A record to be; several rows can describe one. `standard` is `kind@version`. */
interface PlannedRecord {
  key: string;
  pid: string;
  standard: string;
  fields: Fields;
  aliases: { scheme: string; value: string }[];
}

export interface Plan {
  records: Map<string, PlannedRecord>;
  /** The record of every row, supplements included, by the key of the row. */
  recordOf(key: string): PlannedRecord;
}

interface Building {
  data: StarterData;
  knowledge: Knowledge;
  codes: ProvinceCodes;
  records: Map<string, PlannedRecord>;
  /** Row key → key of the row whose record it shares. */
  shared: ReadonlyMap<string, string>;
}

/** Decides which rows are one record and puts the bodies together. */
export function planRecords(data: StarterData, knowledge: Knowledge): Plan {
  const records = new Map<string, PlannedRecord>();
  const building: Building = {
    data,
    knowledge,
    codes: provinceCodes(data),
    records,
    shared: sharedRows(data),
  };
  planMonuments(building);
  planIntangible(building);
  planUnesco(building);
  planFestivals(building);
  planHolders(building);
  planTreasures(building);
  const recordOf = (key: string) => recordIn(building, key);
  for (const key of building.shared.keys()) recordOf(key).aliases.push({ scheme: 'starter', value: key });
  return { records, recordOf };
}

function sharedRows({ sameHeritage, supplements, festivalLinks }: StarterData): Map<string, string> {
  return new Map([
    ...sameHeritage.map((row) => [cell(row, 'key'), cell(row, 'same_as')] as const),
    ...supplements.map((row) => [cell(row, 'key'), cell(row, 'base')] as const),
    ...festivalLinks
      .map((row) => [cell(row, 'key'), cell(row, 'record')] as const)
      .filter(([own, other]) => own !== other),
  ]);
}

function recordIn({ records, shared }: Building, key: string): PlannedRecord {
  const record = records.get(key) ?? records.get(shared.get(key) ?? '');
  if (record === undefined) throw new Error(`No record is planned for the starter row ${key}`);
  return record;
}

function enter(
  { records }: Building,
  row: KeyedRow,
  planned: { standard: string; fields: Fields },
): PlannedRecord {
  const record = { key: row.key, pid: row.pid, ...planned, aliases: [{ scheme: 'starter', value: row.key }] };
  records.set(row.key, record);
  return record;
}

function planMonuments(building: Building): void {
  const { data, codes, shared } = building;
  for (const row of [...data.specialMonuments, ...data.nationalMonuments]) {
    if (shared.has(row.key)) continue;
    const fields = monumentFields({ row, point: data.points.get(row.key), codes });
    enter(building, row, { standard: 'monument@1.0', fields });
  }
  for (const row of data.nationalMonuments.filter((candidate) => shared.has(candidate.key))) {
    const { fields } = recordIn(building, row.key);
    addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source: cell(row, 'source'), type: 'other' });
    addSource(fields, cell(row, 'source'));
  }
}

function planIntangible(building: Building): void {
  const { data, knowledge, codes } = building;
  const context: IntangibleContext = {
    types: ichTypes(knowledge.catalogue),
    vocabularies: knowledge.vocabularies,
    codes,
  };
  for (const row of data.intangible) {
    enter(building, row, { standard: 'intangible@1.0', fields: intangibleFields(row, context) });
  }
}

function planUnesco(building: Building): void {
  const { data, codes, shared } = building;
  for (const row of data.unesco) {
    const joined = shared.has(row.key);
    if (joined) attachInscription(recordIn(building, row.key).fields, row);
    else enter(building, row, unescoFields({ row, point: data.points.get(row.key), codes }));
    recordIn(building, row.key).aliases.push(...referenceAliases(row));
  }
}

/** "672ter" is also asked for as "672". */
function referenceAliases(row: Row): { scheme: string; value: string }[] {
  const reference = unescoReference(row);
  if (!reference) return [];
  const number = /^\d+/.exec(reference.value)?.[0] ?? reference.value;
  return [...new Set([reference.value, number])].map((value) => ({ scheme: reference.scheme, value }));
}

function planFestivals(building: Building): void {
  const { data, codes, shared } = building;
  const context: FestivalContext = {
    rules: new Map(data.festivalRules.map((row) => [cell(row, 'key'), row])),
    codes,
  };
  for (const row of data.festivals) {
    if (shared.has(row.key)) attachFestival(recordIn(building, row.key).fields, row, context);
    else enter(building, row, { standard: 'intangible@1.0', fields: festivalFields(row, context) });
  }
}

function planHolders(building: Building): void {
  const { data, knowledge, codes } = building;
  const types = museumTypes(knowledge.catalogue);
  for (const row of data.museums)
    enter(building, row, museumBody({ row, point: data.points.get(row.key), codes }, types));
  for (const row of data.holders) enter(building, row, holderBody(row, { codes }));
}

function planTreasures(building: Building): void {
  const { data, knowledge, codes } = building;
  const dating = datingOf(knowledge.vocabularies, knowledge.eras);
  const holders = new Map(
    data.holderLinks.map((row) => [cell(row, 'holding_institution'), cell(row, 'holder')]),
  );
  for (const row of data.treasures) {
    const { pid, standard } = recordIn(building, holders.get(cell(row, 'holding_institution')) ?? '');
    const holder = { pid, kind: standard.split('@')[0] ?? '' };
    enter(building, row, treasureBody({ row, point: data.points.get(row.key), codes, holder, dating }));
  }
}
