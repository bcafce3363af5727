import type { Operation } from '#modules/registry/index.ts';
import { cell, type KeyedRow, type StarterData } from './data.ts';
import { type DecisionIndex, indexDecisions } from './decisions.ts';
import { type DesignationOperation, nationalAct, supplementAct, unescoAct } from './designations.ts';
import type { OperationOf } from './operations.ts';
import type { Plan } from './plan.ts';

/** The changes that make the whole dataset, for a registry that has none of it. */
export interface StarterChanges {
  creates: OperationOf<'create'>[];
  decisions: OperationOf<'addDecision'>[];
  designations: DesignationOperation[];
  relations: OperationOf<'addRelation'>[];
}

export function starterChanges(data: StarterData, plan: Plan): StarterChanges {
  const { specialMonuments, nationalMonuments, treasures, intangible } = data;
  const decisions = indexDecisions([...specialMonuments, ...treasures, ...intangible, ...nationalMonuments]);
  return {
    creates: [...plan.records.values()].map(({ key, pid, standard, fields, aliases }) => ({
      op: 'create',
      body: { standard, fields },
      pid,
      starterKey: key,
      state: 'published',
      aliases,
    })),
    decisions: decisions.all,
    designations: designationsOf(data, plan, decisions),
    relations: relationsOf(data, plan),
  };
}

/** In the order in which they depend on each other. */
export function inOrder({ creates, decisions, designations, relations }: StarterChanges): Operation[] {
  return [...creates, ...decisions, ...designations, ...relations];
}

function designationsOf(data: StarterData, plan: Plan, decisions: DecisionIndex): DesignationOperation[] {
  const act = (list: string, placeColumn: string) => (row: KeyedRow) =>
    nationalAct({ row, pid: plan.recordOf(row.key).pid, list, place: cell(row, placeColumn), decisions });
  const supplements = new Map(data.supplements.map((row) => [cell(row, 'key'), cell(row, 'base')]));
  const added = data.specialMonuments.filter((row) => supplements.has(row.key));
  const national = data.nationalMonuments.filter((row) => !repeatsAct(data, row, decisions));
  return [
    ...data.specialMonuments
      .filter((row) => !added.includes(row))
      .map(act('QUOC_GIA_DAC_BIET', 'province_old')),
    ...national.map((row) => act(rankOf(row, decisions), 'place')(row)),
    ...data.treasures.map(act('BAO_VAT_QUOC_GIA', 'holding_institution')),
    ...data.intangible.map(act('DSVHPVT_QUOC_GIA', 'place_old')),
    ...data.unesco.map((row) =>
      unescoAct({ row, pid: plan.recordOf(row.key).pid, component: componentOf(data, row) }),
    ),
    ...added.map((row) => supplementAct(row, baseOf(data, supplements.get(row.key)), decisions)),
  ];
}

function baseOf({ specialMonuments }: StarterData, key: string | undefined): KeyedRow {
  const base = specialMonuments.find((candidate) => candidate.key === key);
  if (!base) throw new Error(`A supplement names ${key}, which is no monument of the list`);
  return base;
}

/** A decision of a province ranks a provincial monument, whatever list the row was found in. */
function rankOf(row: KeyedRow, decisions: DecisionIndex): string {
  return decisions.of(row)?.issuer === 'CHU_TICH_UBND_TINH' ? 'CAP_TINH' : 'QUOC_GIA';
}

/** A row that names the decision by which the monument it shares a record with was ranked adds no act. */
function repeatsAct(
  { sameHeritage, specialMonuments }: StarterData,
  row: KeyedRow,
  decisions: DecisionIndex,
): boolean {
  const other = sameHeritage.find((link) => cell(link, 'key') === row.key);
  const target = specialMonuments.find((candidate) => candidate.key === cell(other, 'same_as'));
  return target !== undefined && decisions.of(target) === decisions.of(row);
}

function componentOf({ sameHeritage }: StarterData, row: KeyedRow): string {
  return cell(
    sameHeritage.find((link) => cell(link, 'key') === row.key),
    'component',
  );
}

const LINKS = 'data/links';

function relationsOf(data: StarterData, plan: Plan): OperationOf<'addRelation'>[] {
  const pid = (key: string) => ({ pid: plan.recordOf(key).pid });
  const related = data.related.map(
    (row): OperationOf<'addRelation'> => ({
      op: 'addRelation',
      type: cell(row, 'type'),
      from: pid(cell(row, 'from')),
      to: pid(cell(row, 'to')),
      note: cell(row, 'reason_vi'),
      source: `${LINKS}/related.csv`,
    }),
  );
  const holders = new Map(data.holderLinks.map((row) => [cell(row, 'holding_institution'), row]));
  return [
    ...related,
    ...data.treasures.flatMap((row) => keeping(row, holders.get(cell(row, 'holding_institution')))),
  ];

  function keeping(
    row: KeyedRow,
    link: StarterData['holderLinks'][number] | undefined,
  ): OperationOf<'addRelation'>[] {
    const place = cell(link, 'located_at');
    const common = { op: 'addRelation', from: { pid: row.pid }, source: `${LINKS}/holders.csv` } as const;
    const note = cell(row, 'holding_institution');
    const housed = { ...common, type: 'housedIn', to: pid(cell(link, 'holder')), note };
    return place === '' ? [housed] : [housed, { ...common, type: 'locatedAt', to: pid(place), note }];
  }
}
