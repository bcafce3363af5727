import { removeMarks, slugify } from '#formats/vietnamese/index.ts';
import { codeKey, type LocalizedLabel } from '#modules/standards/index.ts';
import { type RecordView, termCodes } from './record-view.ts';
import type { SourceTarget, SourceUnit } from './source.ts';
import { stringsOf } from './structured-value.ts';
import { codeWithBroader, conceptWithBroader, type FacetValue } from './terms.ts';

const plain = (value: string, label: LocalizedLabel): FacetValue => ({ value, label });

export function kindValues({ source: { kind }, terms: { catalogue } }: RecordView): FacetValue[] {
  const label = catalogue.code('record-kind', kind)?.label ?? catalogue.standard(kind)?.label;
  return [plain(kind, label ?? { vi: kind, en: kind })];
}

/** Fields of the legal type; a kind has one of them. */
const LEGAL_TYPES = ['type', 'ichType'];

/** The legal type of each kind; artefacts have the type of object, from a vocabulary. */
export function typeValues(view: RecordView): FacetValue[] {
  const { catalogue } = view.terms;
  const legal = LEGAL_TYPES.flatMap((id) => {
    const scheme = catalogue.field(view.source.kind, id)?.codeList?.split('@')[0];
    return scheme === undefined
      ? []
      : termCodes(view, id).flatMap((code) => codeWithBroader(view.terms, scheme, code));
  });
  return [...legal, ...conceptValues(view, 'objectType', 'object-types')];
}

export function conceptValues(view: RecordView, fieldId: string, vocabulary: string): FacetValue[] {
  return termCodes(view, fieldId).flatMap((id) => conceptWithBroader(view.terms, vocabulary, id));
}

function unitValue({ code, name, nameEn, formerNames, level }: SourceUnit): FacetValue {
  // A former commune is found under the one it went into; former provinces are values of their own.
  const names = level === 'commune' ? formerNames : [];
  return { value: code, label: { vi: name, en: nameEn ?? removeMarks(name) }, names };
}

export function provinceValues({ place }: RecordView): FacetValue[] {
  return place.provinces.map(unitValue);
}

export function communeValues({ place }: RecordView): FacetValue[] {
  return place.communes.map(unitValue);
}

/** Codes of the 63 provinces overlap with those of the 34, so that they bear a prefix. */
const FORMER_PREFIX = 'former-';

export function formerProvinceValues({ place }: RecordView): FacetValue[] {
  return place.formerProvinces.map(({ code, name, nameEn }) =>
    plain(`${FORMER_PREFIX}${code}`, { vi: name, en: nameEn ?? removeMarks(name) }),
  );
}

export function listValues({ source, terms }: RecordView): FacetValue[] {
  return source.designations.flatMap(({ list }) => codeWithBroader(terms, 'designation-list', list));
}

const LEVELS: Readonly<Record<string, LocalizedLabel>> = {
  unesco: { vi: 'UNESCO', en: 'UNESCO' },
  special: { vi: 'Quốc gia đặc biệt, bảo vật quốc gia', en: 'Special national, national treasure' },
  national: { vi: 'Quốc gia', en: 'National' },
  province: { vi: 'Cấp tỉnh', en: 'Provincial' },
  none: { vi: 'Chưa xếp hạng, ghi danh', en: 'Not designated' },
};

const SPECIAL_LISTS = new Set(['QUOC_GIA_DAC_BIET', 'BAO_VAT_QUOC_GIA']);

export type RankLevel = 'unesco' | 'special' | 'national' | 'province' | 'none';
const RANK_LEVELS: readonly RankLevel[] = ['unesco', 'special', 'national', 'province', 'none'];

/** The levels of recognition of a record, highest first; never empty. */
export function rankLevels({ source, terms }: RecordView): RankLevel[] {
  const levels = new Set(source.designations.map(({ list }) => levelOf(list, terms)));
  return levels.size === 0 ? ['none'] : RANK_LEVELS.filter((level) => levels.has(level));
}

function levelOf(list: string, { catalogue }: RecordView['terms']): RankLevel {
  if (SPECIAL_LISTS.has(list)) return 'special';
  const level = catalogue.code('designation-list', list)?.mappings?.level;
  return RANK_LEVELS.find((known) => known === level) ?? 'province';
}

export function rankValues(view: RecordView): FacetValue[] {
  return rankLevels(view).map((level) => plain(level, LEVELS[level] ?? { vi: level, en: level }));
}

