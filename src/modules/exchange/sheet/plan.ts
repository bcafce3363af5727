import { foldFully, toNfcLatin, withinOneEdit } from '#formats/vietnamese/index.ts';
import {
  type RecordStandard,
  standardReference,
  type TemplateColumn,
  templateColumns,
} from '#modules/standards/index.ts';
import { type CellGroup, groupColumns } from '../cells/groups.ts';
import { type CellProblem, problem } from '../cells/problem.ts';
import { ERROR_HEADERS, KEY_COLUMN, RECORD_COLUMN } from './columns.ts';
import type { Mapping } from './mapping.ts';
import { columnNamed, isOfDecision, isRowNumber } from './usual-headers.ts';

/** Where a group's cells stand in a row. */
export interface PlannedGroup {
  group: CellGroup;
  /** The cell of each column; undefined where a constant stands instead. */
  cells: readonly (number | undefined)[];
  /** By index of the column. */
  constants: ReadonlyMap<number, string>;
  /** By index of the column: what is meant by a text that stands in its cells; '' for nothing. */
  meanings: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

/** How every row of a sheet is read. */
export interface SheetPlan {
  standard: RecordStandard;
  header: readonly string[];
  keyCell: number | undefined;
  recordCell: number | undefined;
  groups: readonly PlannedGroup[];
  /** Headers whose cells are left out. */
  ignored: readonly string[];
  /** Cells without a header: a row may have nothing there. */
  unnamed: readonly number[];
  clearsEmptyCells: boolean;
  /** The key of the template that a header means. */
  means(name: string): string | undefined;
}

/** `column` counts from 1; 0 for what is wrong with the mapping or the whole header. */
export interface SheetProblem extends CellProblem {
  column: number;
}

export type PlanOutcome = { kind: 'plan'; plan: SheetPlan } | { kind: 'refused'; problems: SheetProblem[] };

export function planSheet(
  header: readonly string[],
  standard: RecordStandard,
  mapping: Mapping = {},
): PlanOutcome {
  const columns = templateColumns(standard);
  const meanings = header.map((name) => meaningOf(name, columns, mapping));
  const problems = [
    ...mappingProblems(header, { standard, columns, mapping }),
    ...unknownProblems(header, meanings, { standard, columns }),
    ...repeatedProblems(header, meanings),
  ];
  const plan = planOf(header, meanings, { standard, columns, mapping });
  if (problems.length === 0 && plan.groups.length === 0 && plan.recordCell === undefined) {
    problems.push({ column: 0, ...problem('nothing-to-import', { standard: standard.label }) });
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'plan', plan };
}

type Meaning = { kind: 'key'; key: string } | { kind: 'ignored' } | { kind: 'unnamed' } | { kind: 'unknown' };

function meaningOf(name: string, columns: readonly TemplateColumn[], mapping: Mapping): Meaning {
  if (mapping.columns && Object.hasOwn(mapping.columns, name)) {
    const key = mapping.columns[name];
    return key === null || key === undefined ? { kind: 'ignored' } : { kind: 'key', key };
  }
  if (name === '') return { kind: 'unnamed' };
  if (name === RECORD_COLUMN) return { kind: 'key', key: name };
  if (ERROR_HEADERS.has(name)) return { kind: 'ignored' };
  const column = columnNamed(columns, name);
  if (column) return { kind: 'key', key: column.key };
  if (isRowNumber(name)) return { kind: 'ignored' };
  return mapping.otherColumns === 'ignore' ? { kind: 'ignored' } : { kind: 'unknown' };
}

/** Whether a header is one that the import can place: as a column of the standard, or because the mapping names it. */
export function understandingOf(standard: RecordStandard, mapping: Mapping = {}): (name: string) => boolean {
  const columns = templateColumns(standard);
  return (name) =>
    meaningOf(name, columns, { ...mapping, otherColumns: 'refuse' }).kind === 'key' ||
    isListed(name, mapping);
}

function isListed(name: string, { columns = {} }: Mapping): boolean {
  return Object.hasOwn(columns, name);
}

interface Sheet {
  standard: RecordStandard;
  columns: readonly TemplateColumn[];
  mapping: Mapping;
}

function mappingProblems(header: readonly string[], { standard, columns, mapping }: Sheet): SheetProblem[] {
  const named = Object.entries(mapping.columns ?? {});
  const missing = named.filter(([name]) => !header.includes(name)).map(([name]) => name);
  const keys = new Set([RECORD_COLUMN, ...columns.map(({ key }) => key)]);
  const used = [
    ...named.flatMap(([, key]) => key ?? []),
    ...Object.keys(mapping.constants ?? {}),
    ...Object.keys(mapping.values ?? {}),
  ];
  return [
    ...missing.map((given) => ({ column: 0, ...problem('mapped-column-missing', { given }) })),
    ...used
      .filter((key) => !keys.has(key))
      .map((given) => ({
        column: 0,
        ...problem('unknown-key', { given, standard: standardReference(standard) }),
      })),
  ];
}

function unknownProblems(
  header: readonly string[],
  meanings: readonly Meaning[],
  { standard, columns }: Pick<Sheet, 'standard' | 'columns'>,
): SheetProblem[] {
  return header.flatMap((given, index) => {
    if (meanings[index]?.kind !== 'unknown') return [];
    const candidates = nearHeaders(given, columns);
    const words = { given, standard: standard.label, candidates: candidates.join('; ') };
    return [{ column: index + 1, ...problem(unknownCode(given, candidates), words) }];
  });
}

function unknownCode(given: string, candidates: readonly string[]) {
  if (isOfDecision(given)) return 'decision-column';
  return candidates.length > 0 ? 'similar-column' : 'unknown-column';
}

const MOST_SUGGESTIONS = 3;

function nearHeaders(given: string, columns: readonly TemplateColumn[]): string[] {
  const folded = foldFully(given);
  return columns
    .flatMap(({ key, header }) => [key, header.vi, header.en])
    .filter((name) => isNear(foldFully(name), folded))
    .slice(0, MOST_SUGGESTIONS);
}

/** "Chất liệu chính" for "Chất liệu"; shorter names lie in too many others. */
function isNear(name: string, given: string): boolean {
  if (withinOneEdit(name, given)) return true;
  return given.length >= 4 && name.length >= 4 && (name.startsWith(given) || given.startsWith(name));
}

function repeatedProblems(header: readonly string[], meanings: readonly Meaning[]): SheetProblem[] {
  const seen = new Map<string, number>();
  return meanings.flatMap((meaning, index) => {
    if (meaning.kind !== 'key') return [];
    const before = seen.get(meaning.key);
    seen.set(meaning.key, before ?? index);
    if (before === undefined) return [];
    const words = { first: header[before] ?? '', second: header[index] ?? '', key: meaning.key };
    return [{ column: index + 1, ...problem('column-twice', words) }];
  });
}

function planOf(
  header: readonly string[],
  meanings: readonly Meaning[],
  { standard, columns, mapping }: Sheet,
): SheetPlan {
  const cellOf = new Map(
    meanings.flatMap((meaning, index) => (meaning.kind === 'key' ? [[meaning.key, index]] : [])),
  );
  const constants = new Map(Object.entries(mapping.constants ?? {}).filter(([key]) => !cellOf.has(key)));
  const used = columns.filter(({ key }) => cellOf.has(key) || constants.has(key));
  const of = (kind: Meaning['kind']) =>
    header.flatMap((_, index) => (meanings[index]?.kind === kind ? [index] : []));
  return {
    standard,
    header,
    keyCell: cellOf.get(KEY_COLUMN),
    recordCell: cellOf.get(RECORD_COLUMN),
    groups: groupColumns(standard, used).map((group) => placed(group, { cellOf, constants, mapping })),
    ignored: of('ignored').map((index) => header[index] ?? ''),
    unnamed: of('unnamed'),
    clearsEmptyCells: mapping.emptyCells === 'clear',
    means: (name) => {
      const meaning = meaningOf(name, columns, mapping);
      return meaning.kind === 'key' ? meaning.key : undefined;
    },
  };
}

interface Placing {
  cellOf: ReadonlyMap<string, number>;
  constants: ReadonlyMap<string, string>;
  mapping: Mapping;
}

function placed(group: CellGroup, { cellOf, constants, mapping }: Placing): PlannedGroup {
  return {
    group,
    cells: group.columns.map(({ key }) => cellOf.get(key)),
    constants: new Map(
      group.columns.flatMap(({ key }, index) => {
        const text = constants.get(key);
        return text === undefined ? [] : [[index, text] as const];
      }),
    ),
    meanings: new Map(
      group.columns.flatMap(({ key }, index) => {
        const values = mapping.values?.[key];
        return values === undefined ? [] : [[index, meaningsOf(values)] as const];
      }),
    ),
  };
}

function meaningsOf(values: Readonly<Record<string, string | null>>): Map<string, string> {
  return new Map(Object.entries(values).map(([text, term]) => [toNfcLatin(text.trim()), term ?? '']));
}

/** The headers of a group as they stand in the file. */
export function headersOf({ cells }: PlannedGroup, { header }: SheetPlan): string[] {
  return cells.flatMap((index) => (index === undefined ? [] : [header[index] ?? '']));
}
