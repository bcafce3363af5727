import { fieldMap } from './catalogue.ts';
import type { CodeList, Field, Lang, RecordStandard } from './schema.ts';
import { MAPPING_SCHEMES } from './schema.ts';
import {
  CARDINALITY_LABELS,
  DATATYPE_LABELS,
  OBLIGATION_LABELS,
  ruleInWords,
  VISIBILITY_LABELS,
} from './wording.ts';

/** A table ready for a page or a sheet: every row has one text per column. */
export interface Table {
  columns: { key: string; header: string }[];
  rows: string[][];
}

interface ColumnOf<T> {
  key: string;
  header: Record<Lang, string>;
  text: (item: T) => string;
}

function tableOf<T>(columns: readonly ColumnOf<T>[], items: readonly T[], lang: Lang): Table {
  return {
    columns: columns.map(({ key, header }) => ({ key, header: header[lang] })),
    rows: items.map((item) => columns.map((column) => column.text(item))),
  };
}

interface PlacedField {
  field: Field;
  group: string;
}

/** Every field of a standard with what the law and the standard demand of it. */
export function standardTable(standard: RecordStandard, lang: Lang): Table {
  const items = standard.groups.flatMap((group) =>
    group.fields.map((field): PlacedField => ({ field, group: group.label[lang] })),
  );
  return tableOf(fieldColumns(standard, lang), items, lang);
}

function fieldColumns(standard: RecordStandard, lang: Lang): ColumnOf<PlacedField>[] {
  const of = (text: (field: Field) => string | undefined) => (item: PlacedField) => text(item.field) ?? '';
  return [
    { key: 'group', header: { vi: 'Nhóm', en: 'Group' }, text: (item) => item.group },
    { key: 'id', header: { vi: 'Mã trường', en: 'Field id' }, text: of((f) => f.id) },
    { key: 'label', header: { vi: 'Tên trường', en: 'Label' }, text: of((f) => f.label[lang]) },
    {
      key: 'definition',
      header: { vi: 'Định nghĩa', en: 'Definition' },
      text: of((f) => f.definition[lang]),
    },
    {
      key: 'datatype',
      header: { vi: 'Kiểu dữ liệu', en: 'Datatype' },
      text: of((f) => DATATYPE_LABELS[f.datatype][lang]),
    },
    {
      key: 'cardinality',
      header: { vi: 'Số lượng', en: 'Cardinality' },
      text: of((f) => CARDINALITY_LABELS[f.cardinality][lang]),
    },
    {
      key: 'draft',
      header: { vi: 'Khi lập nháp', en: 'As draft' },
      text: of((f) => OBLIGATION_LABELS[f.obligation.draft][lang]),
    },
    {
      key: 'submitted',
      header: { vi: 'Khi gửi duyệt', en: 'When submitted' },
      text: of((f) => OBLIGATION_LABELS[f.obligation.submitted][lang]),
    },
    {
      key: 'published',
      header: { vi: 'Khi công bố', en: 'When published' },
      text: of((f) => OBLIGATION_LABELS[f.obligation.published][lang]),
    },
    { key: 'list', header: { vi: 'Danh mục', en: 'List' }, text: of(listOf) },
    {
      key: 'rules',
      header: { vi: 'Quy tắc', en: 'Rules' },
      text: of((f) => rulesInWords(standard, f, lang)),
    },
    { key: 'weight', header: { vi: 'Trọng số', en: 'Weight' }, text: of((f) => String(f.weight)) },
    {
      key: 'visibility',
      header: { vi: 'Phạm vi xem', en: 'Visibility' },
      text: of((f) => VISIBILITY_LABELS[f.visibility][lang]),
    },
    {
      key: 'personal',
      header: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
      text: of((f) => (f.personal ? yes(lang) : '')),
    },
    { key: 'legalBasis', header: { vi: 'Căn cứ pháp lý', en: 'Legal basis' }, text: of((f) => f.legalBasis) },
    {
      key: 'formRef',
      header: { vi: 'Mục trong biểu mẫu', en: 'Item of the official form' },
      text: of((f) => f.formRef),
    },
    { key: 'example', header: { vi: 'Ví dụ', en: 'Example' }, text: of((f) => f.example) },
  ];
}

function yes(lang: Lang): string {
  return lang === 'vi' ? 'Có' : 'Yes';
}

/** Every list a field draws codes from, as `scheme@version` or the id of a vocabulary. */
function listOf(field: Field): string {
  const { codeList, vocabulary, roles, geometryRoles, measure } = field;
  return [codeList, vocabulary, roles, geometryRoles, measure?.types, measure?.units]
    .filter(Boolean)
    .join(', ');
}

/** The rules of a field in words, joined by semicolons. */
export function rulesInWords(standard: RecordStandard, field: Field, lang: Lang): string {
  const labelOf = (id: string) => fieldMap(standard).get(id)?.label ?? { vi: id, en: id };
  return (field.rules ?? []).map((rule) => ruleInWords(rule, labelOf)[lang]).join('; ');
}

const MAPPING_HEADERS = {
  dc: 'Dublin Core',
  tcvn7980: 'TCVN 7980',
  crm: 'CIDOC CRM',
  linkedArt: 'Linked Art',
  edm: 'EDM',
  lido: 'LIDO',
  schemaOrg: 'schema.org',
  marc: 'MARC 21',
} as const;

/** The crosswalk: what each field is called in the international vocabularies. */
export function mappingTable(standard: RecordStandard, lang: Lang): Table {
  const columns: ColumnOf<Field>[] = [
    { key: 'id', header: { vi: 'Mã trường', en: 'Field id' }, text: (f) => f.id },
    { key: 'label', header: { vi: 'Tên trường', en: 'Label' }, text: (f) => f.label[lang] },
    ...MAPPING_SCHEMES.map((scheme) => ({
      key: scheme,
      header: { vi: MAPPING_HEADERS[scheme], en: MAPPING_HEADERS[scheme] },
      text: (f: Field) => f.mappings?.[scheme] ?? '',
    })),
  ];
  return tableOf(columns, [...fieldMap(standard).values()], lang);
}

/** The codes of a list with labels in both languages, whatever the reader's language: codes travel. */
export function codeListTable(list: CodeList, lang: Lang): Table {
  const columns: ColumnOf<CodeList['codes'][number]>[] = [
    { key: 'code', header: { vi: 'Mã', en: 'Code' }, text: (c) => c.code },
    { key: 'vi', header: { vi: 'Tiếng Việt', en: 'Vietnamese' }, text: (c) => c.label.vi },
    { key: 'en', header: { vi: 'Tiếng Anh', en: 'English' }, text: (c) => c.label.en },
    { key: 'broader', header: { vi: 'Thuộc', en: 'Part of' }, text: (c) => c.broader ?? '' },
    {
      key: 'definition',
      header: { vi: 'Định nghĩa', en: 'Definition' },
      text: (c) => c.definition?.[lang] ?? '',
    },
    { key: 'note', header: { vi: 'Ghi chú', en: 'Note' }, text: (c) => c.note?.[lang] ?? '' },
  ];
  return tableOf(columns, list.codes, lang);
}
