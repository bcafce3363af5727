import { type Kind, type Statement, templateColumns } from '#modules/standards/index.ts';
import { groupedItems } from './group-cells.ts';
import { groupColumns } from './groups.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';
import { mergeStatements } from './merge.ts';

const knowledge = await publishedKnowledge();

/**
 * The statements of one field after a row with these cells, by their keys; the codes of what is wrong where something
 * is. Which columns the row has decides of what it speaks.
 */
export function mergedRow(kind: Kind, base: Statement[], cells: Record<string, string>) {
  const standard = knowledge.catalogue.standard(kind);
  if (!standard) throw new Error(`no ${kind}`);
  const columns = templateColumns(standard).filter(({ key }) => Object.hasOwn(cells, key));
  const [group] = groupColumns(standard, columns);
  if (!group) throw new Error('no such columns');
  const read = groupedItems(
    group,
    group.columns.map(({ key }) => cells[key] ?? ''),
  );
  if (read.kind === 'problem') return read.problem.code;
  let next = 0;
  const statements = read.kind === 'statements' ? read.statements : [];
  const newId = (field: string) => `${field}-new${++next}`;
  const merged = mergeStatements(base, { group, statements }, { knowledge, newId });
  return merged.kind === 'merged' ? merged.list : merged.problems.map(({ code }) => code);
}
