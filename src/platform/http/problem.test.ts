import { describe, expect, it } from 'vitest';
import { answerRefusal, type Refusal } from './index.ts';

const ISSUE = {
  pointer: '/name',
  code: 'required',
  message: { vi: 'Thiếu tên.', en: 'The name is missing.' },
};

const REFUSALS: [Refusal, number, Record<string, string>][] = [
  [{ kind: 'invalid', issues: [ISSUE] }, 400, {}],
  [{ kind: 'incomplete', issues: [ISSUE] }, 422, {}],
  [{ kind: 'unauthenticated' }, 401, { 'www-authenticate': 'Bearer realm="disan"' }],
  [{ kind: 'moved', location: '/api/v1/records/x' }, 301, { location: '/api/v1/records/x' }],
  [{ kind: 'forbidden' }, 403, {}],
  [{ kind: 'not-found' }, 404, {}],
  [{ kind: 'gone', since: '2026-01-01T00:00:00.000Z', reason: 'trùng' }, 410, {}],
  [{ kind: 'stale', current: { version: 2 }, etag: '"x.2"' }, 412, { etag: '"x.2"' }],
  [{ kind: 'precondition-missing' }, 428, {}],
  [{ kind: 'conflict', issues: [ISSUE] }, 409, {}],
  [{ kind: 'too-large', limitBytes: 10 }, 413, {}],
  [{ kind: 'unsupported-media', accepted: ['application/json'] }, 415, { accept: 'application/json' }],
  [{ kind: 'too-many', retryAfterSeconds: 1.2 }, 429, { 'retry-after': '2' }],
  [{ kind: 'busy', retryAfterSeconds: 0 }, 503, { 'retry-after': '1' }],
  [{ kind: 'too-slow', retryAfterSeconds: 30 }, 503, { 'retry-after': '30' }],
  [{ kind: 'failed' }, 500, {}],
];

describe('every refusal', () => {
  it.each(REFUSALS)('$kind has its status and headers', (refusal, status, headers) => {
    const answer = answerRefusal(refusal, 'vi');
    expect(answer).toMatchObject({
      status,
      headers,
      problem: { status, type: `urn:disan:problem:${refusal.kind}` },
    });
  });

  it.each(REFUSALS)('$kind says in both languages what happened and what to do', (refusal) => {
    const [vi, en] = [answerRefusal(refusal, 'vi').problem, answerRefusal(refusal, 'en').problem];
    for (const problem of [vi, en]) {
      expect(problem.title.length).toBeGreaterThan(3);
      expect(problem.detail).toMatch(/\.$/);
    }
    expect(vi.title).not.toBe(en.title);
    expect(vi.detail).toMatch(/[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]/i);
  });

  it('carries its issues in the language of the reader', () => {
    const { problem } = answerRefusal({ kind: 'invalid', issues: [ISSUE] }, 'en');
    expect(problem.issues).toEqual([{ pointer: '/name', code: 'required', message: 'The name is missing.' }]);
  });

  it('carries what the client needs to go on', () => {
    expect(
      answerRefusal({ kind: 'stale', current: { version: 2 }, etag: '"x.2"' }, 'vi').problem.current,
    ).toEqual({
      version: 2,
    });
    const gone = answerRefusal({ kind: 'gone', since: '2026-01-01', reason: 'trùng' }, 'vi').problem;
    expect(gone).toMatchObject({ since: '2026-01-01', reason: 'trùng' });
    const reason = { vi: 'Chỉ dành cho cán bộ.', en: 'Staff only.' };
    expect(answerRefusal({ kind: 'forbidden', reason }, 'en').problem.detail).toBe('Staff only.');
  });
});
