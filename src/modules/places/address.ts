import { cutOutsideBrackets } from './merged-from.ts';
import { foldName } from './unit.ts';
import { levelOfType, typedName, type UnitLevel, type UnitType } from './unit-type.ts';

/** `stated`: the address itself says no more than the name; the others follow its own words ("cũ", "nay", "từ 2025"). */
type AddressEra = 'stated' | 'former' | 'present';

export interface AddressPart {
  level: UnitLevel | 'locality' | 'street' | 'other';
  /** For administrative units that the address gives a type. */
  type?: UnitType;
  name: string;
  era: AddressEra;
  verbatim: string;
}

interface AddressOptions {
  /** Names of provinces, of today and before, by which a bare "Hà Nội" at the end is known; spelled as usual. */
  provinces?: Iterable<string>;
}

// Cities directly under the centre; every other "thành phố" belonged to a province until 30 June 2025.
const CENTRAL_CITIES = new Set(
  ['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Huế', 'Cần Thơ', 'Hồ Chí Minh', 'Đồng Nai'].map(foldName),
);

const PRESENT = /^(?:(?:hiện\s+)?nay(?:\s+(?:là|thuộc))?|từ\s+2025(?:\s+(?:là|thuộc))?)\s+(?=\S)/iu;
const FORMER = /^(?:trước(?:\s+2025)?\s*(?:là|:)|nguyên(?:\s+là)?|xưa\s+là)\s*(?=\S)/iu;
const LEADING = /^(?:thuộc|giáp(?:\s+ranh)?|tại|ở)\s+(?=\S)/iu;
const FORMER_TAIL = /\s+(?:cũ|trước đây)$/iu;
const STREET = /^(?:số|đường|phố|ngõ|ngách|quốc lộ|góc|cạnh|\d+[\p{L}]?[\s,/-])/iu;
const LOCALITY =
  /^(?:thôn|làng|bản|ấp|xóm|khu|tổ|buôn|sóc|phum|đảo|núi|đồi|gò|cù lao|bán đảo|trại|chân|phía|dãy)(?:\s|$)/iu;
const AND_UNITS = /\s+và\s+(?=(?:phường|xã|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s)/iu;
const REMARK = /\s+[—]\s+/u;
const BRACKET = /\(([^()]*)\)?/gu;

interface Scope {
  era: AddressEra;
  provinces: ReadonlySet<string>;
}

/**
 * Takes a Vietnamese address apart: "phường Bình San, thành phố Hà Tiên, tỉnh Kiên Giang (từ 2025 thuộc tỉnh An
 * Giang)" → commune, district and province as stated, and the province of today. Every word of the text is in the
 * `verbatim` of a part; words that are no place are parts of level `other`.
 */
export function parseAddress(text: string, options: AddressOptions = {}): AddressPart[] {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [address = '', ...remarks] = clean.split(REMARK);
  const provinces = new Set([...(options.provinces ?? [])].map(foldName));
  const parts = scopeParts(address, { era: 'stated', provinces });
  return [...parts, ...remarks.map((verbatim) => other(verbatim, 'stated'))];
}

function scopeParts(text: string, scope: Scope): AddressPart[] {
  const pieces = cutOutsideBrackets(text, ',').flatMap((piece) => cutOutsideBrackets(piece, ';'));
  const parts: AddressPart[] = [];
  let { era } = scope;
  for (const piece of pieces.map((given) => given.trim()).filter(Boolean)) {
    const bare = piece.replace(BRACKET, ' ').replace(/\s+/gu, ' ').trim();
    era = eraOf(bare) ?? era;
    parts.push(
      ...bare
        .split(AND_UNITS)
        .filter(Boolean)
        .map((words) => readPart(words, { ...scope, era })),
    );
    for (const [, inside = ''] of piece.matchAll(BRACKET))
      parts.push(...scopeParts(inside, { ...scope, era: eraOf(inside) ?? era }));
  }
  return withProvinces(parts);
}

function eraOf(words: string): AddressEra | undefined {
  if (PRESENT.test(words)) return 'present';
  return FORMER.test(words) ? 'former' : undefined;
}

function readPart(verbatim: string, { era, provinces }: Scope): AddressPart {
  const words = verbatim.replace(PRESENT, '').replace(FORMER, '').replace(LEADING, '');
  const name = words.replace(FORMER_TAIL, '').trim();
  const when = FORMER_TAIL.test(words) ? 'former' : era;
  const typed = typedName(name);
  if (typed) return { level: levelOfType(typed.type), ...typed, era: when, verbatim };
  const level = STREET.test(name)
    ? 'street'
    : LOCALITY.test(name)
      ? 'locality'
      : provinces.has(foldName(name))
        ? 'province'
        : 'other';
  return { level, name, era: when, verbatim };
}

const other = (verbatim: string, era: AddressEra): AddressPart => ({
  level: 'other',
  name: verbatim,
  era,
  verbatim,
});

/** "thành phố Huế" is a province at the end of an address and a district in front of "tỉnh Thừa Thiên Huế". */
function withProvinces(parts: readonly AddressPart[]): AddressPart[] {
  return parts.map((part, index) => {
    const central =
      part.type === 'thành phố' && CENTRAL_CITIES.has(foldName(part.name.replace(/^HCM$/u, 'Hồ Chí Minh')));
    const province = central || (part.level === 'province' && part.type === undefined);
    if (!province) return part;
    const followed = parts.slice(index + 1).some((next) => isProvinceWord(next, part.era));
    const level = followed ? (central ? 'district' : 'other') : 'province';
    return { ...part, level };
  });
}

const isProvinceWord = (part: AddressPart, era: AddressEra): boolean =>
  part.level === 'province' && part.era === era;
