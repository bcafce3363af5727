import type { Item, OperationOf } from '../changeset/operation.ts';
import { readRecords } from '../changeset/touches.ts';
import { voidThings } from '../changeset/void-store.ts';
import { count, countChange, markChanged, openRecord, refuse, type Writing } from '../changeset/writing.ts';
import { findDecisions } from '../decision/decision-store.ts';
import { conflict, issue } from '../messages.ts';
import type { Refusal } from '../outcome.ts';
import { designationIssues, mayFollow, type NewDesignation } from './designation.ts';
import {
  type DesignationRow,
  findDesignations,
  followersOf,
  insertDesignations,
  insertMembers,
  type KnownDesignation,
  type MemberRow,
  membersOf,
} from './designation-store.ts';

type AddItem = Item<OperationOf<'addDesignation'>>;
type Members = Omit<MemberRow, 'designationId'>[];
type Entry = { index: number; row: DesignationRow; members: Members };

/** What the acts of a batch point to. */
interface Surroundings {
  decisions: ReadonlyMap<string, { id: number }>;
  byKey: ReadonlyMap<string, KnownDesignation>;
  byId: ReadonlyMap<number, KnownDesignation>;
  /** Records that are members of an act, as `act record`. */
  members: ReadonlySet<string>;
}

export async function addDesignations(writing: Writing, items: readonly AddItem[]): Promise<void> {
  const surroundings = await readSurroundings(writing, items);
  const entries = items.flatMap((item) => entryOf(writing, item, surroundings));
  if (entries.length === 0) return;
  const { trx, changesetId } = writing;
  const ids = await insertDesignations(
    trx,
    entries.map((entry) => entry.row),
    changesetId,
  );
  const members = entries.flatMap((entry, i) =>
    entry.members.map((member) => ({ ...member, designationId: ids[i] ?? 0 })),
  );
  await insertMembers(trx, members, changesetId);
  countChange(writing, 'designations', entries.length);
  markChanged(
    writing,
    members.map((member) => member.recordId),
  );
  await markMembersOfTargets(writing, entries);
}

/** A revocation of a whole act changes what is said of every member of that act. */
async function markMembersOfTargets(writing: Writing, entries: readonly Entry[]): Promise<void> {
  const targets = entries.filter(({ members }) => members.length === 0).flatMap(({ row }) => row.of ?? []);
  if (targets.length === 0) return;
  const recordIds = (await membersOf(writing.trx, targets)).map((member) => member.recordId);
  await readRecords(writing, recordIds);
  markChanged(writing, recordIds);
}

async function readSurroundings({ trx }: Writing, items: readonly AddItem[]): Promise<Surroundings> {
  const operations = items.map((item) => item.operation);
  const keys = operations.flatMap(({ key, of }) => [key ?? [], of && 'key' in of ? of.key : []].flat());
  const ids = operations.flatMap(({ of }) => (of && 'id' in of ? of.id : []));
  const known = await findDesignations(trx, { keys, ids });
  const members = await membersOf(
    trx,
    known.map((designation) => designation.id),
  );
  return {
    decisions: await findDecisions(
      trx,
      operations.flatMap(({ decision }) => ('key' in decision ? decision.key : [])),
    ),
    byKey: new Map(
      known.flatMap((designation) => (designation.key === null ? [] : [[designation.key, designation]])),
    ),
    byId: new Map(known.map((designation) => [designation.id, designation])),
    members: new Set(members.map((member) => `${member.designationId} ${member.recordId}`)),
  };
}

function entryOf(writing: Writing, { index, operation }: AddItem, surroundings: Surroundings): Entry[] {
  if (writing.kind === 'starter' && operation.key !== undefined && surroundings.byKey.has(operation.key)) {
    // A newer release of the starter data brings only what is not here yet.
    count(writing, 'known');
    return [];
  }
  const of = targetOf(operation, surroundings);
  const refusal = designationRefusal(writing, operation, surroundings, of);
  const members = memberRows(writing, index, operation);
  if (refusal) refuse(writing, index, refusal);
  if (refusal || members === undefined) return [];
  const strangers = strangerIssues(operation, members, { of, surroundings });
  if (strangers.length > 0) refuse(writing, index, { kind: 'invalid', issues: strangers });
  if (strangers.length > 0) return [];
  return [{ index, row: rowOf(operation, surroundings, of), members }];
}

