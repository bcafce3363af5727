/** Vietnamese letters without marks, lower case: Đà Nẵng and Da Nang compare equal. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .trim();
}

/** Foreign names for the sea and the two archipelagos, folded; refused on every feature of the map. */
const toponyms = [
  'paracel',
  'paracels',
  'spratly',
  'spratlys',
  'spratley',
  'xisha',
  'hsisha',
  'nansha',
  'zhongsha',
  'sansha',
  'kalayaan',
  'south china sea',
  'nanhai',
  'west philippine sea',
  'bien nam trung hoa',
  'bien hoa nam',
];

/** Names of other states and their Sino-Vietnamese or local names for features of the two archipelagos, folded. */
const inTheBox = [
  'china',
  'chinese',
  'trung quoc',
  'prc',
  'hainan',
  'hai nam',
  'taiwan',
  'dai loan',
  'philippines',
  'philippine',
  'palawan',
  'malaysia',
  'sabah',
  'brunei',
  'indonesia',
  'tay sa',
  'nam sa',
  'tam sa',
  'yongxing',
  'taiping',
  'pag-asa',
  'layang-layang',
];

const wordPattern = (words: string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'u');

const toponymPattern = wordPattern(toponyms);
const boxPattern = wordPattern([...toponyms, ...inTheBox]);

/** Han, Tagalog, Jawi… anything that is neither Latin nor shared by all scripts. */
const foreignScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

export const hasForeignToponym = (text: string): boolean => toponymPattern.test(foldName(text));

export const hasForeignName = (text: string): boolean =>
  boxPattern.test(foldName(text)) || foreignScript.test(text);

/** Attribute names (Natural Earth, GADM, ISO) that say to which state a feature belongs. */
const stateAttribute =
  /^(?:iso(?:_?[an]?[23]?)?|adm0_?\w*|admin|sov\w*|gid_0|name_0|country\w*|state|iso_3166_2)$/i;

/** Does a property assign the feature to a state other than Vietnam? */
export function assignsToOtherState(key: string, value: string): boolean {
  return (
    stateAttribute.test(key) && value !== '' && !/^(?:vn|vnm|vn-.*|viet ?nam|704)$/.test(foldName(value))
  );
}

const generic = /^(?:quần đảo|đảo|đá|bãi|cồn|cụm|nhóm|hòn|đặc khu|tỉnh|thành phố|tp\.)\s+/iu;

/** The proper part of a Vietnamese name ("Quần đảo Hoàng Sa" → "Hoàng Sa"), or nothing when the generic term is missing. */
export function properName(nameVi: string): string | undefined {
  return generic.test(nameVi) ? nameVi.replace(generic, '') : undefined;
}