const labelOfTarget = ({ title }: SourceTarget): LocalizedLabel => ({
  vi: title.vi,
  en: title.en ?? title.vi,
});

/** Who holds it: a record of a museum or organisation, else the words of the source as a slug. */
export function holderValues(view: RecordView): FacetValue[] {
  const holders = view.values('holder');
  const pids = new Set([
    ...holders.flatMap(({ value }) => stringsOf(value, 'pid')),
    ...view.source.targets.filter(({ relation }) => relation === 'housedIn').map(({ pid }) => pid),
  ]);
  const known = distinctTargets(view, pids);
  const verbatim = known.length > 0 ? [] : holders.flatMap(({ value }) => stringsOf(value, 'verbatim'));
  return [
    ...known.map((target) => plain(target.pid, labelOfTarget(target))),
    ...verbatim.map((words) => plain(`x-${slugify(words)}`, { vi: words, en: words })),
  ];
}

function distinctTargets({ source }: RecordView, pids: ReadonlySet<string>): SourceTarget[] {
  const wanted = source.targets.filter(({ pid }) => pids.has(pid));
  return [...new Map(wanted.map((target) => [target.pid, target])).values()];
}

/** People and organisations that the record names and that have a record of their own. */
export function peopleValues(view: RecordView): FacetValue[] {
  const pids = new Set(view.source.targets.filter(({ kind }) => kind === 'agent').map(({ pid }) => pid));
  return distinctTargets(view, pids).map((target) => plain(target.pid, labelOfTarget(target)));
}

const REUSE: Readonly<Record<string, LocalizedLabel>> = {
  free: { vi: 'Dùng tự do', en: 'Free to use' },
  conditional: { vi: 'Dùng có điều kiện', en: 'Use with conditions' },
  'view-only': { vi: 'Chỉ xem', en: 'View only' },
  unknown: { vi: 'Chưa xác định', en: 'Not determined' },
};

const FREE = /^(cc0|pdm|cc-by|noc-(us|okllr|oklr))/;
const CONDITIONAL = /^(cc-|inc-edu|inc-nc|noc-(nc|cr))/;
const UNDETERMINED = /^(cne|und|nkc|none)$/;

/** The many rights statements and licences as the one question a reader has: may I use it? */
export function rightsValues(view: RecordView): FacetValue[] {
  const codes = ['rights', 'licence'].flatMap((field) => termCodes(view, field)).map(codeKey);
  const kinds = codes.length === 0 ? ['unknown'] : [...new Set(codes.map(reuseOf))];
  return kinds.map((kind) => plain(kind, REUSE[kind] ?? { vi: kind, en: kind }));
}

function reuseOf(code: string): string {
  if (UNDETERMINED.test(code)) return 'unknown';
  if (FREE.test(code) && !/-n[cd]\b/.test(code)) return 'free';
  return CONDITIONAL.test(code) ? 'conditional' : 'view-only';
}

/** Photographs of the dossier are the only media before files are kept here. */
export function mediaValues(view: RecordView): FacetValue[] {
  return view.values('filePhotographs').length > 0
    ? [plain('image', { vi: 'Ảnh', en: 'Images' })]
    : [plain('none', { vi: 'Chưa có tư liệu số', en: 'No digital media yet' })];
}

export function visitValues(view: RecordView): FacetValue[] {
  const open = view.values('visitable').some(({ value }) => value === true);
  const accessible = view.values('accessibility').length > 0;
  return [
    ...(open ? [plain('open', { vi: 'Mở cửa đón khách', en: 'Open to visitors' })] : []),
    ...(accessible
      ? [plain('accessible', { vi: 'Có hướng dẫn tiếp cận', en: 'Accessibility described' })]
      : []),
  ];
}

/** Levels of digitization that the record itself proves; the higher ones need files. */
export function levelValues(view: RecordView): FacetValue[] {
  const described = ['summary', 'description', 'significance'].some((field) => view.values(field).length > 0);
  return described
    ? [plain('m1', { vi: 'M1 · Đã mô tả', en: 'M1 · Described' })]
    : [plain('m0', { vi: 'M0 · Đã có trong sổ bộ', en: 'M0 · Registered' })];
}

export function verificationValues({ source }: RecordView): FacetValue[] {
  return [
    source.verification === 'confirmed'
      ? plain('confirmed', { vi: 'Đã xác nhận', en: 'Confirmed' })
      : plain('unconfirmed', { vi: 'Chưa xác nhận', en: 'Not confirmed' }),
  ];
}
