import { levelOfType, type TypedName, typedName } from './unit-type.ts';

/** `whole` is what the text says by naming a unit plainly; whether another unit also got a part shows elsewhere. */
type StatedExtent = 'whole' | 'part';

/** One unit, or something that is none, that a unit of today was put together from. */
export interface FormerPart {
  /** The words of the source, complete. */
  verbatim: string;
  /** Undefined where the words name none; then `name` is all the words before the brackets. */
  type?: TypedName['type'];
  name: string;
  /** The district, and where told apart by it also the province, the former unit lay in. */
  district?: TypedName;
  province?: string;
  extent: StatedExtent;
  /** The brackets that are no district: "phần còn lại sau khi sáp nhập vào …", "bao gồm …". */
  remarks: string[];
  /** The units that took the rest, where a remark names them. */
  sharedWith: TypedName[];
}

export type MergedFrom = { kind: 'unchanged'; verbatim: string } | { kind: 'merged'; parts: FormerPart[] };

const UNCHANGED = 'giữ nguyên';
const REST = /^phần còn lại(?: sau khi sáp nhập vào (.+))?$/iu;
const PARTIAL = /^(?:phần còn lại|một phần)/iu;
const OF_DISTRICT = /^(?:thuộc\s+)?(.+?)(?:,\s*tỉnh\s+(.+))?$/iu;
const BRACKETS = /\(([^()]*)\)/gu;

/** Cuts at separators outside brackets; the pieces and separators together are the text. */
export function cutOutsideBrackets(text: string, separator: string): string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (character === separator && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

/**
 * Reads the list of former units of a unit of today, as published with the resolutions of June 2025. Nothing of it
 * is lost: the parts' `verbatim`, joined by ", ", are the text (NFC, single spaces).
 */
export function parseMergedFrom(text: string): MergedFrom {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (clean.toLowerCase() === UNCHANGED) return { kind: 'unchanged', verbatim: clean };
  const pieces = cutOutsideBrackets(clean, ',').map((piece) => piece.trim());
  return { kind: 'merged', parts: withCarriedTypes(pieces.filter((piece) => piece !== '').map(readPart)) };
}

function readPart(verbatim: string): FormerPart {
  const brackets = [...verbatim.matchAll(BRACKETS)].map((match) => (match[1] ?? '').trim());
  const bare = verbatim.replace(BRACKETS, ' ').replace(/\s+/gu, ' ').trim();
  const part: FormerPart = {
    verbatim,
    ...(typedName(bare) ?? { name: bare }),
    extent: 'whole',
    remarks: [],
    sharedWith: [],
  };
  for (const bracket of brackets) addBracket(part, bracket);
  return part;
}

function addBracket(part: FormerPart, bracket: string): void {
  const [, district = '', province] = OF_DISTRICT.exec(bracket) ?? [];
  const named = typedName(district);
  if (named && levelOfType(named.type) === 'district') {
    part.district = named;
    if (province) part.province = province;
    return;
  }
  part.remarks.push(bracket);
  if (PARTIAL.test(bracket)) part.extent = 'part';
  const others = REST.exec(bracket)?.[1];
  if (others) part.sharedWith.push(...others.split(',').flatMap((other) => typedName(other.trim()) ?? []));
}

/**
 * "Phường Nguyễn Nghiêm (thị xã Đức Phổ), Phổ Hòa, Phổ Minh": the type said once holds for the bare names behind it,
 * unless they are no names of units at all ("Trường bắn TB1", "Khu vực bãi bồi ven biển").
 */
function withCarriedTypes(parts: readonly FormerPart[]): FormerPart[] {
  let type: FormerPart['type'];
  return parts.map((part) => {
    type = part.type ?? (isBareName(part.name) ? type : undefined);
    return type === undefined ? part : { ...part, type };
  });
}

/** A firing range or a mud flat that no unit governed: it has no type, and its words say what it is. */
export function isUnit(part: FormerPart): boolean {
  return part.type !== undefined || isBareName(part.name);
}

const NO_UNIT = /^(?:trường bắn|khu vực|nông trường|lâm trường|vùng|bãi|đảo|hòn)(?:\s|$)/iu;

function isBareName(name: string): boolean {
  return !NO_UNIT.test(name);
}
