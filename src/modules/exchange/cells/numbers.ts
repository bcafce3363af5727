import { type Read, readAs, refusedCell } from './problem.ts';

const YES = new Set(['có', 'co', 'đúng', 'yes', 'y', 'true', '1', 'x', '✓']);
const NO = new Set(['không', 'khong', 'sai', 'no', 'n', 'false', '0']);

export function readBoolean(cell: string): Read<boolean> {
  const word = cell.toLowerCase();
  if (YES.has(word)) return readAs(true);
  return NO.has(word) ? readAs(false) : refusedCell('not-a-boolean', { given: cell });
}

// Spaces between groups of three are unambiguous; points and commas are not, and are refused.
const GROUPED = /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/;

export function readInteger(cell: string): Read<number> {
  const digits = GROUPED.test(cell) ? cell.replace(/\s/g, '') : cell;
  const number = Number(digits);
  return /^[-−]?\d+$/.test(digits) && Number.isSafeInteger(number)
    ? readAs(number)
    : refusedCell('not-an-integer', { given: cell });
}

/** One comma before exactly three digits: 1,250 is 1.25 in Vietnam and 1250 elsewhere. */
const EITHER = /^-?\d{1,3},\d{3}$/;

/**
 * A decimal as the standards write it, with a point, every digit kept. A comma is read as the decimal sign, as in
 * Vietnam; with both signs in one number, the later is the decimal sign.
 */
export function readDecimal(cell: string): Read<string> {
  const text = cell
    .replaceAll('−', '-')
    .replace(/^\+/, '')
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (EITHER.test(text)) {
    return refusedCell('ambiguous-number', {
      given: cell,
      small: text.replace(',', '.'),
      large: text.replace(',', ''),
    });
  }
  const plain = withPoint(text);
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain)
    ? readAs(plain)
    : refusedCell('not-a-number', { given: cell });
}

function withPoint(text: string): string {
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (comma < 0) return text;
  if (point < 0) return text.replace(',', '.');
  const grouping = point < comma ? /\./g : /,/g;
  const wellGrouped = point < comma ? /^-?\d{1,3}(\.\d{3})+,\d+$/ : /^-?\d{1,3}(,\d{3})+\.\d+$/;
  return wellGrouped.test(text) ? text.replace(grouping, '').replace(',', '.') : text;
}

const DEGREES =
  /^([\d.,]+)\s*°\s*(?:([\d.,]+)\s*['′’]\s*)?(?:([\d.,]+)\s*(?:"|″|”|'')\s*)?([NSEWBĐTnsewbđt])?$/;

/** Decimal degrees, degrees with minutes and seconds, or metres. The letters of the compass in both languages. */
export function readCoordinate(cell: string): Read<number> {
  const [whole, degrees, minutes = '0', seconds = '0', side = ''] = DEGREES.exec(cell.trim()) ?? [];
  if (whole === undefined) {
    const number = Number(withPoint(cell.replace(/[\s\u00a0\u202f]/g, '')));
    return cell.trim() !== '' && Number.isFinite(number)
      ? readAs(number)
      : refusedCell('not-a-coordinate', { given: cell });
  }
  const [d = Number.NaN, m = 0, s = 0] = [degrees, minutes, seconds].map((part) =>
    Number(part?.replace(',', '.')),
  );
  const value = d + m / 60 + s / 3600;
  if (!Number.isFinite(value) || m >= 60 || s >= 60) return refusedCell('not-a-coordinate', { given: cell });
  // Rounded to 1e-9 of a degree (0.1 mm): what is left of dividing by 60 means nothing.
  return readAs(Number(((/[SWTswt]/.test(side) ? -1 : 1) * value).toFixed(9)));
}
