import { describe, expect, it } from 'vitest';
import type { Refusal } from '#modules/registry/index.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { planSheet } from '../sheet/plan.ts';
import type { FileRefusal } from './outcome.ts';
import { fileRefusalTexts } from './refusal-texts.ts';
import { refusalProblems } from './refusals.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('artefact');
const outcome = standard && planSheet(['id', 'Tên gọi – tiếng Việt', 'name[en]'], standard);
if (outcome?.kind !== 'plan') throw new Error('no plan');
const { plan } = outcome;

const current = { pid: 'd1x', version: 3, state: 'draft' } as const;
const message = { vi: 'Sai rồi. Hãy sửa lại.', en: 'It is wrong. Mend it.' };

describe('refusals of the registry', () => {
  it('point to the columns of the field, and tell problem from advice', () => {
    const refusal: Refusal = {
      kind: 'invalid',
      issues: [{ pointer: '/fields/name/0/value', code: 'too-long', message }],
    };
    expect(refusalProblems(refusal, plan)).toEqual([
      {
        code: 'too-long',
        column: 'Tên gọi – tiếng Việt, name[en]',
        pointer: '/fields/name/0/value',
        problem: { vi: 'Sai rồi.', en: 'It is wrong.' },
        advice: { vi: 'Hãy sửa lại.', en: 'Mend it.' },
      },
    ]);
  });

  it.each([
    [{ kind: 'moved', pid: 'd1y' }, 'record-moved', 'd1y'],
    [{ kind: 'gone', tombstone: { pid: 'd1x', since: '', reason: 'trùng' } }, 'record-gone', 'trùng'],
    [{ kind: 'stale', current }, 'edited-meanwhile', 'd1x'],
    [{ kind: 'precondition-missing', current }, 'edited-meanwhile', 'd1x'],
    [{ kind: 'not-found', subject: 'd1z' }, 'unknown-record', 'd1z'],
    [{ kind: 'forbidden' }, 'not-allowed', 'quyền'],
    [{ kind: 'conflict', code: 'alias-taken', message, records: [] }, 'alias-taken', 'Sai rồi.'],
  ] satisfies [Refusal, string, string][])('%j has words of its own', (refusal, code, word) => {
    const [found] = refusalProblems(refusal, plan);
    expect(found?.code).toBe(code);
    expect(found?.problem.vi).toContain(word);
    expect(found?.advice.en).not.toBe('');
  });
});

describe('refusals of a file', () => {
  it.each([
    [{ kind: 'empty' }, 'trống'],
    [{ kind: 'duplicate-header', line: 1, column: 3, name: 'tên' }, 'Dòng 1, cột 3'],
    [{ kind: 'nul-byte', line: 2, column: 2 }, 'Dòng 2, cột 2'],
    [{ kind: 'ragged-row', line: 4, column: 2, expected: 2, found: 1 }, 'dòng có 1 ô, tiêu đề có 2'],
    [{ kind: 'unclosed-quote', line: 3, column: 2 }, 'Dòng 3, cột 2'],
    [{ kind: 'misplaced-quote', line: 3, column: 2 }, 'Dòng 3, cột 2'],
    [{ kind: 'record-too-long', line: 2, limit: 4_194_304 }, 'Dòng 2'],
    [{ kind: 'invalid-encoding', line: 3, offset: 10 }, 'byte thứ 10'],
    [{ kind: 'uncertain-encoding', encoding: 'VISCII', confidence: 0.4 }, 'VISCII'],
  ] satisfies [FileRefusal, string][])('%j says where', (refusal, words) => {
    const [text] = fileRefusalTexts(refusal);
    expect(text?.vi).toContain(words);
    expect(text?.en).toMatch(/\.$/);
  });

  it('name every wrong column', () => {
    const planned = standard && planSheet(['Tên gọi – tiếng Việt', 'Màu', 'Tuổi'], standard);
    const problems = planned?.kind === 'refused' ? planned.problems : [];
    expect(fileRefusalTexts({ kind: 'header', problems }).map(({ vi }) => vi.slice(0, 27))).toEqual([
      'Cột 2: Không biết cột “Màu”',
      'Cột 3: Không biết cột “Tuổi',
    ]);
  });
});
