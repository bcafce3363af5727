import { describe, expect, it } from 'vitest';
import { can } from './policy.ts';

const edit = { changeset: 'edit' } as const;
const starter = { changeset: 'starter' } as const;

describe('who may do what', () => {
  it('lets the administrator do everything', () => {
    for (const action of ['create', 'confirm', 'erase', 'revert', 'merge', 'decideDuplicate'] as const) {
      expect(can({ kind: 'administrator' }, action, edit)).toBe(true);
    }
  });

  it('lets the first start load starter data, which cannot confirm itself', () => {
    expect(can({ kind: 'bootstrap' }, 'create', starter)).toBe(true);
    expect(can({ kind: 'bootstrap' }, 'confirm', starter)).toBe(false);
    expect(can({ kind: 'bootstrap' }, 'erase', starter)).toBe(false);
    expect(can({ kind: 'bootstrap' }, 'create', edit)).toBe(false);
  });

  it('lets the program migrate, but neither confirm nor erase', () => {
    expect(can({ kind: 'system' }, 'update', { changeset: 'migration' })).toBe(true);
    expect(can({ kind: 'system' }, 'confirm', edit)).toBe(false);
    expect(can({ kind: 'system' }, 'erase', edit)).toBe(false);
  });

  it('lets nobody else do anything', () => {
    expect(can({ kind: 'person' }, 'create', edit)).toBe(false);
    expect(can({ kind: 'service' }, 'create', edit)).toBe(false);
    expect(can(undefined, 'create', edit)).toBe(false);
  });
});
