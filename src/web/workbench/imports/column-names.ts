import { columnByHeader, type RecordStandard, templateColumns } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

export interface ColumnNames {
  /** What may be chosen, in the order of the standard. */
  options: string[];
  /** What a key is called; '' for none. */
  nameOf(key: string | null): string;
  /** The key that a name means: a label of either language, or the key itself. */
  keyOf(name: string): string | undefined;
}

/** The column that carries what cells cannot tell; exports have it, and it is no field. */
const RECORD_COLUMN = '_record';

/** Fields as people choose them: by their labels, and by their keys where two labels are alike. */
export function columnNames(standard: RecordStandard, lang: Lang): ColumnNames {
  const columns = templateColumns(standard);
  const labels = Map.groupBy(columns, ({ header }) => header[lang]);
  const names = new Map(
    columns.map(({ key, header }) => [key, labels.get(header[lang])?.length === 1 ? header[lang] : key]),
  );
  const keys = new Map([...names].map(([key, name]) => [name, key]));
  return {
    options: [...names.values()],
    nameOf: (key) => (key === null ? '' : (names.get(key) ?? key)),
    keyOf: (name) => {
      if (name === RECORD_COLUMN) return name;
      return keys.get(name) ?? columnByHeader(columns, name)?.key;
    },
  };
}
