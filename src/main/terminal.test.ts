import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTerminal } from './terminal.ts';

afterEach(() => vi.restoreAllMocks());

describe('the language of the terminal', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['C', 'vi'],
    ['C.UTF-8', 'vi'],
    ['vi_VN.UTF-8', 'vi'],
    ['fr_FR', 'vi'],
    ['en', 'en'],
    ['en_US.UTF-8', 'en'],
    ['EN_gb', 'en'],
  ])('%j is %s', (locale, lang) => {
    expect(openTerminal(locale).lang).toBe(lang);
  });
});

describe('what is written', () => {
  it('goes to standard output when it is the answer, else to standard error with the name of the program', () => {
    const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const complaints = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const terminal = openTerminal('en_GB');
    terminal.answer('{"a":1}');
    terminal.say({ vi: 'đang dừng…', en: 'stopping…' });
    openTerminal('vi_VN').say({ vi: 'đang dừng…', en: 'stopping…' });
    expect(output.mock.calls).toEqual([['{"a":1}\n']]);
    expect(complaints.mock.calls).toEqual([['disan: stopping…\n'], ['disan: đang dừng…\n']]);
  });
});
