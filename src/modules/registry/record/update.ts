import type { RecordBody } from '../body.ts';
import type { Item, OperationOf } from '../changeset/operation.ts';
import {
  type Judging,
  openRecord,
  refText,
  refuse,
  report,
  type Touched,
  versionRefusal,
  type Writing,
} from '../changeset/writing.ts';
import { openBody, type SealedValue } from '../sealed/sealed.ts';
import { insertSealedValues, sealedValuesOf } from '../sealed/sealed-store.ts';
import { chainHash } from '../version/hash.ts';
import { type PreparedBody, prepareBody } from '../version/prepare.ts';
import {
  type CurrentVersion,
  currentVersions,
  findVersionBody,
  insertVersions,
  moveHeads,
} from '../version/version-store.ts';
import { writeIdentities } from './name-store.ts';
import { obligationsOf } from './record.ts';

type UpdateItem = Item<OperationOf<'update'>>;
type RestoreItem = Item<OperationOf<'restore'>>;

/** A record that somebody may edit now, with what they want its next body to be. */
interface Edit {
  index: number;
  record: Touched;
  body: unknown;
  onlyIfUntouched: boolean;
}

interface ReadyEdit extends Edit {
  current: CurrentVersion;
  prepared: PreparedBody;
}

export async function updateRecords(writing: Writing, items: readonly UpdateItem[]): Promise<void> {
  await insertEdits(writing, await judgeUpdates(writing, items));
}

/** The versions that are to be written. What is refused, unchanged or left alone is entered. */
export async function judgeUpdates(judging: Judging, items: readonly UpdateItem[]): Promise<ReadyEdit[]> {
  const edits = items.flatMap(({ index, operation }) => {
    const { onlyIfUntouched = false, body } = operation;
    const record = editable(judging, { index, operation }, !onlyIfUntouched);
    return record ? [{ index, record, body, onlyIfUntouched }] : [];
  });
  return await readyEdits(judging, edits);
}

/** An earlier body becomes the body of a new version; history is never rewritten. */
export async function restoreVersions(writing: Writing, items: readonly RestoreItem[]): Promise<void> {
  const edits: Edit[] = [];
  for (const item of items) {
    const record = editable(writing, item, true);
    if (!record) continue;
    const { version } = item.operation;
    const body = await findVersionBody(writing.trx, { recordId: record.id, version });
    if (body) edits.push({ index: item.index, record, body, onlyIfUntouched: false });
    else
      refuse(writing, item.index, {
        kind: 'not-found',
        subject: `${refText(item.operation.record)} v${version}`,
      });
  }
  await insertEdits(writing, await readyEdits(writing, edits));
}

function editable(writing: Judging, item: UpdateItem | RestoreItem, required: boolean): Touched | undefined {
  const found = openRecord(writing, item.operation.record);
  const refusal =
    found.kind === 'open'
      ? versionRefusal(found.record, { expected: item.operation.expectedVersion, required })
      : found;
  if (refusal) refuse(writing, item.index, refusal);
  return found.kind === 'open' && !refusal ? found.record : undefined;
}

async function readyEdits(judging: Judging, edits: readonly Edit[]): Promise<ReadyEdit[]> {
  if (edits.length === 0) return [];
  const ids = edits.map((edit) => edit.record.id);
  const currents = await currentVersions(judging.db, ids);
  const sealed = await sealedValuesOf(judging.db, ids);
  return edits.flatMap((edit) => {
    const current = currents.get(edit.record.id);
    return current ? readyEdit(judging, { edit, current, sealed: sealed.get(edit.record.id) ?? [] }) : [];
  });
}

type Situation = { edit: Edit; current: CurrentVersion; sealed: readonly SealedValue[] };

function readyEdit(writing: Judging, { edit, current, sealed }: Situation): ReadyEdit[] {
  const { index, record } = edit;
  if (edit.onlyIfUntouched && current.changesetKind !== 'starter') {
    report(writing, index, { record, change: 'skipped' });
    return [];
  }
  const prepared = prepareBody(writing.ctx.rules, {
    body: edit.body,
    state: writing.kind === 'starter' ? 'draft' : obligationsOf(record.state),
    kind: record.kind,
    prior: openedBody(current.body, sealed),
    sealed,
  });
  if (prepared.kind === 'invalid') {
    refuse(writing, index, prepared);
    return [];
  }
  if (prepared.hash.equals(current.bodyHash)) {
    report(writing, index, { record, change: 'unchanged' });
    return [];
  }
  return [{ ...edit, current, prepared }];
}

function openedBody(body: RecordBody, sealed: readonly SealedValue[]): RecordBody {
  return openBody(body, new Map(sealed.map((value) => [value.id, value])));
}

async function insertEdits(writing: Writing, edits: readonly ReadyEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const { trx, at, changesetId, ctx, reason } = writing;
  const stamp = { changesetId, actorId: ctx.actorId, reason, at };
  await insertVersions(trx, edits.map(nextVersion), stamp);
  const sealed = edits.flatMap(({ record, prepared }) =>
    prepared.added.map((value) => ({ ...value, recordId: record.id })),
  );
  await insertSealedValues(trx, sealed);
  for (const { index, record } of edits) {
    record.version += 1;
    record.changed = true;
    report(writing, index, { record, change: 'updated' });
  }
  writing.changes += edits.length;
  const heads = edits.map(({ record, prepared }) => ({
    id: record.id,
    version: record.version,
    standard: prepared.body.standard,
  }));
  await moveHeads(trx, heads, at);
  const identities = edits.map(({ record, prepared }) => ({
    recordId: record.id,
    identity: ctx.rules.identity(prepared.opened),
  }));
  await writeIdentities(trx, identities);
}

function nextVersion({ record, current, prepared }: ReadyEdit) {
  return {
    recordId: record.id,
    version: current.version + 1,
    body: prepared.body,
    bodyHash: prepared.hash,
    chainHash: chainHash(current.chainHash, prepared.hash),
  };
}
