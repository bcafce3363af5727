import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLang, LANGUAGES, negotiateLanguage } from './index.ts';

describe('the language of a request', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['vi', 'vi'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7', 'vi'],
    ['vi;q=0.3, en ; q=0.4', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.1', 'en'],
    ['fr,de', 'vi'],
    ['*', 'vi'],
    ['en;q=0', 'vi'],
    ['en;q=0, vi;q=0.001', 'vi'],
    ['en;q=0.5,vi;q=0.5', 'en'],
    ['english', 'vi'],
    ['en;level=1;q=0.2, vi;q=0.1', 'en'],
    ['en;q=1.2.3', 'vi'],
    [',,;;q=,en;', 'en'],
  ])('%j is answered in %s', (header, lang) => {
    expect(negotiateLanguage(header)).toBe(lang);
  });

  it('is one of the two, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (header) => {
        expect(LANGUAGES).toContain(negotiateLanguage(header));
      }),
    );
  });

  it('is the one with the greater weight, in whatever order they stand', () => {
    const weight = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(weight, weight, fc.boolean(), (vi, en, viFirst) => {
        fc.pre(vi !== en);
        const ranges = [`vi;q=${vi / 1000}`, `en;q=${en / 1000}`];
        const header = (viFirst ? ranges : ranges.toReversed()).join(', ');
        expect(negotiateLanguage(header)).toBe(vi > en ? 'vi' : 'en');
      }),
    );
  });
});

describe('a language code', () => {
  it('is exactly vi or en', () => {
    expect(['vi', 'en', 'VI', 'vi-VN', '', undefined].map(isLang)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
