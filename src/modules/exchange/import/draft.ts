import { isDeepStrictEqual } from 'node:util';
import {
  type CurrentRecord,
  currentRecords,
  type RecordKind,
  recordIdsByAlias,
  recordIdsByPid,
} from '#modules/registry/index.ts';
import type { RecordBody } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { unitNames } from '../cells/place-cells.ts';
import { type CellProblem, problem } from '../cells/problem.ts';
import type { SheetPlan } from '../sheet/plan.ts';
import { readRecordCell } from '../sheet/record-cell.ts';
import { type RowProblem, readRow } from '../sheet/row.ts';
import { type Authority, type RecordKey, type RowKey, readRowKey } from '../sheet/row-key.ts';
import type { PlaceNames } from './place-names.ts';
import type { DraftRow, RowDraft } from './row-draft.ts';

export interface SheetRow {
  line: number;
  cells: string[];
  /** What the reader of the sheet found wrong with its cells. */
  faults?: RowProblem[];
}

export interface Drafting {
  db: Db;
  authority: Authority;
  plan: SheetPlan;
  kind: RecordKind;
  /** The standard of new records, as `kind@version`. */
  standard: string;
  /** New records are published as they are made, and are judged as such. */
  published?: boolean;
  knowledge: CellKnowledge;
  places: PlaceNames;
  /** The line that each key was met on, over the whole sheet. */
  lineOfKey: Map<string, number>;
}

/** Reads rows against the records as they are now. Nothing is written; what changes meanwhile is noticed later. */
export async function draftRows(rows: readonly SheetRow[], drafting: Drafting): Promise<DraftRow[]> {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, drafting) }));
  await drafting.places.prepare(namesIn(rows, drafting.plan));
  const records = await recordsOf(
    keyed.flatMap(({ key }) => (key.kind === 'key' ? [key] : [])),
    drafting.db,
  );
  return keyed.map(({ row, key }) => draftRow(row, { key, records, drafting }));
}

function keyOf({ cells }: SheetRow, { plan, authority }: Drafting): RowKey {
  return plan.keyCell === undefined ? { kind: 'none' } : readRowKey(cells[plan.keyCell] ?? '', authority);
}

function namesIn(rows: readonly SheetRow[], { groups }: SheetPlan): Set<string> {
  const columns = groups.flatMap(({ group, cells, constants }) =>
    group.field.datatype === 'place'
      ? group.columns.flatMap(({ part }, index) =>
          part === 'units' ? [{ cell: cells[index], constant: constants.get(index) }] : [],
        )
      : [],
  );
  return new Set(
    columns.flatMap(({ cell, constant = '' }) =>
      cell === undefined ? unitNames(constant) : rows.flatMap(({ cells }) => unitNames(cells[cell] ?? '')),
    ),
  );
}

async function recordsOf(keys: readonly RecordKey[], db: Db): Promise<Map<string, CurrentRecord>> {
  const byPid = await recordIdsByPid(
    db,
    keys.map(({ pid }) => pid),
  );
  const byAlias = await recordIdsByAlias(db, keys);
  const ids = new Map(
    keys.flatMap(({ text, pid, scheme, value }) => {
      const id = byPid.get(pid) ?? byAlias.get(`${scheme}:${value}`);
      return id === undefined ? [] : [[text, id] as const];
    }),
  );
  const records = new Map(
    (await currentRecords(db, [...new Set(ids.values())])).map((record) => [record.id, record]),
  );
  return new Map(
    [...ids].flatMap(([text, id]) => {
      const record = records.get(id);
      return record ? [[text, record] as const] : [];
    }),
  );
}

interface Situation {
  key: RowKey;
  records: ReadonlyMap<string, CurrentRecord>;
  drafting: Drafting;
}

function draftRow({ faults, ...row }: SheetRow, { key, records, drafting }: Situation): DraftRow {
  if (faults) return rejected(row, faults);
  if (key.kind === 'problem') return rejected(row, [keyProblemOf(key.problem, drafting.plan)]);
  const keyed = { key, record: key.kind === 'key' ? records.get(key.text) : undefined, drafting };
  const found = keyProblem(row, keyed);
  return found ? rejected(row, [keyProblemOf(found, drafting.plan)]) : readOver(row, keyed);
}

interface Keyed {
  key: Exclude<RowKey, { kind: 'problem' }>;
  record: CurrentRecord | undefined;
  drafting: Drafting;
}

function keyProblem({ line }: SheetRow, { key, record, drafting }: Keyed): CellProblem | undefined {
  if (key.kind === 'none') return undefined;
  const { lineOfKey, kind } = drafting;
  const alias = `${key.scheme}:${key.value}`;
  const identity = record ? `#${record.id}` : key.names === 'own' ? key.pid : alias;
  const before = lineOfKey.get(identity);
  if (before !== undefined) return problem('repeated-row', { line: before, given: key.text });
  lineOfKey.set(identity, line);
  if (record === undefined)
    return key.names === 'starter' ? problem('unknown-record', { given: key.text }) : undefined;
  return record.kind === kind ? undefined : problem('other-kind', { pid: record.pid, kind: record.kind });
}

function keyProblemOf(found: CellProblem, { keyCell, header }: SheetPlan): RowProblem {
  return { ...found, column: header[keyCell ?? -1] ?? '', pointer: '' };
}

function readOver(row: SheetRow, { key, record, drafting }: Keyed): DraftRow {
  const { plan, knowledge } = drafting;
  const kept = readRecordCell(plan.recordCell === undefined ? '' : (row.cells[plan.recordCell] ?? ''));
  if (kept.kind === 'broken') {
    const column = plan.header[plan.recordCell ?? -1] ?? '';
    return rejected(row, [{ ...problem('broken-record-cell'), column, pointer: '' }]);
  }
  const standard = kept.kind === 'record' ? kept.standard : drafting.standard;
  const current: RecordBody = record?.body ?? { standard, fields: {} };
  const base = kept.kind === 'record' ? { standard, fields: { ...current.fields, ...kept.rest } } : current;
  const read = readRow(row.cells, { plan, knowledge, current, base });
  if (read.kind === 'rejected') return rejected(row, read.problems);
  if (record === undefined)
    return { ...row, draft: creation(read.body, key, drafting), changes: read.changes };
  if (isDeepStrictEqual(read.body, current))
    return { ...row, draft: { kind: 'unchanged', pid: record.pid }, changes: [] };
  if (kept.kind === 'record' && kept.version !== record.version) {
    const words = { pid: record.pid, exported: kept.version, current: record.version };
    return rejected(row, [{ ...problem('edited-since', words), column: '', pointer: '' }]);
  }
  const { pid, version } = record;
  return { ...row, draft: { kind: 'update', pid, version, body: read.body }, changes: read.changes };
}

function creation(body: RecordBody, key: Keyed['key'], { published }: Drafting): RowDraft {
  const state = published ? { state: 'published' as const } : {};
  if (key.kind === 'none') return { kind: 'create', body, aliases: [], ...state };
  if (key.names === 'own') return { kind: 'create', body, pid: key.pid, aliases: [], ...state };
  return { kind: 'create', body, aliases: [{ scheme: key.scheme, value: key.value }], ...state };
}

function rejected(row: SheetRow, problems: RowProblem[]): DraftRow {
  return { ...row, draft: { kind: 'rejected', problems }, changes: [] };
}
