import { expect, it } from 'vitest';
import { dayInVietnam, isoDateText } from './days.ts';

it.each([
  ['2012-10-01', 'vi', '1/10/2012'],
  ['2012-10-01', 'en', '1 October 2012'],
  ['năm 1902', 'vi', 'năm 1902'],
  ['', 'vi', ''],
  [null, 'en', ''],
] as const)('writes %j in %s as %j', (iso, lang, text) => {
  expect(isoDateText(iso, lang)).toBe(text);
});

it.each([
  ['2026-12-31T16:59:59.000Z', '2026-12-31'],
  ['2026-12-31T17:00:00.000Z', '2027-01-01'],
])('%s is %s in Vietnam', (instant, day) => {
  expect(dayInVietnam(instant)).toBe(day);
  expect(dayInVietnam(new Date(instant))).toBe(day);
});
