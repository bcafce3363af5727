import { describe, expect, it } from 'vitest';
import type { ImportResult, RowReport, UndoOutcome } from '#modules/exchange/index.ts';
import type { Lang, LocalizedText } from '#platform/i18n/index.ts';
import { tellImport, tellRefusal, tellUndo } from './import-telling.ts';

type Told = Extract<ImportResult, { kind: 'read' }>;

function recorder(lang: Lang) {
  const [answers, complaints]: [string[], string[]] = [[], []];
  const terminal = {
    lang,
    answer: (line: string) => answers.push(line),
    say: (text: LocalizedText) => complaints.push(text[lang]),
  };
  return { terminal, answers, complaints };
}

const problem = {
  code: 'x',
  column: 'Tên',
  pointer: '',
  problem: { vi: 'Sai.', en: 'Wrong.' },
  advice: { vi: 'Sửa đi.', en: 'Mend it.' },
};
const row = (line: number, more: Partial<RowReport>): RowReport => {
  return { line, outcome: 'created', pid: '', problems: [], changes: [], cells: [], ...more };
};

function told(
  outcome: Told['outcome'],
  more: { rows?: RowReport[]; lang?: Lang; sheet?: Partial<Told['sheet']> } = {},
) {
  const { rows = [], lang = 'en', sheet = {} } = more;
  const { terminal, ...said } = recorder(lang);
  const read: Told = {
    kind: 'read',
    outcome,
    sheet: { header: [], encoding: 'UTF-8', ignored: [], ...sheet },
    digest: '',
    rows,
    close: async () => {},
  };
  return { code: tellImport(read, { terminal, files: ['r.csv'] }), ...said };
}

const counts = { created: 1, updated: 2, unchanged: 3, rejected: 0 };

describe('what became of an import', () => {
  it.each([
    [
      { kind: 'applied', changesetId: 7, counts },
      0,
      'imported: 1 created, 2 updated, 3 unchanged, 0 rejected (changeset 7; to undo: ./disan import undo 7)',
    ],
    [
      { kind: 'checked', counts },
      0,
      'dry run, nothing written: 1 created, 2 updated, 3 unchanged, 0 rejected',
    ],
    [
      { kind: 'checked', counts: { ...counts, rejected: 1 } },
      1,
      'dry run, nothing written: 1 created, 2 updated, 3 unchanged, 1 rejected',
    ],
    [
      { kind: 'applied', changesetId: 7, counts: { ...counts, rejected: 4 } },
      0,
      'imported: 1 created, 2 updated, 3 unchanged, 4 rejected (changeset 7; to undo: ./disan import undo 7)',
    ],
    [
      { kind: 'repeated', changesetId: 7, counts },
      0,
      'this file was imported before (changeset 7); nothing changed',
    ],
    [
      { kind: 'unchanged', counts },
      0,
      'everything is there already, nothing changed: 1 created, 2 updated, 3 unchanged, 0 rejected',
    ],
  ] satisfies [Told['outcome'], number, string][])('%j', (outcome, code, line) => {
    expect(told(outcome)).toEqual({ code, answers: [line, 'report: r.csv'], complaints: [] });
  });

  it('says what to do when rejected rows kept everything out', () => {
    const { code, answers } = told({ kind: 'rejected', counts: { ...counts, rejected: 2 } }, { lang: 'vi' });
    expect(code).toBe(1);
    expect(answers[0]).toMatch(
      /^chưa ghi gì .* bị từ chối 2\. Hãy sửa các dòng đó, hoặc thêm --skip-rejected/,
    );
  });

  it('names rejected rows, in a dry run changed cells too', () => {
    const rows = [
      row(2, { outcome: 'rejected', problems: [problem] }),
      row(3, { outcome: 'updated', changes: [{ column: 'name[vi]', before: 'a', after: 'b' }] }),
      row(4, { outcome: 'created', changes: [{ column: 'name[vi]', before: '', after: 'c' }] }),
    ];
    expect(told({ kind: 'checked', counts }, { rows }).complaints).toEqual([
      'line 2: Tên: Wrong. Mend it.',
      'line 3: name[vi]: a → b',
    ]);
    expect(told({ kind: 'applied', changesetId: 7, counts }, { rows, lang: 'vi' }).complaints).toEqual([
      'dòng 2: Tên: Sai. Sửa đi.',
    ]);
  });

  it('shows the first rows and leaves the rest to the report', () => {
    const rows = Array.from({ length: 50 }, (_, i) =>
      row(i + 2, { outcome: 'rejected', problems: [problem] }),
    );
    const { complaints } = told({ kind: 'rejected', counts }, { rows });
    expect(complaints).toHaveLength(21);
    expect(complaints.at(-1)).toContain('--report FILE');
  });

  it('says what was converted and what was left out', () => {
    const sheet = { encoding: 'TCVN3', ignored: ['STT', 'Lỗi'] } as const;
    expect(told({ kind: 'unchanged', counts }, { sheet, lang: 'vi' }).complaints).toEqual([
      'đã chuyển từ bảng mã TCVN3',
      'các cột không nhập: STT, Lỗi',
    ]);
  });
});

it('a refused file is named with each reason', () => {
  const { terminal, complaints } = recorder('en');
  const problems = [2, 3].map((column) => ({ ...problem, code: 'unknown-column' as const, column }));
  expect(tellRefusal({ kind: 'header', problems }, { path: 'a.csv', terminal })).toBe(1);
  expect(complaints).toEqual(['a.csv: Column 2: Wrong. Mend it.', 'a.csv: Column 3: Wrong. Mend it.']);
});

describe('undoing', () => {
  it.each([
    [
      { kind: 'undone', changesetId: 8, counts: { updated: 2, moved: 1 } },
      0,
      ['undone: 2 records restored, 1 new records withdrawn (changeset 8)'],
      [],
    ],
    [{ kind: 'not-an-import' }, 1, [], ['this changeset is no import']],
    [
      {
        kind: 'refused',
        problems: [
          {
            kind: 'conflict',
            code: 'later-edits',
            message: { vi: 'v', en: 'edited later' },
            records: [],
            operation: 0,
          },
        ],
      },
      1,
      [],
      ['edited later'],
    ],
    [
      { kind: 'refused', problems: [{ kind: 'forbidden', operation: 0 }] },
      1,
      [],
      ['it cannot be undone (forbidden)'],
    ],
  ] satisfies [UndoOutcome, number, string[], string[]][])('%j', (outcome, code, answers, complaints) => {
    const { terminal, ...said } = recorder('en');
    expect({ code: tellUndo(outcome, terminal), ...said }).toEqual({ code, answers, complaints });
  });
});
