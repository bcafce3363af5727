import type { Alias, CheckableOperation } from '#modules/registry/index.ts';
import type { RecordBody } from '#modules/standards/index.ts';
import type { CellChange, RowProblem } from '../sheet/row.ts';

/** What a row would do. */
export type RowDraft =
  | { kind: 'create'; body: RecordBody; pid?: string; aliases: Alias[]; state?: 'published' }
  | { kind: 'update'; body: RecordBody; pid: string; version: number }
  | { kind: 'unchanged'; pid: string }
  | { kind: 'rejected'; problems: RowProblem[] };

/** A row of the sheet with what became of it when it was read. */
export interface DraftRow {
  line: number;
  cells: string[];
  draft: RowDraft;
  /** Of a record that is there; all the cells of a new one are new. */
  changes: CellChange[];
}

export function operationOf({ draft }: DraftRow): CheckableOperation | undefined {
  switch (draft.kind) {
    case 'create': {
      const { kind: _, ...creation } = draft;
      return { op: 'create', ...creation };
    }
    case 'update':
      return { op: 'update', record: { pid: draft.pid }, expectedVersion: draft.version, body: draft.body };
    default:
      return undefined;
  }
}
