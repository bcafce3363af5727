import { isDeepStrictEqual } from 'node:util';
import type { RecordBody, Statement } from '../body.ts';

/** A statement that one body has and the other has not, or has differently. Statements are told apart by id, not place. */
export interface StatementChange {
  field: string;
  statement: string;
  change: 'added' | 'removed' | 'changed';
  before?: Statement;
  after?: Statement;
}

export interface BodyDiff {
  /** Given when the standard itself changed. */
  standard?: { before: string; after: string };
  changes: StatementChange[];
}

const EMPTY: RecordBody = { standard: '', fields: {} };

/** What leads from one body to another; `null` is the body of a record that does not exist yet. */
export function diffBodies(before: RecordBody | null, after: RecordBody): BodyDiff {
  const old = before ?? EMPTY;
  const fields = new Set([...Object.keys(old.fields), ...Object.keys(after.fields)]);
  const changes = [...fields].flatMap((field) => {
    return fieldChanges(field, { before: old.fields[field] ?? [], after: after.fields[field] ?? [] });
  });
  if (before === null || before.standard === after.standard) return { changes };
  return { standard: { before: before.standard, after: after.standard }, changes };
}

type Sides = { before: readonly Statement[]; after: readonly Statement[] };

function fieldChanges(field: string, { before, after }: Sides): StatementChange[] {
  const old = new Map(before.map((statement) => [statement.id, statement]));
  const now = new Map(after.map((statement) => [statement.id, statement]));
  const removed = [...old].flatMap(([id, statement]): StatementChange[] =>
    now.has(id) ? [] : [{ field, statement: id, change: 'removed', before: statement }],
  );
  const others = [...now].flatMap(([id, statement]): StatementChange[] => {
    const earlier = old.get(id);
    if (earlier === undefined) return [{ field, statement: id, change: 'added', after: statement }];
    if (isDeepStrictEqual(earlier, statement)) return [];
    return [{ field, statement: id, change: 'changed', before: earlier, after: statement }];
  });
  return [...removed, ...others];
}
