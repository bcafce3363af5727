import { describe, expect, it } from 'vitest';
import { complaintOf } from './programme.ts';

describe('what the command says of a list that is not frozen', () => {
  it('names what is missing, and what to do, in both languages', () => {
    const outcomes = [
      { kind: 'unknown-target', known: ['T1a', 'T1b'] },
      { kind: 'nothing-to-list', target: 'N80' },
      { kind: 'needs-decision', target: 'T2a', version: 1 },
    ] as const;
    const complaints = outcomes.map((outcome) =>
      complaintOf(outcome.kind === 'unknown-target' ? { ...outcome, known: [...outcome.known] } : outcome),
    );
    expect(complaints.map((complaint) => complaint?.vi)).toEqual([
      'không có mục tiêu này; các mục tiêu là T1a, T1b',
      'sổ chưa có mục nào thuộc N80; hãy nhập hồ sơ và quyết định trước',
      'T2a đã có danh mục bản 1; chốt lại cần --decision SỐ-VĂN-BẢN',
    ]);
    for (const complaint of complaints) expect(complaint?.en).not.toBe(complaint?.vi);
  });

  it('is nothing when it is frozen, or stands already', () => {
    expect(complaintOf({ kind: 'frozen', target: 'T2a', version: 2, size: 3, digest: 'x' })).toBeNull();
    expect(complaintOf({ kind: 'unchanged', target: 'T2a', version: 1 })).toBeNull();
  });
});
