import type { Item, OperationOf } from '../changeset/operation.ts';
import { readRecords } from '../changeset/touches.ts';
import { voidThings } from '../changeset/void-store.ts';
import {
  count,
  countChange,
  type Judging,
  markChanged,
  openRecord,
  refuse,
  type Writing,
} from '../changeset/writing.ts';
import { conflict, issue } from '../messages.ts';
import type { Alias } from '../reference.ts';
import { type AliasRow, findAliases, insertAliases } from './identifier-store.ts';

export interface AliasItem {
  index: number;
  alias: AliasRow;
}

const SCHEME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const VALUE_LIMIT = 500;

export function isAlias({ scheme, value }: Alias): boolean {
  return SCHEME.test(scheme) && value.length > 0 && value.length <= VALUE_LIMIT && value.trim() === value;
}

export async function addAliases(
  writing: Writing,
  items: readonly Item<OperationOf<'addAlias'>>[],
): Promise<void> {
  const wanted: AliasItem[] = [];
  for (const { index, operation } of items) {
    const found = openRecord(writing, operation.record);
    if (found.kind !== 'open') refuse(writing, index, found);
    else if (!isAlias(operation))
      refuse(writing, index, { kind: 'invalid', issues: [issue('', 'bad-alias')] });
    else
      wanted.push({
        index,
        alias: { scheme: operation.scheme, value: operation.value, recordId: found.record.id },
      });
  }
  await writeAliases(writing, wanted);
}

/** One alias names one record: a second record that claims it is refused, not given half of it. */
export async function writeAliases(writing: Writing, items: readonly AliasItem[]): Promise<void> {
  if (items.length === 0) return;
  const added = await insertAliases(
    writing.trx,
    items.map((item) => item.alias),
    writing.changesetId,
  );
  countChange(writing, 'aliases', added.length);
  markChanged(
    writing,
    added.map((alias) => alias.recordId),
  );
  if (added.length === items.length) return;
  const fresh = new Set(added.map(claimOf));
  await judgeAliases(
    writing,
    items.filter(({ alias }) => !fresh.has(claimOf(alias))),
  );
}

export const aliasKey = ({ scheme, value }: Alias) => `${scheme}:${value}`;
const claimOf = (alias: AliasRow) => `${alias.recordId} ${aliasKey(alias)}`;

/** Refuses the aliases that name another record. */
export async function judgeAliases(judging: Judging, items: readonly AliasItem[]): Promise<void> {
  if (items.length === 0) return;
  const owners = await findAliases(
    judging.db,
    items.map((item) => item.alias),
  );
  await readRecords(
    judging,
    owners.map((owner) => owner.recordId),
  );
  const ownerOf = new Map(owners.map((owner) => [aliasKey(owner), owner.recordId]));
  for (const { index, alias } of items) {
    const owner = ownerOf.get(aliasKey(alias));
    if (owner === alias.recordId) count(judging, 'known');
    else if (owner !== undefined) refuseTaken(judging, index, { alias, owner });
  }
}

export function refuseTaken(
  judging: Judging,
  index: number,
  taken: { alias: Alias; owner: number | undefined },
): void {
  const pid = judging.records.get(taken.owner ?? 0)?.pid ?? '';
  const { scheme, value } = taken.alias;
  refuse(judging, index, conflict('alias-taken', { scheme, value, pid }, [pid]));
}

export async function voidAliases(
  writing: Writing,
  items: readonly Item<OperationOf<'voidAlias'>>[],
): Promise<void> {
  const found = await findAliases(
    writing.trx,
    items.map((item) => item.operation),
  );
  const known = new Set(found.map(aliasKey));
  for (const { index, operation } of items) {
    const key = aliasKey(operation);
    if (!known.has(key)) refuse(writing, index, { kind: 'not-found', subject: key });
  }
  const { changesetId } = writing;
  await voidThings(writing.trx, { thing: 'alias', changesetId, ids: found.map((row) => row.id) });
  await readRecords(
    writing,
    found.map((row) => row.recordId),
  );
  markChanged(
    writing,
    found.map((row) => row.recordId),
  );
  countChange(writing, 'voided', found.length);
}
