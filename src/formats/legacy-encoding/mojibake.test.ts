import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from './index.ts';
import { VIETNAMESE_LETTERS } from './sample-encoders.fixture.ts';

const utf8 = new TextEncoder();
const misread = (text: string): string => new TextDecoder('windows-1252').decode(utf8.encode(text));
const misreadLatin1 = (text: string): string => String.fromCharCode(...utf8.encode(text));

describe('repairMojibake', () => {
  it.each([
    ['Trá»‘ng Ä‘á»“ng', 'Trống đồng', 1],
    ['TrÃ¡Â»â€˜ng Ã„â€˜Ã¡Â»â€œng', 'Trống đồng', 2],
    ['HÃ  Ná»™i', 'Hà Nội', 1],
    ['HÃ\u00a0 Ná»™i', 'Hà Nội', 1],
    ['NhÃ Ná»™i', 'Nhà Nội', 1],
    ['Äá»‘ng Äa', 'Đống Đa', 1],
    ['ThÃ nh Ná»™i', 'Thà nh Nội', 1],
    ['â€œChÃ¹aâ€\u009d', '“Chùa”', 1],
    ['ï»¿mÃ£', 'mã', 1],
    ['Nôm ð¡¨¸å–ƒ, trá»‘ng', 'Nôm 𡨸喃, trống', 1],
    ['đã đúng, cÃ²n sai', 'đã đúng, còn sai', 1],
    ['XÃ LAO CHẢI, cÃ²n sai', 'XÃ LAO CHẢI, còn sai', 1],
  ])('%s → %s', (text, expected, rounds) => {
    expect(repairMojibake(text)).toEqual({ kind: 'repaired', text: expected, rounds });
  });

  it.each([
    '',
    'Trống đồng Ngọc Lũ',
    'ÂU LẠC, XÃ LAO CHẢI',
    'KHU “NHÀ” VÀ “XÃ”…',
    '"né”…',
    'Âm thanh: «â», ‘ê’, “ê”…',
    '5 °C ± 1 °C × 3 µm',
    'Größe – Ångström',
    '銅鼓 𡨸喃',
  ])('leaves %j alone', (text) => {
    expect(repairMojibake(text)).toEqual({ kind: 'clean', text });
  });

  const letter = fc.constantFrom(...VIETNAMESE_LETTERS, ...'aăbcghnt ');
  const text = fc.array(letter, { minLength: 1, maxLength: 30 }).map((letters) => letters.join(''));

  it('never touches Vietnamese letters in their places', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(repairMojibake(original)).toEqual({ kind: 'clean', text: original });
      }),
    );
  });

  it('undoes one and two wrong readings, as Windows-1252 and as Latin-1', () => {
    // One certain letter: "Ô" alone becomes "Ã”", which a quotation can end with.
    const marked = text.map((original) => `đ${original}`);
    fc.assert(
      fc.property(marked, fc.constantFrom(misread, misreadLatin1), (original, wrong) => {
        expect(repairMojibake(wrong(original))).toEqual({ kind: 'repaired', text: original, rounds: 1 });
        expect(repairMojibake(wrong(wrong(original)))).toEqual({
          kind: 'repaired',
          text: original,
          rounds: 2,
        });
      }),
    );
  });
});
