import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetDigest } from './digest.ts';
import type { DraftRow, RowDraft } from './row-draft.ts';

const body: Extract<RowDraft, { kind: 'update' }>['body'] = { standard: 'artefact@1.0', fields: {} };
const update = (pid: string, version: number): RowDraft => ({ kind: 'update', body, pid, version });

function digestOf(drafts: readonly RowDraft[], key = 'sheet'): string {
  const digest = sheetDigest();
  for (const [index, draft] of drafts.entries()) {
    const row: DraftRow = { line: index + 2, cells: [], draft, changes: [] };
    digest.add(row);
  }
  return digest.with(key);
}

describe('the digest of what a sheet would do', () => {
  const drafts: RowDraft[] = [update('ds1a', 3), { kind: 'unchanged', pid: 'ds1b' }];

  it.each<[string, RowDraft[], string]>([
    ['a record that was edited meanwhile', [update('ds1a', 4), drafts[1] ?? update('', 0)], 'sheet'],
    ['another record', [update('ds1c', 3), drafts[1] ?? update('', 0)], 'sheet'],
    [
      'an update that has become unnecessary',
      [{ kind: 'unchanged', pid: 'ds1a' }, ...drafts.slice(1)],
      'sheet',
    ],
    ['a row that is rejected now', [{ kind: 'rejected', problems: [] }, ...drafts.slice(1)], 'sheet'],
    ['another order', drafts.toReversed(), 'sheet'],
    ['a row less', drafts.slice(1), 'sheet'],
    ['the same rows of another file, or read otherwise', drafts, 'other'],
  ])('is another for %s', (_, others, key) => {
    expect(digestOf(others, key)).not.toBe(digestOf(drafts));
  });

  it('is the same for the same, and 64 hexadecimal digits', () => {
    expect(digestOf(drafts)).toBe(digestOf(drafts));
    expect(digestOf([])).toMatch(/^[0-9a-f]{64}$/);
  });

  it('notices a change in any row of a sheet longer than what is hashed at once', () => {
    const long = Array.from({ length: 6_000 }, (_, index) => update(`ds1${index}`, 1));
    const whole = digestOf(long);
    fc.assert(
      fc.property(fc.nat(long.length - 1), (at) => {
        expect(digestOf(long.with(at, update(`ds1${at}`, 2)))).not.toBe(whole);
      }),
      { numRuns: 20 },
    );
  });
});
