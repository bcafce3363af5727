import { foldFully } from '#formats/vietnamese/index.ts';
import { ABSENCE_WORDS, ABSENCES, type Absence, type Statement } from '#modules/standards/index.ts';
import { readValue, writeValue } from './codecs.ts';
import type { CellGroup } from './groups.ts';
import type { CellKnowledge } from './knowledge.ts';
import { type Read, readAs, refusedCell } from './problem.ts';

/** A statement as the cells tell it, before it has an id. */
export type StatementDraft = Omit<Statement, 'id'>;

/** One text per column of the group. Undefined for a statement that these columns do not speak of. */
export function writeItems(statement: Statement | StatementDraft, group: CellGroup): string[] | undefined {
  if (!isSpokenOf(statement, group)) return undefined;
  const { absent } = statement;
  if (absent !== undefined)
    return group.columns.map((_, index) => (index === 0 ? ABSENCE_WORDS[absent].vi : ''));
  const parts = writeValue(statement.value, group.field);
  const items = group.columns.map(({ part = '' }) => parts[part] ?? '');
  return items.some((item) => item.trim() !== '') ? items : undefined;
}

/** Other languages and scripts than the column's have no cell. An absence without language stands with Vietnamese. */
function isSpokenOf({ lang, script, absent }: StatementDraft, group: CellGroup): boolean {
  if (group.lang === undefined) return true;
  const own = lang ?? (absent === undefined ? undefined : 'vi');
  return own === group.lang && (script === undefined || script === 'Latn');
}

export function readItems(
  items: readonly string[],
  group: CellGroup,
  knowledge: CellKnowledge,
): Read<StatementDraft> {
  const { field, lang, columns } = group;
  const given = items.filter((item) => item !== '');
  const absences = given.flatMap((item) => absenceOf(item) ?? []);
  const [absent] = absences;
  if (absent !== undefined) {
    return absences.length === given.length
      ? readAs({ absent, ...(lang === 'en' ? { lang } : {}) })
      : refusedCell('absence-with-value', { label: field.label });
  }
  const parts = Object.fromEntries(
    columns.flatMap(({ part = '' }, index) => (items[index] ? [[part, items[index]]] : [])),
  );
  const read = readValue(parts, { field, knowledge });
  return read.kind === 'value'
    ? readAs({ value: read.value, ...(lang === undefined ? {} : { lang }) })
    : read;
}

const ABSENCE_BY_WORD: ReadonlyMap<string, Absence> = new Map(
  ABSENCES.flatMap((absence) =>
    [ABSENCE_WORDS[absence].vi, ABSENCE_WORDS[absence].en].map((word) => [foldFully(word), absence] as const),
  ),
);

/** Only in brackets: "không rõ" without them is a text like any other. */
export function absenceOf(item: string): Absence | undefined {
  return item.startsWith('[') ? ABSENCE_BY_WORD.get(foldFully(item)) : undefined;
}
