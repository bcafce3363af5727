import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DISPLAY_CHOICES,
  type DisplayPreferences,
  displayAttributes,
  preferencesCookie,
  preferencesFromCookie,
  readPreferences,
} from './preferences.ts';

const DEFAULTS: DisplayPreferences = {
  theme: 'system',
  contrast: 'normal',
  text: '100',
  spacing: 'normal',
  motion: 'system',
};

const anyPreferences: fc.Arbitrary<DisplayPreferences> = fc.record({
  theme: fc.constantFrom(...DISPLAY_CHOICES.theme),
  contrast: fc.constantFrom(...DISPLAY_CHOICES.contrast),
  text: fc.constantFrom(...DISPLAY_CHOICES.text),
  spacing: fc.constantFrom(...DISPLAY_CHOICES.spacing),
  motion: fc.constantFrom(...DISPLAY_CHOICES.motion),
});

/** What a browser sends back for a Set-Cookie. */
const sentBack = (setCookie: string) => setCookie.split(';')[0] ?? '';

describe('the cookie', () => {
  it('holds only what differs from the default', () => {
    expect(preferencesCookie(DEFAULTS)).toBe('hien-thi=; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly');
    expect(sentBack(preferencesCookie({ ...DEFAULTS, theme: 'dark', text: '150' }))).toBe(
      'hien-thi=theme:dark.text:150',
    );
  });

  it('gives back any choice, whatever other cookies stand beside it', () => {
    const others = fc.constantFrom('', 'a=b; ', 'xhien-thi=theme:dark; ', 'hien-thix=1;');
    fc.assert(
      fc.property(anyPreferences, others, (preferences, before) => {
        const cookie = sentBack(preferencesCookie(preferences));
        expect(preferencesFromCookie(`${before}${cookie}; z=1`)).toEqual(preferences);
      }),
    );
  });

  it('is written in characters that a cookie may hold (RFC 6265 §4.1.1)', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        const [, value] = sentBack(preferencesCookie(preferences)).split('=');
        expect(value).toMatch(/^[!#-+\--:<-[\]-~]*$/);
      }),
    );
  });

  it.each([
    undefined,
    '',
    'hien-thi',
    'hien-thi=',
    'hien-thi=theme:neon.text:400',
    'hien-thi=%%%.theme',
    'hien-thi=__proto__:x.constructor:y',
    'hien-thi=theme:"><script>',
  ])('%j means the defaults', (header) => {
    expect(preferencesFromCookie(header)).toEqual(DEFAULTS);
  });

  it('never fails, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const preferences = preferencesFromCookie(`hien-thi=${value}`);
        expect(readPreferences(Object.entries(preferences))).toEqual(preferences);
      }),
    );
  });
});

describe('a form', () => {
  it('may leave things out', () => {
    expect(readPreferences([['contrast', 'high']])).toEqual({ ...DEFAULTS, contrast: 'high' });
    expect(readPreferences(new URLSearchParams('motion=reduce&motion=wild&x=1'))).toEqual(DEFAULTS);
  });
});

describe('the attributes of the document', () => {
  it('are none by default and one for each other choice', () => {
    expect(displayAttributes(DEFAULTS)).toEqual({});
    expect(displayAttributes({ ...DEFAULTS, spacing: 'wide', motion: 'reduce' })).toEqual({
      'data-spacing': 'wide',
      'data-motion': 'reduce',
    });
  });

  it('all have a rule in the style sheets', () => {
    const folder = 'src/web/styles';
    const styles = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const wanted = Object.entries(DISPLAY_CHOICES).flatMap(([name, [, ...others]]) =>
      others.map((value) => `[data-${name}="${value}"]`),
    );
    expect(wanted.filter((selector) => !styles.join('').includes(selector))).toEqual([]);
  });
});
