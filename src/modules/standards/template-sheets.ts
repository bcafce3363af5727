import { type Catalogue, fieldMap, standardReference } from './catalogue.ts';
import type { Field, Lang, RecordStandard } from './schema.ts';
import { rulesInWords } from './tables.ts';
import { ABSENCE_WORDS, type TemplateColumn, templateColumns, VALUE_SEPARATOR } from './template-columns.ts';
import { DATATYPE_LABELS, OBLIGATION_LABELS } from './wording.ts';

interface SheetColumn {
  key: string;
  header: string;
  width: number;
  note?: string;
  list?: string[];
}

export interface TemplateSheet {
  name: string;
  columns: SheetColumn[];
  rows: Record<string, string>[];
  frozenRows: number;
}

/** The three sheets: data to fill in, how to fill it in, and the codes to choose from. */
export function templateSheets(standard: RecordStandard, catalogue: Catalogue, lang: Lang): TemplateSheet[] {
  const columns = templateColumns(standard);
  const context = { standard, catalogue, lang };
  return [dataSheet(columns, context), explanationSheet(columns, context), codesSheet(columns, context)];
}

interface Context {
  standard: RecordStandard;
  catalogue: Catalogue;
  lang: Lang;
}

const SHEET_NAMES = {
  data: { vi: 'Dữ liệu', en: 'Data' },
  explanation: { vi: 'Hướng dẫn', en: 'Instructions' },
  codes: { vi: 'Danh mục', en: 'Code lists' },
} as const;

/** Row 1 has the labels for people, row 2 the keys for the importer; both stay in view. */
function dataSheet(columns: readonly TemplateColumn[], context: Context): TemplateSheet {
  return {
    name: SHEET_NAMES.data[context.lang],
    columns: columns.map((column) => dataColumn(column, context)),
    rows: [Object.fromEntries(columns.map((column) => [column.key, column.key]))],
    frozenRows: 2,
  };
}

function dataColumn(column: TemplateColumn, context: Context): SheetColumn {
  const { lang } = context;
  const labels = column.multiple ? [] : termLabels(column, context).map((term) => term.label);
  return {
    key: column.key,
    header: `${column.header[lang]}${column.mandatory ? ' *' : ''}`,
    width: widthOf(column),
    note: columnNote(column, context),
    ...(labels.length === 0 ? {} : { list: labels }),
  };
}

/** In characters: room for running text, and no more than a header needs for a code or a number. */
function widthOf({ datatype, part }: TemplateColumn): number {
  if (datatype === 'localizedText' || datatype === 'inscription') return 40;
  if (part === 'verbatim' || datatype === 'text') return 30;
  return 20;
}

function fieldOf(column: TemplateColumn, { standard }: Context): Field | undefined {
  return fieldMap(standard).get(column.field);
}

