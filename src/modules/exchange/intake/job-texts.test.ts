import { describe, expect, it } from 'vitest';
import type { Problem } from '#modules/registry/index.ts';
import { undoProblem, unreadyTexts } from './job-texts.ts';
import type { Unready } from './publication.ts';

describe('an import that cannot be taken back', () => {
  const current = { pid: 'ds1abcdefg', version: 4, state: 'published' } as const;

  it.each(['stale', 'precondition-missing'] as const)(
    '%s: names the record that was edited since',
    (kind) => {
      const { vi, en } = undoProblem({ kind, current, operation: 2 });
      expect(vi).toContain('Hồ sơ ds1abcdefg đã được sửa');
      expect(en).toContain('Record ds1abcdefg was edited');
    },
  );

  it('says what the registry says where it has words', () => {
    const message = { vi: 'Hồ sơ đang được dẫn tới.', en: 'The record is referred to.' };
    const refusal: Problem = { kind: 'conflict', code: 'referred-to', message, records: [], operation: 0 };
    expect(undoProblem(refusal)).toEqual(message);
  });

  it('names what else stands in the way, and where to look', () => {
    const { vi, en } = undoProblem({ kind: 'forbidden', operation: 0 });
    expect(vi).toMatch(/\(forbidden\)\. Hãy xem lịch sử/);
    expect(en).toMatch(/\(forbidden\)\. Look at the history/);
  });
});

describe('drafts that may not be published', () => {
  const [label, second] = [
    { vi: 'Loại hiện vật', en: 'Object type' },
    { vi: 'Niên đại', en: 'Date' },
  ] as const;
  const unready: Unready[] = [
    { pid: 'ds1aaaaaaa', lacking: [label, second] },
    { pid: 'ds1bbbbbbb', lacking: [second] },
  ];
  const lines = new Map([['ds1aaaaaaa', 12]]);

  it('are counted, then named with their rows and what each lacks', () => {
    const texts = unreadyTexts({ unready, count: 2, drafts: 5 }, lines);
    expect(texts.map(({ vi }) => vi).slice(1)).toEqual([
      'Dòng 12, hồ sơ ds1aaaaaaa: còn thiếu Loại hiện vật; Niên đại.',
      'Hồ sơ ds1bbbbbbb: còn thiếu Niên đại.',
    ]);
    expect(texts.map(({ en }) => en).slice(1)).toEqual([
      'Row 12, record ds1aaaaaaa: still to be given: Object type; Date.',
      'Record ds1bbbbbbb: still to be given: Date.',
    ]);
    expect(texts[0]?.vi).toMatch(/2 trong 5 hồ sơ nháp.*“Chỉ công bố các hồ sơ đủ điều kiện”/);
    expect(texts[0]?.en).toMatch(/2 of 5 drafts.*“Publish only the records that are ready”/);
  });

  it('beyond those that are named are told as a number', () => {
    const texts = unreadyTexts({ unready, count: 9, drafts: 10 }, lines);
    expect(texts).toHaveLength(4);
    expect(texts.at(-1)).toEqual({
      vi: 'Và 7 hồ sơ khác cũng chưa đủ điều kiện.',
      en: 'And 7 more that are not ready.',
    });
  });
});
