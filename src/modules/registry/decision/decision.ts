import { issue } from '../messages.ts';
import type { Issue } from '../outcome.ts';

export interface NewDecision {
  /** Used in addresses; lower-case letters, digits and hyphens: `1426-qd-ttg-2012`. */
  key: string;
  /** As printed: `1426/QĐ-TTg`. */
  number: string;
  /** YYYY-MM-DD */
  date?: string;
  /** Doubt about the date, as found in the source. */
  dateNote?: string;
  /** Code of the list `decision-issuer`. */
  issuer: string;
  signer?: string;
  summary?: { vi?: string; en?: string };
  /** YYYY-MM-DD */
  inForceFrom?: string;
  /** Key of the decision that this one replaces. */
  replaces?: string;
  source: string;
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function decisionIssues(
  decision: NewDecision,
  hasCode: (scheme: string, code: string) => boolean,
): Issue[] {
  const issues: Issue[] = [];
  if (!KEY.test(decision.key) || decision.key.length > 120)
    issues.push(issue('/key', 'bad-key', { given: decision.key }));
  if (decision.number.trim() === '') issues.push(issue('/number', 'empty'));
  if (decision.source.trim() === '') issues.push(issue('/source', 'empty'));
  if (!hasCode('decision-issuer', decision.issuer)) {
    issues.push(issue('/issuer', 'unknown-code', { scheme: 'decision-issuer', given: decision.issuer }));
  }
  return [
    ...issues,
    ...dateIssues('/date', decision.date),
    ...dateIssues('/inForceFrom', decision.inForceFrom),
  ];
}

/** A calendar day that exists, in a year the registry can speak of. */
export function dateIssues(pointer: string, date: string | undefined): Issue[] {
  if (date === undefined || isDay(date)) return [];
  return [issue(pointer, 'impossible-date', { given: date })];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
