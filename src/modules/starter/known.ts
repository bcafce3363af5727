import type { Operation } from '#modules/registry/index.ts';
import type { StarterChanges } from './changes.ts';
import type { OperationOf } from './operations.ts';

/** What earlier releases brought, whatever has become of it since. */
export interface Known {
  /** Records by starter key; `open` ones can still be worked on. */
  records: ReadonlyMap<string, { pid: string; open: boolean }>;
  decisions: ReadonlySet<string>;
  designations: ReadonlySet<string>;
  /** `type from to`, by identifiers. */
  relations: ReadonlySet<string>;
  /** `scheme value` */
  aliases: ReadonlySet<string>;
}

export const relationKey = (type: string, from: string, to: string): string => `${type} ${from} ${to}`;
export const aliasKey = (scheme: string, value: string): string => `${scheme} ${value}`;

const pidOf = (ref: { pid: string } | { ref: string }): string => ('pid' in ref ? ref.pid : '');

/**
 * What a newer release may still do: add what is new, and update records that nobody has touched. What a person has
 * taken back, merged or withdrawn stays as it is.
 */
export function newerChanges(
  { creates, decisions, designations, relations }: StarterChanges,
  known: Known,
): Operation[] {
  const closed = new Set(
    [...known.records.values()].filter((record) => !record.open).map((record) => record.pid),
  );
  const open = (pid: string) => !closed.has(pid);
  return [
    ...creates.flatMap((create) => recordChanges(create, known)),
    ...creates.flatMap((create) => newAliases(create, known)),
    ...decisions.filter((decision) => !known.decisions.has(decision.key)),
    ...designations.filter(
      ({ key, members }) =>
        !known.designations.has(key ?? '') && members.every(({ record }) => open(pidOf(record))),
    ),
    ...relations.filter(({ type, from, to }) => {
      const isNew = !known.relations.has(relationKey(type, pidOf(from), pidOf(to)));
      return isNew && open(pidOf(from)) && open(pidOf(to));
    }),
  ];
}

function recordChanges(create: OperationOf<'create'>, known: Known): Operation[] {
  const record = known.records.get(create.starterKey ?? '');
  if (record === undefined) return [create];
  return record.open
    ? [{ op: 'update', record: { pid: record.pid }, body: create.body, onlyIfUntouched: true }]
    : [];
}

function newAliases({ starterKey, aliases = [] }: OperationOf<'create'>, known: Known): Operation[] {
  const record = known.records.get(starterKey ?? '');
  if (!record?.open) return [];
  const { pid } = record;
  return aliases
    .filter(({ scheme, value }) => !known.aliases.has(aliasKey(scheme, value)))
    .map(({ scheme, value }) => ({ op: 'addAlias', record: { pid }, scheme, value }));
}
