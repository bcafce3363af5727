import { normaliseBody } from './body.ts';
import { type Catalogue, fieldMap, standardReference } from './catalogue.ts';
import { groupNames } from './integrity.ts';
import type { CodeList, LocalizedLabel, MigrationStep, RecordStandard } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';
import { textOf } from './value-text.ts';
import { compareVersions } from './version.ts';

/** A statement that no declared step can carry over by itself; `options` are the codes to choose from. */
export interface MigrationChoice {
  field: string;
  statement: Statement;
  reason: 'several-codes' | 'no-code' | 'not-splittable';
  options: readonly string[];
}

/** What a `drop` step took out, with its label at the time, so that nothing vanishes unseen. */
export interface DroppedField {
  field: string;
  label: LocalizedLabel;
  statements: readonly Statement[];
  keptIn: string | undefined;
}

/**
 * `needs-choice`: `body` is migrated except for the statements listed in `choices`; migrating the original
 * again with `decisions` (statement id → code, or null to leave it out) finishes it.
 */
export type Migration =
  | { kind: 'migrated'; body: RecordBody; dropped: DroppedField[] }
  | { kind: 'needs-choice'; body: RecordBody; dropped: DroppedField[]; choices: MigrationChoice[] }
  | { kind: 'no-path'; from: string; to: string };

export interface MigrationRequest {
  from: RecordStandard;
  to: RecordStandard;
  catalogue: Catalogue;
  decisions?: Readonly<Record<string, string | null>>;
}

interface Work {
  fields: Map<string, Statement[]>;
  former: RecordStandard;
  catalogue: Catalogue;
  decisions: Readonly<Record<string, string | null>>;
  choices: MigrationChoice[];
  dropped: DroppedField[];
}

/** Carries a body through the declared steps of every version after `from` up to `to`. Pure: `body` is not changed. */
export function migrateBody(
  body: RecordBody,
  { from, to, catalogue, decisions = {} }: MigrationRequest,
): Migration {
  const path = catalogue
    .versions(to.kind)
    .filter(
      (s) => compareVersions(s.version, from.version) > 0 && compareVersions(s.version, to.version) <= 0,
    );
  const reference = standardReference(from);
  if (from.kind !== to.kind || body.standard !== reference || path.at(-1)?.version !== to.version) {
    return { kind: 'no-path', from: body.standard, to: standardReference(to) };
  }
  const fields = new Map(Object.entries(structuredClone(body.fields)));
  const work: Work = { fields, former: from, catalogue, decisions, choices: [], dropped: [] };
  for (const version of path) {
    for (const step of version.migrations) applyStep(step, work);
    work.former = version;
  }
  const { choices, dropped } = work;
  const migrated = normaliseBody({
    standard: standardReference(to),
    fields: Object.fromEntries(work.fields),
  });
  return choices.length === 0
    ? { kind: 'migrated', body: migrated, dropped }
    : { kind: 'needs-choice', body: migrated, dropped, choices };
}

function applyStep(step: MigrationStep, work: Work): void {
  switch (step.op) {
    case 'rename':
      appendTo(work, step.to, take(work, step.from));
      break;
    case 'default':
      fillDefault(step, work);
      break;
    case 'drop':
      dropField(step, work);
      break;
    case 'split':
      splitField(step, work);
      break;
    case 'mapTerm':
      mapTerms(step, work);
      break;
  }
}

function take(work: Work, field: string): Statement[] {
  const list = work.fields.get(field) ?? [];
  work.fields.delete(field);
  return list;
}

function appendTo(work: Work, field: string, list: Statement[]): void {
  if (list.length > 0) work.fields.set(field, [...(work.fields.get(field) ?? []), ...list]);
}

type Step<Op extends MigrationStep['op']> = Extract<MigrationStep, { op: Op }>;

function fillDefault({ field, value }: Step<'default'>, work: Work): void {
  if ((work.fields.get(field) ?? []).length === 0) appendTo(work, field, [{ id: `default-${field}`, value }]);
}

function dropField({ field, keepIn }: Step<'drop'>, work: Work): void {
  const list = take(work, field);
  if (list.length === 0) return;
  const label = fieldMap(work.former).get(field)?.label ?? { vi: field, en: field };
  work.dropped.push({ field, label, statements: list, keptIn: keepIn });
  const texts = list.filter((statement) => textOf(statement.value) !== '');
  if (keepIn) {
    const notes = texts.map((s) => ({
      ...s,
      value: `${label.vi}: ${textOf(s.value)}`,
      lang: s.lang ?? 'vi',
    }));
    appendTo(work, keepIn, notes);
  }
}

function splitField({ from, pattern }: Step<'split'>, work: Work): void {
  const expression = new RegExp(pattern, 'u');
  const targets = groupNames(pattern);
  for (const statement of take(work, from)) {
    const parts = expression.exec(textOf(statement.value))?.groups;
    if (statement.value !== undefined && !parts) {
      if (work.decisions[statement.id] === null) continue;
      work.choices.push({ field: from, statement, reason: 'not-splittable', options: targets });
    }
    for (const target of targets) {
      const value = parts?.[target]?.trim();
      if (value) appendTo(work, target, [{ ...statement, id: `${statement.id}-${target}`, value }]);
    }
  }
}

function mapTerms({ field, scheme, from, to }: Step<'mapTerm'>, work: Work): void {
  const list = work.catalogue.codeList(scheme, to);
  if (!list) return;
  const mapped = take(work, field).flatMap((statement) => {
    if (typeof statement.value !== 'string') return [statement];
    const options = newCodes(statement.value, list, from);
    const code = options.length === 1 ? options[0] : decision(statement, list, work);
    if (code === null) return [];
    if (code !== undefined) return [{ ...statement, value: code }];
    const reason = options.length === 0 ? 'no-code' : 'several-codes';
    const offered = options.length === 0 ? list.codes.map((c) => c.code) : options;
    work.choices.push({ field, statement, reason, options: offered });
    return [];
  });
  appendTo(work, field, mergedTerms(mapped));
}

/** The decision taken for a statement: a code of the new list, null for leaving it out, undefined for none. */
function decision({ id }: Statement, list: CodeList, { decisions }: Work): string | null | undefined {
  const chosen = Object.hasOwn(decisions, id) ? decisions[id] : undefined;
  return chosen === null || list.codes.some((candidate) => candidate.code === chosen) ? chosen : undefined;
}

/** The codes of the new list that an old code may become: the declared mapping, else the same code. */
function newCodes(code: string, list: CodeList, from: string): readonly string[] {
  const pairs = list.mapsFrom?.find((mapping) => mapping.version === from)?.pairs ?? [];
  const mapped = pairs.filter((pair) => pair.from === code).flatMap((pair) => pair.to);
  if (mapped.length > 0) return mapped;
  return list.codes.some((candidate) => candidate.code === code) ? [code] : [];
}

/** Two old codes that became one (language and oral literature → oral expressions) leave one statement. */
function mergedTerms(list: Statement[]): Statement[] {
  const same = Map.groupBy(list, (s) => JSON.stringify([s.value ?? s.id, s.from, s.to]));
  return [...same.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const source = [...new Set(group.flatMap((statement) => statement.source ?? []))];
    const note = [...new Set(group.flatMap((statement) => statement.note ?? []))].join('; ');
    return [{ ...first, ...(source.length > 0 ? { source } : {}), ...(note === '' ? {} : { note }) }];
  });
}
