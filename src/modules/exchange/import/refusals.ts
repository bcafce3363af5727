import type { Issue, Refusal } from '#modules/registry/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { problem } from '../cells/problem.ts';
import { headersOf, type SheetPlan } from '../sheet/plan.ts';
import type { RowProblem } from '../sheet/row.ts';

/** Why the registry did not take a row, in the terms of the sheet. */
export function refusalProblems(refusal: Refusal, plan: SheetPlan): RowProblem[] {
  switch (refusal.kind) {
    case 'invalid':
    case 'incomplete':
      return refusal.issues.map((issue) => issueProblem(issue, plan));
    case 'conflict':
      return [{ code: refusal.code, ...sentences(refusal.message), column: '', pointer: '' }];
    case 'moved':
      return [ofRow('record-moved', { pid: refusal.pid })];
    case 'gone':
      return [ofRow('record-gone', { pid: refusal.tombstone.pid, reason: refusal.tombstone.reason })];
    case 'stale':
    case 'precondition-missing':
      return [ofRow('edited-meanwhile', { pid: refusal.current.pid })];
    case 'not-found':
      return [ofRow('unknown-record', { given: refusal.subject })];
    case 'forbidden':
      return [ofRow('not-allowed', {})];
  }
}

function ofRow(code: Parameters<typeof problem>[0], words: Parameters<typeof problem>[1]): RowProblem {
  return { ...problem(code, words), column: '', pointer: '' };
}

function issueProblem({ pointer, code, message }: Issue, plan: SheetPlan): RowProblem {
  const [, , field] = pointer.split('/');
  const columns = plan.groups
    .filter(({ group }) => group.field.id === field)
    .flatMap((planned) => headersOf(planned, plan));
  const said = { ...sentences(message), ...(code === 'missing-mandatory' ? { advice: FILL_IN } : {}) };
  return { code, ...said, column: columns.join(', '), pointer };
}

/** Of a field that the record lacks; a sheet has more ways to give it than a form. */
const FILL_IN: LocalizedText = {
  vi: 'Hãy điền vào cột của trường này, đặt một giá trị chung cho mọi dòng, hoặc ghi rõ lý do chưa có, ví dụ “[không rõ]”.',
  en: 'Fill in the column of this field, set one common value for all rows, or say why there is none, for instance “[unknown]”.',
};

/** Messages say first what is wrong and then what to do. */
function sentences({ vi, en }: LocalizedText): Pick<RowProblem, 'problem' | 'advice'> {
  const [first, second] = [cut(vi), cut(en)];
  return { problem: { vi: first.what, en: second.what }, advice: { vi: first.next, en: second.next } };
}

function cut(message: string): { what: string; next: string } {
  const [what = '', ...next] = message.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return { what, next: next.join(' ') };
}
