import { dayFromIso, parseEdtf } from '#formats/dates/index.ts';
import { type Issue, issueAt } from './issue.ts';
import type { LocalizedLabel } from './schema.ts';
import type { Values } from './values.ts';

export function dateIssues(value: Values['date'], at: string): Issue[] {
  const issues: Issue[] = [];
  if (value.verbatim === undefined && value.edtf === undefined)
    issues.push(issueAt(at, 'date-without-content'));
  if (value.edtf !== undefined && parseEdtf(value.edtf).kind === 'refused') {
    issues.push(issueAt(`${at}/edtf`, 'impossible-date', { text: value.edtf }));
  }
  const { earliest, latest } = value;
  if (typeof earliest === 'number' && typeof latest === 'number' && earliest > latest) {
    issues.push(issueAt(`${at}/earliest`, 'date-order'));
  }
  return issues;
}

export function decisionIssues({ date }: Values['decision'], at: string): Issue[] {
  return date === undefined || parseEdtf(date).kind === 'edtf'
    ? []
    : [issueAt(`${at}/date`, 'impossible-date', { text: date })];
}

/** The longest month of each calendar: no lunar month exceeds 30 days, and no year can be checked here. */
const CALENDARS: Record<string, { days: readonly number[]; name: LocalizedLabel }> = {
  gregorian: {
    days: [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    name: { vi: 'dương lịch', en: 'the Gregorian calendar' },
  },
  'lunar-vi': { days: Array(12).fill(30), name: { vi: 'âm lịch', en: 'the lunar calendar' } },
  cham: { days: Array(12).fill(30), name: { vi: 'lịch Chăm', en: 'the Cham calendar' } },
  khmer: { days: Array(12).fill(30), name: { vi: 'lịch Khmer', en: 'the Khmer calendar' } },
};

export function recurrenceIssues(value: Values['recurrence'], at: string): Issue[] {
  const { start, end, words, calendar, overrides = [] } = value;
  const needsWords = calendar === 'words' ? words === undefined : start === undefined && words === undefined;
  const overridden = overrides.flatMap((override, i) => [
    ...isoIssue(override.start, `${at}/overrides/${i}/start`),
    ...isoIssue(override.end, `${at}/overrides/${i}/end`),
  ]);
  return [
    ...(needsWords ? [issueAt(at, 'recurrence-without-day')] : []),
    ...monthDayIssue(start, calendar, `${at}/start`),
    ...monthDayIssue(end, calendar, `${at}/end`),
    ...overridden,
  ];
}

function monthDayIssue(monthDay: string | undefined, calendar: string, at: string): Issue[] {
  const known = CALENDARS[calendar];
  if (monthDay === undefined || !known) return [];
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  if (day <= (known.days[month - 1] ?? 0)) return [];
  return [issueAt(at, 'impossible-day', { day: `${day}/${month}`, calendar: known.name })];
}

function isoIssue(date: string | undefined, at: string): Issue[] {
  return date === undefined || dayFromIso(date) !== null
    ? []
    : [issueAt(at, 'impossible-date', { text: date })];
}
