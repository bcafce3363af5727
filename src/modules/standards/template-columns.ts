import { foldFully } from '#formats/vietnamese/index.ts';
import { fieldMap } from './catalogue.ts';
import type { Field, Lang, LocalizedLabel, RecordStandard } from './schema.ts';
import type { Datatype } from './values.ts';

/**
 * One column of the import sheet. Keys: `type`, `name[vi]`, `dimensions.value`. A multi-valued cell separates its
 * values by `|`; the n-th items of the columns of one field belong to its n-th statement.
 */
export interface TemplateColumn {
  key: string;
  field: string;
  /** The property of the value that the column fills; undefined when the column is the whole value. */
  part: string | undefined;
  lang: Lang | undefined;
  header: LocalizedLabel;
  datatype: Datatype;
  multiple: boolean;
  /** Mandatory for a record to be submitted; a draft may still be imported without it. */
  mandatory: boolean;
  /** `scheme@version` of the code list whose codes or labels the cell takes. */
  codeList: string | undefined;
  vocabulary: string | undefined;
}

/** Separates several values in one cell. */
export const VALUE_SEPARATOR = '|';

/** How a cell states a typed absence instead of a value. */
export const ABSENCE_WORDS = {
  unknown: { vi: '[không rõ]', en: '[unknown]' },
  none: { vi: '[không có]', en: '[none]' },
  'not-entered': { vi: '[chưa nhập]', en: '[not entered]' },
  'not-found': { vi: '[không tìm thấy]', en: '[not found]' },
  restricted: { vi: '[hạn chế]', en: '[restricted]' },
} as const;

/** The column that says which record a row is: its identifier, or the key of the owner's own system. */
const KEY_COLUMN: TemplateColumn = {
  key: 'id',
  field: 'id',
  part: undefined,
  lang: undefined,
  header: { vi: 'Mã hồ sơ', en: 'Record key' },
  datatype: 'text',
  multiple: false,
  mandatory: true,
  codeList: undefined,
  vocabulary: undefined,
};

interface Part {
  part: string;
  label: LocalizedLabel;
  codeList?: (field: Field) => string | undefined;
}

const PARTS: Partial<Record<Datatype, Part[]>> = {
  identifier: [
    { part: 'scheme', label: { vi: 'hệ thống mã', en: 'scheme' } },
    { part: 'value', label: { vi: 'số, mã', en: 'number' } },
  ],
  measurement: [
    { part: 'type', label: { vi: 'loại số đo', en: 'type' }, codeList: (f) => f.measure?.types },
    { part: 'value', label: { vi: 'trị số', en: 'value' } },
    { part: 'unit', label: { vi: 'đơn vị', en: 'unit' }, codeList: (f) => f.measure?.units },
    { part: 'part', label: { vi: 'bộ phận được đo', en: 'part measured' } },
  ],
  agentRole: [
    { part: 'role', label: { vi: 'vai trò', en: 'role' }, codeList: (f) => f.roles },
    { part: 'verbatim', label: { vi: 'tên hoặc mã định danh', en: 'name or identifier' } },
  ],
  place: [
    { part: 'verbatim', label: { vi: 'địa chỉ nguyên văn', en: 'address as written' } },
    { part: 'units', label: { vi: 'đơn vị hành chính', en: 'administrative unit' } },
  ],
  decision: [
    { part: 'number', label: { vi: 'số quyết định', en: 'number' } },
    { part: 'date', label: { vi: 'ngày ban hành', en: 'date' } },
    { part: 'issuer', label: { vi: 'cơ quan ban hành', en: 'issuer' } },
  ],
  recurrence: [
    { part: 'calendar', label: { vi: 'lịch', en: 'calendar' } },
    { part: 'start', label: { vi: 'bắt đầu (tháng-ngày)', en: 'start (month-day)' } },
    { part: 'end', label: { vi: 'kết thúc (tháng-ngày)', en: 'end (month-day)' } },
    { part: 'words', label: { vi: 'mô tả bằng lời', en: 'in words' } },
  ],
  geometry: [
    { part: 'role', label: { vi: 'vai trò', en: 'role' }, codeList: (f) => f.geometryRoles },
    { part: 'crs', label: { vi: 'hệ tọa độ', en: 'coordinate system' } },
    { part: 'n', label: { vi: 'vĩ độ hoặc X (bắc)', en: 'latitude or northing' } },
    { part: 'e', label: { vi: 'kinh độ hoặc Y (đông)', en: 'longitude or easting' } },
    { part: 'publicPrecision', label: { vi: 'mức công khai vị trí', en: 'public precision' } },
  ],
  inscription: [
    { part: 'original', label: { vi: 'nguyên văn', en: 'original' } },
    { part: 'transliteration', label: { vi: 'phiên âm', en: 'transliteration' } },
    { part: 'translation', label: { vi: 'dịch nghĩa', en: 'translation' } },
    { part: 'position', label: { vi: 'vị trí', en: 'position' } },
  ],
};

const LANGUAGES: Record<Lang, LocalizedLabel> = {
  vi: { vi: 'tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'tiếng Anh', en: 'English' },
};

/** The columns of the import sheet of a standard, in the order of its fields. Files come by another way. */
export function templateColumns(standard: RecordStandard): TemplateColumn[] {
  const fields = [...fieldMap(standard).values()].filter((field) => field.datatype !== 'file');
  return [KEY_COLUMN, ...fields.flatMap(columnsOf)];
}

function columnsOf(field: Field): TemplateColumn[] {
  if (field.datatype === 'localizedText')
    return (['vi', 'en'] as const).map((lang) => languageColumn(field, lang));
  const parts = PARTS[field.datatype];
  return parts ? parts.map((part, i) => partColumn(field, part, i === 0)) : [column(field)];
}

function column(field: Field): TemplateColumn {
  return {
    key: field.id,
    field: field.id,
    part: undefined,
    lang: undefined,
    header: field.label,
    datatype: field.datatype,
    multiple: field.cardinality.endsWith('*'),
    mandatory: field.obligation.submitted === 'mandatory',
    codeList: field.codeList,
    vocabulary: field.vocabulary,
  };
}

function languageColumn(field: Field, lang: Lang): TemplateColumn {
  const base = column(field);
  return {
    ...base,
    key: `${field.id}[${lang}]`,
    lang,
    header: both(field.label, LANGUAGES[lang]),
    mandatory: base.mandatory && lang === 'vi',
  };
}

function partColumn(field: Field, { part, label, codeList }: Part, first: boolean): TemplateColumn {
  const base = column(field);
  return {
    ...base,
    key: `${field.id}.${part}`,
    part,
    header: both(field.label, label),
    mandatory: base.mandatory && first,
    codeList: codeList?.(field),
  };
}

function both(label: LocalizedLabel, detail: LocalizedLabel): LocalizedLabel {
  return { vi: `${label.vi} – ${detail.vi}`, en: `${label.en} – ${detail.en}` };
}

/** The column a header of somebody's sheet means: by key, else by its label in either language, marks ignored. */
export function columnByHeader(
  columns: readonly TemplateColumn[],
  header: string,
): TemplateColumn | undefined {
  const wanted = header.replace(/\s*\*\s*$/, '').trim();
  const folded = foldFully(wanted);
  return (
    columns.find((c) => c.key.toLowerCase() === wanted.toLowerCase()) ??
    columns.find((c) => c.header.vi === wanted || c.header.en === wanted) ??
    columns.find((c) => foldFully(c.header.vi) === folded || foldFully(c.header.en) === folded)
  );
}
