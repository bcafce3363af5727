/**
 * The instant up to which something has to be known: a day means its end in Việt Nam (UTC+7, without summer time since
 * 1975). Undefined for what is no day (YYYY-MM-DD) and no instant (RFC 3339).
 */
export function endOfMoment(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (!day && !instant) return undefined;
  const time = new Date(day ? `${text}T23:59:59.999+07:00` : text);
  if (Number.isNaN(time.getTime()) || (day && !isCalendarDay(text))) return undefined;
  return time.toISOString();
}

/** `Date` reads 31 February as 3 March. */
function isCalendarDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** The calendar day in Việt Nam. */
export function dayInVietnam(now: Date): string {
  const HOURS_AHEAD = 7;
  return new Date(now.getTime() + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
}
