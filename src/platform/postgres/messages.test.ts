import { expect, test } from 'vitest';
import { describeFailure, notesIn } from './messages.ts';
import type { CollationChange, StartFailure } from './outcome.ts';

const change: CollationChange = {
  database: 'disan',
  collation: 'vi-x-icu',
  was: '1.2',
  now: '3.4',
  indexes: ['public.i'],
};

/** One of each kind, with what its message has to name. */
const failures: { [K in StartFailure['kind']]: [Extract<StartFailure, { kind: K }>, string[]] } = {
  'other-major-version': [
    { kind: 'other-major-version', path: '/d/postgres', found: '16', wanted: '18' },
    ['/d/postgres', '16', '18'],
  ],
  'no-disk-space': [{ kind: 'no-disk-space', path: '/d' }, ['/d']],
  'no-permission': [{ kind: 'no-permission', path: '/d/x' }, ['/d/x']],
  'not-a-directory': [{ kind: 'not-a-directory', path: '/d' }, ['/d']],
  'not-a-cluster': [{ kind: 'not-a-cluster', path: '/d/postgres' }, ['/d/postgres']],
  'cluster-missing': [
    { kind: 'cluster-missing', path: '/o/postgres', record: '/d/r.json' },
    ['/o/postgres', '/d/r.json'],
  ],
  'in-use': [{ kind: 'in-use', pid: 4321, connection: undefined }, ['4321']],
  'binaries-missing': [
    { kind: 'binaries-missing', package: '@e/linux-x64' },
    ['@e/linux-x64', 'DATABASE_URL'],
  ],
  'collation-changed': [
    { kind: 'collation-changed', changes: [change] },
    ['disan', '1.2', '3.4', 'public.i'],
  ],
  failed: [{ kind: 'failed', step: 'start', logTail: 'FATAL: x' }, ['start', 'FATAL: x']],
};

test.each(Object.values(failures))('$kind is told in both languages with all it knows', (failure, named) => {
  const [vi, en] = [describeFailure(failure, 'vi'), describeFailure(failure, 'en')];
  expect(vi).not.toBe(en);
  expect(vi).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựđ]/);
  for (const text of [vi, en]) for (const part of named) expect(text).toContain(part);
  for (const text of [vi, en]) expect(text.split('\n')[0]).toMatch(/[.]$/);
});

test('an unknown holder is not named', () => {
  const failure: StartFailure = { kind: 'in-use', pid: undefined, connection: undefined };
  expect(describeFailure(failure, 'en')).not.toContain('undefined');
  expect(describeFailure(failure, 'vi')).not.toContain('undefined');
});

test('notes exist in both languages and name their facts', () => {
  for (const notes of [notesIn.vi, notesIn.en]) {
    expect(notes.outside('/var/lib/x')).toContain('/var/lib/x');
    expect(notes.preparing('/d')).toContain('/d');
    expect(notes.socketElsewhere('/tmp/s')).toContain('/tmp/s');
    expect(notes.reused(12)).toContain('12');
    expect(notes.stopping(12)).toContain('12');
    expect(notes.rebuilding(change)).toContain('public.i');
    expect(notes.recovering()).not.toBe(notes.unclean());
  }
});
