import { fieldMap, type RecordStandard } from '#modules/standards/index.ts';
import type { RowProblem } from '../sheet/row.ts';
import type { LackingField } from './job.ts';

/** Counts the fields that rows were rejected for the lack of, in the order of the standard. */
export function lackingCounter(standard: RecordStandard) {
  const rows = new Map<string, number>();
  return {
    count: (problems: readonly RowProblem[]): void => {
      const missing = problems.filter(({ code }) => code === 'missing-mandatory');
      for (const field of new Set(missing.map(({ pointer }) => pointer.split('/')[2] ?? '')))
        rows.set(field, (rows.get(field) ?? 0) + 1);
    },
    lacking: (): LackingField[] =>
      [...fieldMap(standard)].flatMap(([field, { label }]) => {
        const count = rows.get(field) ?? 0;
        return count === 0 ? [] : [{ field, label, rows: count }];
      }),
  };
}
