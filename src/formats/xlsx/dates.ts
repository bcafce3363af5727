const DAY = 86_400_000;
/** Excel takes 1900 for a leap year, so that days after 28 February 1900 count from a day earlier. */
const [BEFORE_MARCH_1900, SINCE_MARCH_1900, MACINTOSH] = [
  Date.UTC(1899, 11, 31),
  Date.UTC(1899, 11, 30),
  Date.UTC(1904, 0, 1),
];
/** No serial number of a day that ISO 8601 writes in four digits is as high. */
const TOO_HIGH = 2_958_466;
const LAST_YEAR = 9999;
const FALSE_LEAP_DAY = 60;

/**
 * A serial number as ISO 8601, `2024-01-02` or `2024-01-02T08:30:00`, to the nearest second; `08:30:00` for a time of no
 * day. Serial numbers carry no time zone. Undefined for what is no date: below 0, after 9999, 29 February 1900.
 */
export function dateOfSerial(serial: number, date1904 = false): string | undefined {
  if (!(serial >= 0) || serial >= TOO_HIGH) return undefined;
  const whole = Math.floor(serial);
  if (whole === FALSE_LEAP_DAY && !date1904) return undefined;
  const first = date1904 ? MACINTOSH : whole < FALSE_LEAP_DAY ? BEFORE_MARCH_1900 : SINCE_MARCH_1900;
  const moment = new Date(first + Math.round((serial * DAY) / 1000) * 1000);
  if (moment.getUTCFullYear() > LAST_YEAR) return undefined;
  const [day = '', time = ''] = moment.toISOString().split('T');
  if (whole === 0 && !date1904) return time.slice(0, 8);
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}`;
}
