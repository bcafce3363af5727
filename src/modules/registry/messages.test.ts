import { describe, expect, it } from 'vitest';
import { conflict, issue } from './messages.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it('are filled in both languages', () => {
    const { message } = issue('/type', 'unknown-relation-type', { given: 'ownedBy' });
    expect(message.vi).toContain('“ownedBy”');
    expect(message.en).toContain('“ownedBy”');
    expect(placeholders(message.vi + message.en)).toEqual([]);
  });

  it('take what was sent as text, whatever it holds', () => {
    const { message } = issue('', 'unknown-code', { scheme: '$&', given: '{scheme} $1' });
    expect(message.en).toContain('“$&” has no code “{scheme} $1”');
  });

  it('of conflicts name the records concerned', () => {
    expect(conflict('later-edits', { count: 2, names: 'a, b' }, ['a', 'b'])).toMatchObject({
      kind: 'conflict',
      code: 'later-edits',
      records: ['a', 'b'],
    });
  });
});
