import { toNfcLatin } from '#formats/vietnamese/index.ts';
import { asWarning, type Issue, issueAt, pointerToken } from './issue.ts';

// PostgreSQL's jsonb takes neither U+0000 nor lone surrogates; other controls would break XML exports.
const UNSTORABLE = /[\p{Cc}--[\t\n\r]]|[\uFFFE\uFFFF]/v;

/** Whether there is nothing to report; `errorsOnly`: no error. */
export function isClean(value: unknown, errorsOnly: boolean): boolean {
  if (typeof value === 'string')
    return !UNSTORABLE.test(value) && value.isWellFormed() && (errorsOnly || toNfcLatin(value) === value);
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every((item) => isClean(item, errorsOnly));
}

export function characterIssues(value: unknown, at: string): Issue[] {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value) || !value.isWellFormed()) return [issueAt(at, 'control-character')];
    return toNfcLatin(value) === value ? [] : [asWarning(issueAt(at, 'not-nfc'))];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => characterIssues(item, `${at}/${pointerToken(key)}`));
}
