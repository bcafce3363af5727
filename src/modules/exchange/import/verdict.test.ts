import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { planSheet } from '../sheet/plan.ts';
import type { RowProblem } from '../sheet/row.ts';
import type { DraftRow, RowDraft } from './row-draft.ts';
import { countRows, noVerdicts, operationsIn, reportRows } from './verdict.ts';

const body = { standard: 'artefact@1.0', fields: { name: [{ id: 'name-1', lang: 'vi', value: 'Ấn' }] } };
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

const standard = (await publishedKnowledge()).catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');
const planned = planSheet(['name[vi]'], standard);
if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned));
const { plan } = planned;

/** As after reading the rows. */
const readVerdicts = () => ({ ...noVerdicts(), drafts: ROWS.map(({ draft }) => draft.kind) });

describe('operationsIn', () => {
  it('are those of rows that do something, each with the place of its row', () => {
    const { operations, places } = operationsIn(ROWS, readVerdicts());
    // New records first: they are written together.
    expect(places).toEqual([0, 4, 2]);
    expect([...operations]).toEqual([
      { op: 'create', body, aliases: [{ scheme: 'local', value: 'A' }] },
      { op: 'create', body, aliases: [], pid: 'd1d' },
      { op: 'update', record: { pid: 'd1b' }, expectedVersion: 3, body },
    ]);
    expect([...operations]).toHaveLength(3);
  });

  it('are not those of rows that were refused', () => {
    const verdicts = readVerdicts();
    verdicts.refused.set(2, [wrong]);
    expect(operationsIn(ROWS, verdicts).places).toEqual([0, 4]);
  });

  it('have each the place of its own row, in sheets of any length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('create', 'update', 'unchanged'), { maxLength: 1_300 }),
        fc.array(fc.nat({ max: 1_300 })),
        (kinds, refused) => {
          const rows = kinds.map((kind, at): DraftRow => {
            if (kind === 'create') return row(at, { kind, body, pid: `p${at}`, aliases: [] });
            if (kind === 'update') return row(at, { kind, body, pid: `p${at}`, version: 1 });
            return row(at, { kind: 'unchanged', pid: `p${at}` });
          });
          const verdicts = { ...noVerdicts(), drafts: rows.map(({ draft }) => draft.kind) };
          for (const place of refused) verdicts.refused.set(place, [wrong]);
          const { operations, places } = operationsIn(rows, verdicts);
          const pids = [...operations].map((one) =>
            one.op === 'create' ? one.pid : 'pid' in one.record ? one.record.pid : '',
          );
          expect(pids).toEqual(places.map((place) => `p${place}`));
          const inAll = kinds.flatMap((kind, at) =>
            kind === 'unchanged' || refused.includes(at) ? [] : [at],
          );
          expect(places.toSorted((a, b) => a - b)).toEqual(inAll);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('reportRows', () => {
  const told = (verdicts = readVerdicts()) =>
    [...reportRows(ROWS, verdicts, plan)].map(({ outcome, pid }) => `${outcome} ${pid}`);

  it('tells what rows would do, with the identifiers of records that are there', () => {
    expect(told()).toEqual(['created ', 'rejected ', 'updated d1b', 'unchanged d1c', 'created ']);
    expect(countRows(readVerdicts())).toEqual({
      created: 2,
      updated: 1,
      unchanged: 1,
      rejected: 1,
    });
  });

  it('gives new records their identifiers once they are written', () => {
    const verdicts = readVerdicts();
    verdicts.results.set(0, { pid: 'd1a', change: 'created' });
    expect(told(verdicts)[0]).toBe('created ');
    verdicts.written = true;
    expect(told(verdicts)[0]).toBe('created d1a');
  });

  it('believes the registry about what is new and what is wrong', () => {
    const verdicts = readVerdicts();
    verdicts.results.set(2, { pid: 'd1b', change: 'unchanged' });
    verdicts.refused.set(4, [wrong]);
    const reports = [...reportRows(ROWS, verdicts, plan)];
    expect(reports.map((report) => report.outcome)).toEqual([
      'created',
      'rejected',
      'unchanged',
      'unchanged',
      'rejected',
    ]);
    expect(reports[4]?.problems).toEqual([wrong]);
    // Every cell of a new record is a change.
    expect(reports.map((report) => report.changes)).toEqual([
      [{ column: 'name[vi]', before: '', after: 'Ấn' }],
      ...[[], [], [], []],
    ]);
  });

  it('has nothing new to tell of a file that was imported before', () => {
    expect(
      new Set(
        [...reportRows(ROWS, { ...readVerdicts(), repeated: true }, plan)].map((report) => report.outcome),
      ),
    ).toEqual(new Set(['unchanged']));
  });
});
