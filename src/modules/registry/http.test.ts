import { describe, expect, it } from 'vitest';
import { answerRefusal } from '#platform/http/index.ts';
import { etagOf, httpRefusal } from './http.ts';
import type { Refusal } from './outcome.ts';

const tombstone = { pid: 'd1a', since: '2026-01-01T00:00:00.000Z', reason: 'trùng' };
const head = { pid: 'd1a', version: 3, state: 'draft' as const };
const message = { vi: 'Sai.', en: 'Wrong.' };

const CASES: [string, Refusal, number][] = [
  ['nobody may', { kind: 'forbidden' }, 403],
  ['the record of the address is not there', { kind: 'not-found', subject: 'd1a' }, 404],
  ['something else is not there', { kind: 'not-found', subject: 'd1b' }, 404],
  ['the record was merged', { kind: 'moved', pid: 'd1b' }, 409],
  ['the record of the address was withdrawn', { kind: 'gone', tombstone }, 410],
  ['another record was withdrawn', { kind: 'gone', tombstone: { ...tombstone, pid: 'd1b' } }, 409],
  ['somebody was faster', { kind: 'stale', current: head }, 412],
  ['no version was named', { kind: 'precondition-missing', current: head }, 428],
  ['the state does not allow it', { kind: 'conflict', code: 'x', message, records: [] }, 409],
  ['the content is wrong', { kind: 'invalid', issues: [{ pointer: '/a', code: 'x', message }] }, 400],
  ['the content is not enough', { kind: 'incomplete', issues: [{ pointer: '/a', code: 'x', message }] }, 422],
];

describe('a refused write', () => {
  it.each(CASES)('because %s has its status', (_why, refusal, status) => {
    expect(answerRefusal(httpRefusal(refusal, 'd1a'), 'vi').status).toBe(status);
  });

  it('names what is missing, unless the address did', () => {
    const named = answerRefusal(httpRefusal({ kind: 'not-found', subject: 'd1b' }, 'd1a'), 'en').problem;
    expect(named.issues).toMatchObject([
      { code: 'unknown-subject', message: expect.stringContaining('d1b') },
    ]);
    expect(
      answerRefusal(httpRefusal({ kind: 'not-found', subject: 'd1a' }, 'd1a'), 'en').problem.issues,
    ).toEqual([]);
  });

  it('says where a merged record went, and never sends the write there', () => {
    const { headers, problem } = answerRefusal(httpRefusal({ kind: 'moved', pid: 'd1b' }, 'd1a'), 'vi');
    expect(headers.location).toBeUndefined();
    expect(problem.issues[0]?.message).toContain('d1b');
  });

  it('gives the tag of what is current', () => {
    const { headers, problem } = answerRefusal(httpRefusal({ kind: 'stale', current: head }), 'vi');
    expect(headers.etag).toBe(etagOf(head));
    expect(problem.current).toEqual(head);
  });

  it('keeps words and places of what was wrong', () => {
    const refusal: Refusal = { kind: 'invalid', issues: [{ pointer: '/fields/name', code: 'x', message }] };
    const { problem } = answerRefusal(httpRefusal(refusal), 'en');
    expect(problem.issues).toEqual([{ pointer: '/fields/name', code: 'x', message: 'Wrong.' }]);
  });
});
