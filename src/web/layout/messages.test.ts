import { describe, expect, it } from 'vitest';
import { layoutMessages } from './messages.ts';
import { DISPLAY_CHOICES } from './preferences.ts';

/** Every text with its path; functions are asked with samples. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node('Viện A', 'B'))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

const vi = new Map(texts(layoutMessages.vi));
const en = new Map(texts(layoutMessages.en));

describe('the words around every page', () => {
  it('are the same in number in both languages, none of them empty', () => {
    expect([...en.keys()]).toEqual([...vi.keys()]);
    for (const text of [...vi.values(), ...en.values()]) expect(text.trim()).not.toBe('');
  });

  it('are composed Vietnamese and translated English', () => {
    for (const text of vi.values()) expect(text).toBe(text.normalize('NFC'));
    // The product's name, and percentages.
    const same = [...vi].filter(([path, text]) => en.get(path) === text && !/\d/.test(text));
    expect(same.map(([path]) => path)).toEqual(['.siteName']);
  });

  it('name the other language in that language', () => {
    expect(layoutMessages.vi.otherLanguage).toBe('English');
    expect(layoutMessages.en.otherLanguage).toBe('Tiếng Việt');
    expect(layoutMessages.vi.otherLanguageLabel).toContain('English');
    expect(layoutMessages.en.otherLanguageLabel).toContain('tiếng Việt');
  });

  it('have a word for each choice of display', () => {
    for (const messages of Object.values(layoutMessages)) {
      for (const [name, choices] of Object.entries(DISPLAY_CHOICES)) {
        const words = messages.displayChoices[name as keyof typeof DISPLAY_CHOICES];
        expect(Object.keys(words)).toEqual([...choices]);
      }
    }
  });

  it('tell the version, and the day of the data where it is known', () => {
    expect(layoutMessages.vi.version('1.2.0', '2/2/2027')).toBe(
      'Phiên bản 1.2.0 · dữ liệu cập nhật 2/2/2027',
    );
    expect(layoutMessages.en.version('1.2.0', null)).toBe('Version 1.2.0');
  });
});