function targetOf({ of }: NewDesignation, { byKey, byId }: Surroundings): KnownDesignation | undefined {
  if (of === undefined) return undefined;
  return 'key' in of ? byKey.get(of.key) : byId.get(of.id);
}

function designationRefusal(
  { ctx }: Writing,
  operation: NewDesignation,
  { decisions, byKey }: Surroundings,
  target: KnownDesignation | undefined,
): Refusal | undefined {
  const { act, of, key, decision } = operation;
  const issues = designationIssues(operation, ctx.rules.hasCode);
  if (issues.length > 0) return { kind: 'invalid', issues };
  if ('key' in decision && !decisions.has(decision.key)) return { kind: 'not-found', subject: decision.key };
  if (key !== undefined && byKey.has(key)) return conflict('designation-exists', { key });
  if (of === undefined) return undefined;
  if (target === undefined)
    return { kind: 'not-found', subject: 'key' in of ? of.key : `designation ${of.id}` };
  if (mayFollow(act, target.act)) return undefined;
  return { kind: 'invalid', issues: [issue('/act', 'act-not-possible', { act, of: target.act })] };
}

function memberRows(writing: Writing, index: number, { members }: NewDesignation): Members | undefined {
  const rows: Members = [];
  for (const [ordinal, member] of members.entries()) {
    const found = openRecord(writing, member.record);
    if (found.kind !== 'open') {
      refuse(writing, index, found);
      return undefined;
    }
    const { component = '', verbatimName, verbatimPlace = '' } = member;
    rows.push({ recordId: found.record.id, component, verbatimName, verbatimPlace, ordinal });
  }
  return rows;
}

type Target = { of: KnownDesignation | undefined; surroundings: Surroundings };

/** Only what an act put on a list can be corrected there or taken off it. */
function strangerIssues({ act, members }: NewDesignation, rows: Members, { of, surroundings }: Target) {
  if (of === undefined || (act !== 'correct' && act !== 'revoke')) return [];
  return rows.flatMap(({ recordId }, i) => {
    if (surroundings.members.has(`${of.id} ${recordId}`)) return [];
    const ref = members[i]?.record;
    const pid = ref && 'pid' in ref ? ref.pid : '';
    return [issue(`/members/${i}/record`, 'not-a-member', { pid })];
  });
}

function rowOf(
  operation: NewDesignation,
  { decisions }: Surroundings,
  of: KnownDesignation | undefined,
): DesignationRow {
  const { decision, list, act, source } = operation;
  return {
    key: operation.key ?? null,
    decisionId: 'key' in decision ? (decisions.get(decision.key)?.id ?? null) : null,
    decisionAbsence: 'absent' in decision ? decision.absent : null,
    list,
    rank: operation.rank ?? null,
    act,
    of: of?.id ?? null,
    earliest: operation.earliest ?? null,
    latest: operation.latest ?? null,
    edtf: operation.edtf ?? null,
    batch: operation.batch ?? null,
    registryNumber: operation.registryNumber ?? null,
    criteria: operation.criteria ?? null,
    note: operation.note ?? null,
    source,
  };
}

export async function voidDesignations(
  writing: Writing,
  items: readonly Item<OperationOf<'voidDesignation'>>[],
): Promise<void> {
  const { trx, changesetId } = writing;
  const wanted = items.map((item) => item.operation.id);
  const live = new Set((await findDesignations(trx, { keys: [], ids: wanted })).map((row) => row.id));
  const followed = new Set((await followersOf(trx, wanted)).map((follower) => follower.of));
  for (const { index, operation } of items) {
    const { id } = operation;
    if (!live.has(id)) refuse(writing, index, { kind: 'not-found', subject: `designation ${id}` });
    else if (followed.has(id)) refuse(writing, index, conflict('designation-in-use'));
  }
  const recordIds = (await membersOf(trx, wanted)).map((member) => member.recordId);
  const gone = await voidThings(trx, { thing: 'designation', changesetId, ids: wanted });
  await readRecords(writing, recordIds);
  markChanged(writing, recordIds);
  countChange(writing, 'voided', gone.length);
}
