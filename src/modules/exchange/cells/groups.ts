import {
  type Field,
  fieldMap,
  type Lang,
  type RecordStandard,
  type TemplateColumn,
} from '#modules/standards/index.ts';

/** The columns that fill the same statements: those of a field, or of one language of a text. */
export interface CellGroup {
  field: Field;
  lang: Lang | undefined;
  multiple: boolean;
  columns: readonly TemplateColumn[];
}

/** The groups of these columns, in the order of the standard. The column of record keys belongs to none. */
export function groupColumns(standard: RecordStandard, columns: readonly TemplateColumn[]): CellGroup[] {
  const fields = fieldMap(standard);
  const groups = Map.groupBy(columns, ({ field, lang }) => `${field} ${lang ?? ''}`);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    const field = first && fields.get(first.field);
    return field ? [{ field, lang: first.lang, multiple: first.multiple, columns: members }] : [];
  });
}
