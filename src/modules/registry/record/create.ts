import type { Item, OperationOf } from '../changeset/operation.ts';
import { type Judging, refuse, report, type Touched, type Writing } from '../changeset/writing.ts';
import { type AliasItem, isAlias, writeAliases } from '../identifier/aliases.ts';
import { isPid, mintPids } from '../identifier/mint.ts';
import { conflict, issue } from '../messages.ts';
import type { Issue, Refusal } from '../outcome.ts';
import { insertSealedValues } from '../sealed/sealed-store.ts';
import { chainHash } from '../version/hash.ts';
import { checkBody, type Given, type PreparedBody, prepareBody } from '../version/prepare.ts';
import { insertVersions } from '../version/version-store.ts';
import { writeIdentities } from './name-store.ts';
import { classIn, obligationsOf, type RecordState } from './record.ts';
import { findIdsByPid, findIdsByStarterKey, insertRecords } from './record-store.ts';

type CreateItem = Item<OperationOf<'create'>>;

interface Ready extends CreateItem {
  prepared: PreparedBody;
  state: RecordState;
}

type Named = Ready & { pid: string };
type Created = Named & { id: number; record: Touched };

export async function createRecords(writing: Writing, items: readonly CreateItem[]): Promise<void> {
  const ready = (await formsOf(writing, items, prepareBody)).map(
    ({ form, ...item }): Ready => ({ ...item, prepared: form }),
  );
  if (ready.length === 0) return;
  const named = await nameRecords(writing, ready);
  const created = await insertAll(writing, named);
  for (const { index, record } of created) report(writing, index, { record, change: 'created' });
  writing.changes += created.length;
  await writeAliases(writing, created.flatMap(aliasItems));
}

/** The records that may be made; of the others, the refusals are entered. */
export async function judgeCreations(judging: Judging, items: readonly CreateItem[]): Promise<CreateItem[]> {
  return await formsOf(judging, items, checkBody);
}

type Invalid = { kind: 'invalid'; issues: Issue[] };
type Forming<F> = (rules: Judging['ctx']['rules'], given: Given) => F | Invalid;
type Formed<F> = CreateItem & { form: F; state: RecordState };

async function formsOf<F extends { kind: string }>(
  judging: Judging,
  items: readonly CreateItem[],
  form: Forming<F>,
): Promise<Formed<F>[]> {
  const taken = await findTaken(judging, items);
  return items.flatMap((item) => formOf(judging, item, { taken, form }));
}

type Taken = { pids: ReadonlySet<string>; keys: ReadonlySet<string> };

async function findTaken({ db }: Judging, items: readonly CreateItem[]): Promise<Taken> {
  const given = (pick: (item: CreateItem) => string | undefined) => items.flatMap((item) => pick(item) ?? []);
  const [pids, keys] = [given((item) => item.operation.pid), given((item) => item.operation.starterKey)];
  return {
    pids: pids.length === 0 ? new Set() : new Set((await findIdsByPid(db, pids)).keys()),
    keys: keys.length === 0 ? new Set() : new Set((await findIdsByStarterKey(db, keys)).keys()),
  };
}

/** The item with the form of its body, or nothing and a refusal that says why. */
function formOf<F extends { kind: string }>(
  writing: Judging,
  item: CreateItem,
  { taken, form }: { taken: Taken; form: Forming<F> },
): Formed<F>[] {
  const { operation, index } = item;
  const refusal = namingRefusal(writing, operation, taken);
  if (refusal) refuse(writing, index, refusal);
  const state = operation.state ?? 'draft';
  // Starter data is published as found: what it lacks is work to do, shown as such, not a reason to leave it out.
  const obligations = writing.kind === 'starter' ? 'draft' : obligationsOf(state);
  const formed = form(writing.ctx.rules, { body: operation.body, state: obligations });
  if (isInvalid(formed)) refuse(writing, index, formed);
  if (refusal || isInvalid(formed)) return [];
  reserve(writing, operation);
  return [{ ...item, form: formed, state }];
}

function isInvalid<F extends { kind: string }>(formed: F | Invalid): formed is Invalid {
  return formed.kind === 'invalid';
}

