import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinOneEdit } from '#formats/vietnamese/index.ts';
import { lexemesOf, mix32, pairsOf, wholeNameTokens, wordsOf } from './analysis.ts';
import { deletionsOf } from './deletions.ts';
import { sampleOf, staticRank } from './importance.ts';

const forms = (text: string, tier: number) =>
  [...lexemesOf([text]).values()].filter((lexeme) => lexeme.tier === tier).map(({ lexeme }) => lexeme);

describe('lexemes', () => {
  it('are the syllables in three tiers and the folded pairs of neighbours', () => {
    expect(forms('Trống đồng Ngọc Lũ', 1)).toEqual(['trống', 'đồng', 'ngọc', 'lũ']);
    expect(forms('Trống đồng Ngọc Lũ', 2)).toEqual(['trông', 'đông', 'ngoc', 'lu']);
    expect(forms('Trống đồng Ngọc Lũ', 3)).toEqual(['trong', 'dong', 'ngoc', 'lu']);
    expect(forms('Trống đồng Ngọc Lũ', 4)).toEqual(['trong dong', 'dong ngoc', 'ngoc lu']);
  });

  it('say what they fold to', () => {
    const lexemes = [...lexemesOf(['đồng']).values()];
    expect(lexemes.map(({ lexeme, lower }) => [lexeme, lower])).toEqual([
      ['đồng', 'đông'],
      ['đông', 'dong'],
      ['dong', null],
    ]);
  });

  it('hold Hán-Nôm characters and their 2-grams, also beyond the BMP', () => {
    expect(forms('𡨸喃銘', 1)).toEqual(['𡨸', '𡨸喃', '喃', '喃銘', '銘']);
    expect(pairsOf(wordsOf('𡨸喃銘'))).toEqual([]);
  });

  it('are the same for both places of the tone mark, composed or not', () => {
    expect(lexemesOf(['Hòa Bình'])).toEqual(lexemesOf(['Hoà bình'.normalize('NFD')]));
  });

  it('are cut where nobody would search, never within a character', () => {
    const [longest] = forms(`${'𝑎'.repeat(100)}`, 1);
    expect(longest?.length ?? 0).toBeLessThanOrEqual(60);
    expect((longest ?? '').isWellFormed()).toBe(true);
  });
});

describe('tokens of whole names', () => {
  it('differ by words, not by punctuation, case or place of the tone mark', () => {
    expect(wholeNameTokens(['Văn Miếu - Quốc Tử Giám'])).toEqual(
      wholeNameTokens(['văn miếu (quốc tử giám)']),
    );
    expect(wholeNameTokens(['Đền Hùng'])).not.toEqual(wholeNameTokens(['Lễ hội Đền Hùng']));
    expect(wholeNameTokens(['...'])).toEqual([]);
  });

  it('are negative, below every id of the lexicon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        for (const token of wholeNameTokens([name])) expect(token).toBeLessThan(0);
        for (const token of wholeNameTokens([name])) expect(token).toBeGreaterThanOrEqual(-(2 ** 31));
      }),
    );
  });
});

describe('deletions', () => {
  it('of two words within one typing error always meet', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeghnt'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const meet = deletionsOf(a).some((deletion) => deletionsOf(b).includes(deletion));
        if (withinOneEdit(a, b)) expect(meet).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('are not kept of numbers, codes and long words', () => {
    for (const word of ['1426', 'lsb5704', 'a', 'x'.repeat(13), 'đền']) expect(deletionsOf(word)).toEqual([]);
    expect(deletionsOf('den')).toEqual(['den', 'en', 'dn', 'de']);
  });
});

describe('the static rank', () => {
  it('puts importance first, then the year of what is important, and stays within four bytes', () => {
    const rank = (importance: number, year: number | null, id = 7) => staticRank({ id, importance, year });
    expect(rank(0, 2024)).toBeLessThan(rank(1, 1962));
    expect(rank(0, 2012)).toBeLessThan(rank(0, 2013));
    expect(rank(0, 2024)).toBeLessThan(rank(0, null));
    expect(rank(1, null)).toBeLessThan(rank(2, 1962));
    expect(rank(4, null)).toBeLessThan(2 ** 31);
    expect(rank(2, 1962)).toBe(rank(2, 2024));
  });

  it('spreads records of one importance evenly, and their samples too', () => {
    const ids = Array.from({ length: 64_000 }, (_, id) => id + 1);
    const half = ids.filter((id) => staticRank({ id, importance: 3, year: null }) < 3.5 * 2 ** 27).length;
    expect(half / ids.length).toBeCloseTo(0.5, 1);
    const inSample = ids.filter((id) => sampleOf(id) === 0);
    expect(inSample.length).toBeGreaterThan(850);
    expect(inSample.length).toBeLessThan(1150);
    const low = inSample.filter((id) => staticRank({ id, importance: 3, year: null }) < 3.5 * 2 ** 27).length;
    expect(low / inSample.length).toBeCloseTo(0.5, 1);
  });

  it('mixes bits so that no two of a million ids share one', () => {
    const seen = new Set(Array.from({ length: 1_000_000 }, (_, id) => mix32(id)));
    expect(seen.size).toBe(1_000_000);
  });
});
