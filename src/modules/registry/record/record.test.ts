import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classIn,
  isOpen,
  mayMove,
  nextStates,
  obligationsOf,
  publicationEvent,
  type RecordState,
  TRANSITIONS,
} from './record.ts';

const STATES: RecordState[] = ['draft', 'submitted', 'verified', 'published', 'withdrawn', 'merged'];
const aState = fc.constantFrom(...STATES);

describe('the life of a record', () => {
  it('goes forward step by step, and back to its author', () => {
    const steps = STATES.flatMap((from) =>
      STATES.filter((to) => mayMove(from, to)).map((to) => `${from} ${to}`),
    );
    expect(steps).toEqual([
      'draft submitted',
      'draft withdrawn',
      'submitted draft',
      'submitted verified',
      'submitted withdrawn',
      'verified draft',
      'verified published',
      'verified withdrawn',
      'published withdrawn',
    ]);
  });

  it('ends with withdrawal and merge, and nobody moves a record to "merged"', () => {
    expect(STATES.filter((state) => nextStates(state).length === 0)).toEqual(['withdrawn', 'merged']);
    expect(STATES.filter((state) => !isOpen(state))).toEqual(['withdrawn', 'merged']);
    expect(TRANSITIONS).not.toContain('merged');
  });

  it('asks for more the further it goes', () => {
    expect(STATES.map(obligationsOf)).toEqual([
      'draft',
      'submitted',
      'submitted',
      'published',
      'draft',
      'draft',
    ]);
  });

  it('is public only while published; what is closed keeps the class it had', () => {
    fc.assert(
      fc.property(aState, fc.constantFrom(1, 2), (state, before) => {
        expect(classIn(state, before)).toBe(isOpen(state) ? (state === 'published' ? 1 : 2) : before);
      }),
    );
  });
});

describe('what the feeds say', () => {
  it.each([
    [null, 'draft', true, undefined],
    [null, 'published', true, 'published'],
    ['draft', 'withdrawn', true, undefined],
    ['verified', 'published', true, 'published'],
    ['published', 'published', true, 'updated'],
    ['published', 'published', false, undefined],
    ['published', 'withdrawn', true, 'withdrawn'],
    ['published', 'merged', true, 'merged'],
    ['published', 'verified', true, 'restricted'],
    ['withdrawn', 'published', true, 'published'],
  ] as const)('%s → %s (changed: %s): %s', (before, state, changed, event) => {
    expect(publicationEvent(before, { state, changed })).toBe(event);
  });

  it('say nothing of what was never public', () => {
    const closed = fc.constantFrom<RecordState>('draft', 'submitted', 'verified', 'withdrawn', 'merged');
    fc.assert(
      fc.property(fc.option(closed), closed, fc.boolean(), (before, state, changed) => {
        expect(publicationEvent(before, { state, changed })).toBeUndefined();
      }),
    );
  });
});
