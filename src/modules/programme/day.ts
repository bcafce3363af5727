/** YYYY-MM-DD in Việt Nam (UTC+7, no summer time). */
export function dayInVietnam(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
