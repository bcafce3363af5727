import { describe, expect, it } from 'vitest';
import type { Statement } from '#modules/standards/index.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { planSheet } from './plan.ts';
import { statementsOnce } from './remembered-groups.ts';

const knowledge = await publishedKnowledge();

function materials() {
  const standard = knowledge.catalogue.standard('artefact');
  const outcome = standard && planSheet(['materials'], standard);
  const [group] = outcome?.kind === 'plan' ? outcome.plan.groups : [];
  if (!group) throw new Error('no column of materials');
  return group;
}

/** Reads a text in a column of its own, and counts how often that is really done. */
function column() {
  const planned = materials();
  const done = { reads: 0 };
  const list = (value: string): Statement[] => [{ id: 'materials-1', value: { of: value } }];
  const read = (text: string, count = 0, answer: (text: string) => Statement[] | undefined = list) =>
    statementsOnce(planned, { row: [text], knowledge, count }, () => {
      done.reads += 1;
      return answer(text);
    });
  return { done, read };
}

describe('statementsOnce', () => {
  it('reads the same text once, and shares what cannot be changed', () => {
    const { done, read } = column();
    expect(read('gỗ')).toBe(read('gỗ'));
    expect(done.reads).toBe(1);
    const [statement] = read('gỗ') ?? [];
    expect(Object.isFrozen(statement) && Object.isFrozen(statement?.value)).toBe(true);
  });

  it('tells texts apart, and what stands before them', () => {
    const { done, read } = column();
    for (const [text, count] of [
      ['gỗ', 0],
      ['đá', 0],
      ['gỗ', 1],
    ] as const)
      read(text, count);
    expect(done.reads).toBe(3);
  });

  it('does not remember what could not be read', () => {
    const { done, read } = column();
    for (const _time of [1, 2]) expect(read('?', 0, () => undefined)).toBeUndefined();
    expect(done.reads).toBe(2);
  });

  it('gives up on a column that hardly repeats', () => {
    const { done, read } = column();
    for (let i = 0; i < 1_200; i += 1) read(`số ${i}`);
    const before = done.reads;
    for (const _time of [1, 2]) read('gỗ');
    expect(done.reads).toBe(before + 2);
  });
});
