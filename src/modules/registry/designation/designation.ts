import { dateIssues } from '../decision/decision.ts';
import { issue } from '../messages.ts';
import type { Issue } from '../outcome.ts';
import type { RecordRef } from '../reference.ts';

/** What a decision does to the standing of things: puts them on a list, widens, corrects, takes them off. */
export const ACTS = ['designate', 'extend', 'correct', 'revoke'] as const;
export type Act = (typeof ACTS)[number];

export type DecisionAbsence = 'unknown' | 'none' | 'not-entered' | 'not-found' | 'restricted';

interface NewMember {
  record: RecordRef;
  /** The part of the record that is meant, when it is not the whole. */
  component?: string;
  /** Name and place as the decision prints them. */
  verbatimName: string;
  verbatimPlace?: string;
}

export interface NewDesignation {
  /** Fixed key of loaded data; a second act with the same key is refused. */
  key?: string;
  /** Key of the decision, or why there is none to point to. */
  decision: { key: string } | { absent: DecisionAbsence };
  /** Code of the list `designation-list`. */
  list: string;
  /** A finer code of `designation-list`, where the decision gives one. */
  rank?: string;
  act: Act;
  /** The act that is extended, corrected or revoked: its key or id. */
  of?: { key: string } | { id: number };
  /** Took effect between these days (YYYY-MM-DD); equal when the day is known, absent when nothing is. */
  earliest?: string;
  latest?: string;
  /** The same as EDTF, when the source is less sure than two days can say. */
  edtf?: string;
  batch?: string;
  registryNumber?: string;
  criteria?: string;
  note?: string;
  source: string;
  /**
   * What the act is about. A revocation without members takes the whole act back; a correction's members replace
   * the verbatim words of the same records.
   */
  members: readonly NewMember[];
}

type HasCode = (scheme: string, code: string) => boolean;

export function designationIssues(designation: NewDesignation, hasCode: HasCode): Issue[] {
  const { list, rank, earliest, latest, source } = designation;
  const dates = [...dateIssues('/earliest', earliest), ...dateIssues('/latest', latest)];
  const issues: Issue[] = [...dates, ...memberIssues(designation), ...ofIssues(designation)];
  if (dates.length === 0 && earliest !== undefined && latest !== undefined && earliest > latest) {
    issues.push(issue('/latest', 'latest-before-earliest'));
  }
  if (source.trim() === '') issues.push(issue('/source', 'empty'));
  if (!hasCode('designation-list', list)) {
    issues.push(issue('/list', 'unknown-code', { scheme: 'designation-list', given: list }));
  }
  if (rank !== undefined && !hasCode('designation-list', rank)) {
    issues.push(issue('/rank', 'unknown-code', { scheme: 'designation-list', given: rank }));
  }
  return issues;
}

function ofIssues({ act, of }: NewDesignation): Issue[] {
  if (act === 'designate') return of === undefined ? [] : [issue('/of', 'act-of-nothing')];
  return of === undefined ? [issue('/of', 'act-of-what', { act })] : [];
}

function memberIssues({ act, members }: NewDesignation): Issue[] {
  if (members.length > 0 || act === 'correct' || act === 'revoke') return [];
  return [issue('/members', 'no-members')];
}

/** Only an act that gives standing can be corrected or revoked, and only a first act extended: chains stay short. */
export function mayFollow(act: Act, of: Act): boolean {
  if (act === 'extend') return of === 'designate';
  return of === 'designate' || of === 'extend';
}
