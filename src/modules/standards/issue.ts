import { type IssueCode, MESSAGES, type MessageParameters } from './messages.ts';
import type { LocalizedLabel } from './schema.ts';

/** `pointer` is an RFC 6901 pointer into the checked document; `field` and `statement` survive reordering. */
export interface Issue {
  pointer: string;
  code: IssueCode;
  message: LocalizedLabel;
  severity: 'error' | 'warning';
  field?: string;
  statement?: string;
}

type Arguments<C extends IssueCode> = undefined extends MessageParameters<C> ? [] : [MessageParameters<C>];

export function issueAt<C extends IssueCode>(pointer: string, code: C, ...parameters: Arguments<C>): Issue {
  const message = MESSAGES[code] as (p?: MessageParameters<C>) => LocalizedLabel;
  return { pointer, code, message: message(parameters[0]), severity: 'error' };
}

export function asWarning(issue: Issue): Issue {
  return { ...issue, severity: 'warning' };
}

/** One reference token of a JSON pointer (RFC 6901 §3). */
export function pointerToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}
