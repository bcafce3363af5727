import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeIY } from './i-y.ts';

describe('normalizeIY', () => {
  it.each([
    ['kỷ niệm, kỳ lạ, lý luận', 'kỉ niệm, kì lạ, lí luận'],
    ['MỸ THUẬT', 'MĨ THUẬT'],
    ['Lý Thường Kiệt', 'Lí Thường Kiệt'],
    ['quí, quít, Quì', 'quý, quýt, Quỳ'],
    ['ky\u0300', 'kì'],
  ])('%s → %s', (text, expected) => expect(normalizeIY(text)).toBe(expected));

  it.each(['y tế', 'ý', 'ngày', 'thuỷ', 'Huy', 'yêu', 'duy', 'quyển', 'fly', 'gym', "Y'Brai", 'hai'])(
    'keeps %s',
    (text) => expect(normalizeIY(text)).toBe(text),
  );

  it('is idempotent', () => {
    const text = fc.string({ unit: fc.constantFrom(...'kltmqunhyỳýỵiìíị '), maxLength: 12 });
    fc.assert(
      fc.property(text, (given) => {
        expect(normalizeIY(normalizeIY(given))).toBe(normalizeIY(given));
      }),
    );
  });
});
