import type { LocalizedText } from '#platform/i18n/index.ts';
import type { RecordState } from './record/record.ts';

/** `pointer` is an RFC 6901 pointer into what was sent. */
export interface Issue {
  pointer: string;
  code: string;
  message: LocalizedText;
}

/** What remains to be said of a record that was withdrawn. */
export interface Tombstone {
  pid: string;
  since: string;
  reason: string;
}

/** Where a record stands now, for somebody who worked on an older state. */
interface Head {
  pid: string;
  version: number;
  state: RecordState;
}

/** Why a write was not made. Everything of the same changeset is then not made either. */
export type Refusal =
  | { kind: 'forbidden' }
  | { kind: 'not-found'; subject: string }
  | { kind: 'moved'; pid: string }
  | { kind: 'gone'; tombstone: Tombstone }
  | { kind: 'stale'; current: Head }
  | { kind: 'precondition-missing'; current: Head }
  | { kind: 'conflict'; code: string; message: LocalizedText; records: string[] }
  | { kind: 'invalid'; issues: Issue[] }
  | { kind: 'incomplete'; issues: Issue[] };

/** `operation`: its place in the changeset, from 0. */
export type Problem = Refusal & { operation: number };