function namingRefusal(
  { ctx, byPid, byRef }: Judging,
  operation: CreateItem['operation'],
  taken: Taken,
): Refusal | undefined {
  const { pid, ref, starterKey, aliases = [] } = operation;
  const issues: Issue[] = [];
  if (ref !== undefined && byRef.has(ref)) issues.push(issue('/ref', 'repeated-ref', { given: ref }));
  if (pid !== undefined && !isPid(pid, ctx.naan)) issues.push(issue('/pid', 'bad-pid', { given: pid }));
  aliases.forEach((alias, i) => {
    if (!isAlias(alias)) issues.push(issue(`/aliases/${i}`, 'bad-alias'));
  });
  if (issues.length > 0) return { kind: 'invalid', issues };
  if (pid !== undefined && (taken.pids.has(pid) || byPid.has(pid)))
    return conflict('pid-taken', { pid }, [pid]);
  if (starterKey !== undefined && taken.keys.has(starterKey)) {
    return conflict('starter-key-taken', { key: starterKey });
  }
  return undefined;
}

const UNWRITTEN = -1;

/** A second record of the same batch must not claim the same name. */
function reserve({ byPid, byRef }: Judging, { pid, ref }: CreateItem['operation']): void {
  if (pid !== undefined) byPid.set(pid, UNWRITTEN);
  if (ref !== undefined) byRef.set(ref, UNWRITTEN);
}

async function nameRecords({ trx, ctx }: Writing, ready: readonly Ready[]): Promise<Named[]> {
  const unnamed = ready.filter((item) => item.operation.pid === undefined).length;
  const minted = unnamed === 0 ? [] : await mintPids(trx, unnamed, ctx);
  return ready.map((item) => ({ ...item, pid: item.operation.pid ?? minted.pop() ?? '' }));
}

async function insertAll(writing: Writing, named: readonly Named[]): Promise<Created[]> {
  const { trx, at, changesetId, ctx, reason } = writing;
  const ids = await insertRecords(trx, named.map(recordRow), at);
  const created = named.map((item) => enter(writing, item, ids.get(item.pid) ?? UNWRITTEN));
  const stamp = { changesetId, actorId: ctx.actorId, reason, at };
  await insertVersions(trx, created.map(firstVersion), stamp);
  await insertSealedValues(
    trx,
    created.flatMap(({ id, prepared }) => prepared.added.map((value) => ({ ...value, recordId: id }))),
  );
  const identities = created.map(({ id, prepared }) => ({
    recordId: id,
    identity: ctx.rules.identity(prepared.opened),
  }));
  await writeIdentities(trx, identities, { fresh: true });
  return created;
}

function recordRow({ pid, prepared, state, operation }: Named) {
  return {
    pid,
    kind: prepared.recordKind,
    state,
    accessClass: classIn(state),
    standard: prepared.body.standard,
    starterKey: operation.starterKey ?? null,
  };
}

function firstVersion({ id, prepared }: Created) {
  const { body, hash } = prepared;
  return { recordId: id, version: 1, body, bodyHash: hash, chainHash: chainHash(null, hash) };
}

function enter(writing: Writing, item: Named, id: number): Created {
  const { pid, state, prepared, operation } = item;
  const record: Touched = {
    id,
    pid,
    kind: prepared.recordKind,
    state,
    accessClass: classIn(state),
    verification: 'unconfirmed',
    version: 1,
    mergedInto: null,
    mergedPid: null,
    closedAt: null,
    closedReason: null,
    before: null,
    changed: true,
  };
  writing.records.set(id, record);
  writing.byPid.set(pid, id);
  if (operation.ref !== undefined) writing.byRef.set(operation.ref, id);
  return { ...item, id, record };
}

/** `id`: of the record, or any number that is none, before there is one. */
export function aliasItems({ index, operation, id }: CreateItem & { id: number }): AliasItem[] {
  return (operation.aliases ?? []).map(({ scheme, value }) => ({
    index,
    alias: { scheme, value, recordId: id },
  }));
}
