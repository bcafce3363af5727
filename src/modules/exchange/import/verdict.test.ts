import { describe, expect, it } from 'vitest';
import type { RowProblem } from '../sheet/row.ts';
import type { DraftRow, RowDraft } from './row-draft.ts';
import { countRows, noVerdicts, operationsIn, reportRows } from './verdict.ts';

const body = { standard: 'artefact@1.0', fields: {} };
const wrong: RowProblem = {
  code: 'x',
  column: '',
  pointer: '',
  problem: { vi: 'Sai.', en: 'Wrong.' },
  advice: { vi: '', en: '' },
};
const changes = [{ column: 'a', before: '', after: 'b' }];

const row = (line: number, draft: RowDraft): DraftRow => ({ line, cells: [], draft, changes });
const ROWS: DraftRow[] = [
  row(2, { kind: 'create', body, aliases: [{ scheme: 'local', value: 'A' }] }),
  row(3, { kind: 'rejected', problems: [wrong] }),
  row(4, { kind: 'update', body, pid: 'd1b', version: 3 }),
  row(5, { kind: 'unchanged', pid: 'd1c' }),
  row(6, { kind: 'create', body, pid: 'd1d', aliases: [] }),
];

describe('operationsIn', () => {
  it('are those of rows that do something, each with the place of its row', () => {
    const { operations, places } = operationsIn(ROWS, noVerdicts());
    expect(places).toEqual([0, 2, 4]);
    expect([...operations]).toEqual([
      { op: 'create', body, aliases: [{ scheme: 'local', value: 'A' }] },
      { op: 'update', record: { pid: 'd1b' }, expectedVersion: 3, body },
      { op: 'create', body, aliases: [], pid: 'd1d' },
    ]);
    expect([...operations]).toHaveLength(3);
  });

  it('are not those of rows that were refused', () => {
    const verdicts = noVerdicts();
    verdicts.refused.set(2, [wrong]);
    expect(operationsIn(ROWS, verdicts).places).toEqual([0, 4]);
  });
});

describe('reportRows', () => {
  const told = (verdicts = noVerdicts()) =>
    [...reportRows(ROWS, verdicts)].map(({ outcome, pid }) => `${outcome} ${pid}`);

  it('tells what rows would do, with the identifiers of records that are there', () => {
    expect(told()).toEqual(['created ', 'rejected ', 'updated d1b', 'unchanged d1c', 'created ']);
    expect(countRows(reportRows(ROWS, noVerdicts()))).toEqual({
      created: 2,
      updated: 1,
      unchanged: 1,
      rejected: 1,
    });
  });

  it('gives new records their identifiers once they are written', () => {
    const verdicts = noVerdicts();
    verdicts.results.set(0, { pid: 'd1a', change: 'created' });
    expect(told(verdicts)[0]).toBe('created ');
    verdicts.written = true;
    expect(told(verdicts)[0]).toBe('created d1a');
  });

  it('believes the registry about what is new and what is wrong', () => {
    const verdicts = noVerdicts();
    verdicts.results.set(2, { pid: 'd1b', change: 'unchanged' });
    verdicts.refused.set(4, [wrong]);
    const reports = [...reportRows(ROWS, verdicts)];
    expect(reports.map((report) => report.outcome)).toEqual([
      'created',
      'rejected',
      'unchanged',
      'unchanged',
      'rejected',
    ]);
    expect(reports[4]?.problems).toEqual([wrong]);
    expect(reports.map((report) => report.changes.length)).toEqual([1, 0, 0, 0, 0]);
  });

  it('has nothing new to tell of a file that was imported before', () => {
    expect(
      new Set([...reportRows(ROWS, { ...noVerdicts(), repeated: true })].map((report) => report.outcome)),
    ).toEqual(new Set(['unchanged']));
  });
});
