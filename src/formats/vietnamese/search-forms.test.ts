import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFully } from './fold.ts';
import { searchForms } from './search-forms.ts';
import { tokenize } from './tokens.ts';

describe('searchForms', () => {
  it.each([
    ['Đồng', { exact: 'đồng', base: 'đông', folded: 'dong' }],
    ['Hòa', { exact: 'hoà', base: 'hoa', folded: 'hoa' }],
    ['KỲ', { exact: 'kì', base: 'ki', folded: 'ki' }],
    ['ky', { exact: 'ki', base: 'ki', folded: 'ki' }],
    ['Ðình', { exact: 'đình', base: 'đinh', folded: 'dinh' }],
    ['Kńuêc', { exact: 'knuếc', base: 'knuêc', folded: 'knuec' }],
    ['LSb', { exact: 'lsb', base: 'lsb', folded: 'lsb' }],
    ['5704', { exact: '5704', base: '5704', folded: '5704' }],
    ['𡨸喃', { exact: '𡨸喃', base: '𡨸喃', folded: '𡨸喃' }],
    ['豈', { exact: '豈', base: '豈', folded: '豈' }],
    ['葛\u{e0100}', { exact: '葛', base: '葛', folded: '葛' }],
  ])('%s', (token, forms) => {
    expect(searchForms(token)).toEqual(forms);
    expect(searchForms(token.normalize('NFD'))).toEqual(forms);
  });

  it.each(['hòa hoà', 'thúy thuý', 'quí quý', 'mỹ mĩ', 'ủy uỷ'])('agree between spellings: %s', (pair) => {
    const [one, other] = tokenize(pair).map(({ text }) => searchForms(text));
    expect(one).toEqual(other);
  });

  it('are stable: the forms of a form are the lower forms of the token', () => {
    const syllable = fc.string({
      unit: fc.constantFrom(...'bkhqunmyiaăâeêoôơưđẤẦỆỉĨÝòÀ'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(syllable, (token) => {
        const forms = searchForms(token);
        expect(searchForms(forms.exact)).toEqual(forms);
        expect(foldFully(forms.exact)).toBe(forms.folded);
        expect(searchForms(token)).toEqual(forms);
      }),
    );
  });

  it('handle a million syllables of running text in seconds', () => {
    const text =
      'Trống đồng Ngọc Lũ được tìm thấy năm 1893 tại xã Như Trác, huyện Nam Xang, tỉnh Hà Nam. '.repeat(
        2_500,
      );
    const started = performance.now();
    let syllables = 0;
    for (const { text: token } of tokenize(text)) syllables += searchForms(token).exact === '' ? 0 : 1;
    const perSecond = syllables / ((performance.now() - started) / 1000);
    expect(syllables).toBe(2_500 * 19);
    // Far below what it does on an idle core (millions): the test shares its machine.
    expect(perSecond).toBeGreaterThan(200_000);
  });
});
