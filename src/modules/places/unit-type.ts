/** Levels of administrative units; districts existed until 30 June 2025 (Luật 72/2025/QH15). */
export type UnitLevel = 'province' | 'district' | 'commune';

const COMMUNE_TYPES = ['phường', 'xã', 'thị trấn', 'đặc khu'] as const;
const DISTRICT_TYPES = ['huyện', 'quận', 'thị xã', 'thành phố'] as const;

/** Types that a unit's name starts with. A `thành phố` can be a province or a district. */
export type UnitType = (typeof COMMUNE_TYPES)[number] | (typeof DISTRICT_TYPES)[number] | 'tỉnh';

export interface TypedName {
  type: UnitType;
  name: string;
}

const ABBREVIATIONS: Readonly<Record<string, UnitType>> = { tp: 'thành phố', tx: 'thị xã', tt: 'thị trấn' };
const TYPED =
  /^(phường|xã|thị trấn|đặc khu|huyện đảo|huyện|quận|thị xã|thành phố|tỉnh|tp\.?|tx\.?|tt\.?)(?=[\s.])\.?\s*(\S.*)$/iu;
const GLUED_CITY = /^(tp)(hcm)$/iu;

/**
 * "Phường Cửa Nam" → phường, Cửa Nam; "TP. Huế" → thành phố, Huế. The name keeps its spelling; undefined when the
 * text starts with no type. A district with a number is called by it: "Quận 8" → quận, 8.
 */
export function typedName(text: string): TypedName | undefined {
  const match = TYPED.exec(text) ?? GLUED_CITY.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const word = match[1].toLowerCase().replace('.', '');
  const type = ABBREVIATIONS[word] ?? (word === 'huyện đảo' ? 'huyện' : (word as UnitType));
  return { type, name: match[2].trim() };
}

/** The level of a type; for `thành phố` the lower one, since most of them were districts of a province. */
export function levelOfType(type: UnitType): UnitLevel {
  if (type === 'tỉnh') return 'province';
  return (COMMUNE_TYPES as readonly string[]).includes(type) ? 'commune' : 'district';
}

/** "Phường Cửa Nam", the way the lists print it. */
export function fullName({ type, name }: TypedName): string {
  return `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;
}