/** The rules of a column in the sheet itself: what it is, what it must be, and an example. */
function columnNote(column: TemplateColumn, context: Context): string {
  const { lang, standard } = context;
  const field = fieldOf(column, context);
  if (!field) return KEY_NOTE[lang];
  const lines = [
    field.definition[lang],
    obligationLine(column, lang),
    column.multiple ? SEVERAL[lang] : '',
    column.codeList || column.vocabulary ? FROM_LIST[lang](column.codeList ?? column.vocabulary ?? '') : '',
    rulesInWords(standard, field, lang),
    field.example === undefined ? '' : EXAMPLE[lang](field.example),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function obligationLine(column: TemplateColumn, lang: Lang): string {
  return column.mandatory ? MANDATORY[lang] : '';
}

const KEY_NOTE = {
  vi: 'Mã định danh của hồ sơ đã có, hoặc mã của đơn vị cho hồ sơ mới. Mỗi dòng một mã, không trùng.',
  en: 'The identifier of an existing record, or your own key for a new one. One key per row, no duplicates.',
};
const MANDATORY = {
  vi: 'Bắt buộc khi gửi duyệt.',
  en: 'Mandatory when the record is submitted.',
};
const SEVERAL = {
  vi: `Nhập nhiều giá trị thì ngăn cách bằng dấu ${VALUE_SEPARATOR}`,
  en: `Separate several values by ${VALUE_SEPARATOR}`,
};
const FROM_LIST = {
  vi: (list: string) => `Chọn từ danh mục ${list} (nhãn hoặc mã).`,
  en: (list: string) => `Choose from the list ${list} (label or code).`,
};
const EXAMPLE = {
  vi: (example: string) => `Ví dụ: ${example}`,
  en: (example: string) => `Example: ${example}`,
};

const EXPLANATION_HEADERS = {
  key: { vi: 'Cột', en: 'Column' },
  label: { vi: 'Tên', en: 'Label' },
  definition: { vi: 'Giải thích', en: 'Explanation' },
  datatype: { vi: 'Kiểu dữ liệu', en: 'Datatype' },
  obligation: { vi: 'Khi gửi duyệt', en: 'When submitted' },
  list: { vi: 'Danh mục', en: 'List' },
  rules: { vi: 'Quy tắc', en: 'Rules' },
  form: { vi: 'Biểu mẫu, căn cứ', en: 'Form and legal basis' },
  example: { vi: 'Ví dụ', en: 'Example' },
} as const;

function explanationSheet(columns: readonly TemplateColumn[], context: Context): TemplateSheet {
  const { lang } = context;
  const widths: Record<string, number> = { definition: 70, rules: 40, form: 40, label: 40 };
  return {
    name: SHEET_NAMES.explanation[lang],
    columns: Object.entries(EXPLANATION_HEADERS).map(([key, header]) => ({
      key,
      header: header[lang],
      width: widths[key] ?? 24,
    })),
    rows: [...generalRows(context), ...columns.map((column) => explanationRow(column, context))],
    frozenRows: 1,
  };
}

/** What holds for the whole sheet, before the columns one by one. */
function generalRows({ standard, lang }: Context): Record<string, string>[] {
  const absences = Object.values(ABSENCE_WORDS)
    .map((word) => word[lang])
    .join(' ');
  const vi = [
    ['Tiêu chuẩn', `${standard.label.vi} (${standardReference(standard)})`],
    [
      'Cách nhập',
      'Mỗi dòng là một hồ sơ, bắt đầu từ dòng 3. Giữ nguyên hai dòng đầu; có thể bỏ các cột không dùng.',
    ],
    ['Nhiều giá trị', `${SEVERAL.vi}; các cột của cùng một trường phải theo cùng thứ tự.`],
    ['Không có giá trị', `Ô để trống là chưa nhập. Muốn nói rõ lý do, ghi: ${absences}`],
    [
      'Thời gian',
      'Ghi theo nguyên văn (ví dụ: thế kỷ XVIII; Minh Mạng năm thứ 12) hoặc theo EDTF (ví dụ: 1831, 17XX).',
    ],
  ];
  const en = [
    ['Standard', `${standard.label.en} (${standardReference(standard)})`],
    [
      'How to fill in',
      'One row per record, from row 3 on. Keep the first two rows; unused columns may be removed.',
    ],
    ['Several values', `${SEVERAL.en}; the columns of one field must follow the same order.`],
    ['No value', `An empty cell means not entered. To say why there is none, write: ${absences}`],
    [
      'Dates',
      'As written in the source (e.g. thế kỷ XVIII; Minh Mạng năm thứ 12) or as EDTF (e.g. 1831, 17XX).',
    ],
  ];
  return (lang === 'vi' ? vi : en).map(([label = '', definition = '']) => ({ label, definition }));
}

function explanationRow(column: TemplateColumn, context: Context): Record<string, string> {
  const { lang, standard } = context;
  const field = fieldOf(column, context);
  const head = { key: column.key, label: column.header[lang] };
  if (!field) return { ...head, definition: KEY_NOTE[lang] };
  return {
    ...head,
    definition: [field.definition[lang], field.help?.[lang]].filter(Boolean).join(' '),
    datatype: DATATYPE_LABELS[field.datatype][lang],
    obligation: OBLIGATION_LABELS[column.mandatory ? 'mandatory' : weaker(field)][lang],
    list: column.codeList ?? column.vocabulary ?? '',
    rules: rulesInWords(standard, field, lang),
    form: [field.formRef, field.legalBasis].filter(Boolean).join('; '),
    example: field.example ?? '',
  };
}

/** The English column of a mandatory text is only recommended: the record's own language carries the duty. */
function weaker(field: Field): 'recommended' | 'optional' {
  return field.obligation.submitted === 'optional' ? 'optional' : 'recommended';
}

function codesSheet(columns: readonly TemplateColumn[], context: Context): TemplateSheet {
  const { lang } = context;
  const byList = new Map(columns.map((column) => [column.codeList ?? column.vocabulary, column]));
  byList.delete(undefined);
  const rows = [...byList].flatMap(([list = '', column]) =>
    termLabels(column, context).map(({ code, label }) => ({ list, code, label })),
  );
  const headers = {
    list: { vi: 'Danh mục', en: 'List' },
    code: { vi: 'Mã', en: 'Code' },
    label: { vi: 'Nhãn', en: 'Label' },
  };
  return {
    name: SHEET_NAMES.codes[lang],
    columns: Object.entries(headers).map(([key, header]) => ({
      key,
      header: header[lang],
      width: key === 'label' ? 60 : 30,
    })),
    rows,
    frozenRows: 1,
  };
}

function termLabels(column: TemplateColumn, { catalogue, lang }: Context): { code: string; label: string }[] {
  const { codeList, vocabulary } = column;
  if (codeList) {
    const codes = catalogue.codeListByReference(codeList)?.codes ?? [];
    return codes.map(({ code, label }) => ({ code, label: label[lang] }));
  }
  const { concepts } = catalogue;
  if (!vocabulary || !concepts) return [];
  return concepts
    .conceptIds(vocabulary)
    .map((id) => ({ code: id, label: concepts.label(vocabulary, id, lang) ?? id }));
}
