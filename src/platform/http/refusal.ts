import type { LocalizedText } from '#platform/i18n/index.ts';

/** One thing wrong with a request, at one place of it (RFC 6901 pointer, '' for the whole). */
export interface Issue {
  pointer: string;
  code: string;
  message: LocalizedText;
}

/**
 * Every way a request can be turned down. Commands and queries return these as outcomes; the one switch in
 * `problem.ts` gives them their HTTP form, so that pages and API refuse alike.
 */
export type Refusal =
  | { kind: 'invalid'; issues: Issue[] }
  | { kind: 'incomplete'; issues: Issue[] }
  | { kind: 'unauthenticated' }
  /** The thing is known under another address for good. */
  | { kind: 'moved'; location: string }
  | { kind: 'forbidden'; reason?: LocalizedText }
  | { kind: 'not-found'; issues?: Issue[] }
  | { kind: 'gone'; since: string; reason: string | null }
  | { kind: 'stale'; current: unknown; etag: string }
  | { kind: 'precondition-missing' }
  | { kind: 'conflict'; issues: Issue[] }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'unsupported-media'; accepted: string[] }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'busy'; retryAfterSeconds: number }
  /** The answer was given up before the work ended; a write may or may not have been made. */
  | { kind: 'too-slow'; retryAfterSeconds: number }
  | { kind: 'failed' };
