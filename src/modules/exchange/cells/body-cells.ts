import { isDeepStrictEqual } from 'node:util';
import { fieldStatements, type RecordBody, type Statement } from '#modules/standards/index.ts';
import { groupedItems, joinGroup } from './group-cells.ts';
import type { CellGroup } from './groups.ts';
import type { CellKnowledge } from './knowledge.ts';
import { type GroupCells, mergeStatements } from './merge.ts';
import type { CellProblem } from './problem.ts';
import { writeItems } from './statement-cells.ts';

interface GroupProblem {
  group: CellGroup;
  problem: CellProblem;
}

/** A body after a row; fields with problems are left as they were. */
export interface ReadBody {
  body: RecordBody;
  problems: GroupProblem[];
}

export function readBody(base: RecordBody, cells: readonly GroupCells[], knowledge: CellKnowledge): ReadBody {
  const context = { knowledge, newId: idsFor(base) };
  const fields: Record<string, Statement[]> = { ...base.fields };
  const problems: GroupProblem[] = [];
  for (const given of cells) {
    const { group } = given;
    const merged = mergeStatements(fields[group.field.id] ?? [], given, context);
    if (merged.kind === 'merged') fields[group.field.id] = merged.list;
    else problems.push(...merged.problems.map((problem) => ({ group, problem })));
  }
  const filled = Object.entries(fields).filter(([, list]) => list.length > 0);
  return { body: { standard: base.standard, fields: Object.fromEntries(filled) }, problems };
}

/** `name-1`, `name-2`, …: ids are unique within a body, whatever field they are in. */
function idsFor(base: RecordBody): (field: string) => string {
  const used = new Set(Object.values(base.fields).flatMap((list) => list.map(({ id }) => id)));
  const last = new Map<string, number>();
  return (field) => {
    let number = last.get(field) ?? 0;
    do number += 1;
    while (used.has(`${field}-${number}`));
    last.set(field, number);
    used.add(`${field}-${number}`);
    return `${field}-${number}`;
  };
}

/** The cells of a body, one per column of each group, and the fields that the cells do not tell completely. */
export interface WrittenBody {
  cells: string[][];
  rest: Record<string, Statement[]>;
}

/** `longest`: characters that a cell has room for; a group with a longer one is left to the rest. */
export function writeBody(
  body: RecordBody,
  groups: readonly CellGroup[],
  knowledge: CellKnowledge,
  longest = Number.POSITIVE_INFINITY,
): WrittenBody {
  const cells = groups.map((group) => {
    const written = writeGroup(body, group);
    return written.some((cell) => cell.length > longest) ? written.map(() => '') : written;
  });
  return { cells, rest: untold(body, { groups, cells, knowledge }) };
}

/** The cells of one group. */
export function writeGroup(body: RecordBody, group: CellGroup): string[] {
  const items = fieldStatements(body, group.field.id).flatMap((statement) => {
    const written = writeItems(statement, group);
    return written ? [written] : [];
  });
  return joinGroup(group, items);
}

interface Written {
  groups: readonly CellGroup[];
  cells: readonly string[][];
  knowledge: CellKnowledge;
}

/**
 * The fields that would not come back exactly as they are, found by reading the cells back. Fields kept aside take
 * their ids with them, which can move ids of others: hence until nothing changes.
 */
function untold(body: RecordBody, { groups, cells, knowledge }: Written): Record<string, Statement[]> {
  const given = groups.flatMap((group, index) => {
    const read = groupedItems(group, cells[index] ?? []);
    return read.kind === 'statements' ? [{ group, statements: read.statements }] : [];
  });
  const rest: Record<string, Statement[]> = {};
  for (;;) {
    const back = readBody({ standard: body.standard, fields: rest }, given, knowledge).body;
    const differing = Object.entries(body.fields).filter(
      ([field, list]) => !Object.hasOwn(rest, field) && !isDeepStrictEqual(back.fields[field], list),
    );
    if (differing.length === 0) return rest;
    for (const [field, list] of differing) rest[field] = list;
  }
}
