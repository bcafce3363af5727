import type { RelationType } from '../context.ts';
import { issue } from '../messages.ts';
import type { Issue } from '../outcome.ts';
import type { RecordKind } from '../record/record.ts';
import type { RecordRef } from '../reference.ts';

export interface NewRelation {
  /** Code of the list `relation-type`. */
  type: string;
  from: RecordRef;
  to: RecordRef;
  /** EDTF */
  fromDate?: string;
  toDate?: string;
  note?: string;
  source?: string;
}

type End = { id: number; kind: RecordKind };

/** Whether two records can stand in this relation at all; circles are looked for in the database. */
export function relationIssues(
  code: string,
  type: RelationType | undefined,
  { from, to }: { from: End; to: End },
): Issue[] {
  if (type === undefined) return [issue('/type', 'unknown-relation-type', { given: code })];
  if (from.id === to.id) return [issue('/to', 'relation-to-itself')];
  const issues: Issue[] = [];
  if (!type.from.includes(from.kind)) {
    issues.push(issue('/from', 'relation-kind', { code, given: from.kind, allowed: type.from.join(', ') }));
  }
  if (!type.to.includes(to.kind)) {
    issues.push(issue('/to', 'relation-kind', { code, given: to.kind, allowed: type.to.join(', ') }));
  }
  return issues;
}
