import { describe, expect, it } from 'vitest';
import { tokensOf } from './spelling.ts';

const marked = (text: string) => tokensOf(text).map((token) => token.marked);
const folded = (text: string) => tokensOf(text).map((token) => token.folded);

describe('tokens of a date text', () => {
  it('are syllables and numbers without punctuation', () => {
    expect(folded('Minh Mạng (năm thứ 12), 1831.')).toEqual(['minh', 'mang', 'nam', 'thu', '12', '1831']);
    expect(tokensOf(' – ')).toEqual([]);
  });

  it.each([
    ['Minh Mệnh', 'Minh Mạng'],
    ['Lê Thánh Tôn', 'Lê Thánh Tông'],
    ['Chánh Hoà', 'Chính Hòa'],
    ['Quang Võ', 'Quang Vũ'],
    ['Cảnh Thạnh', 'Cảnh Thịnh'],
    ['Bửu Thái', 'Bảo Thái'],
    ['Lý', 'Lí'],
    ['Kỷ Tỵ', 'Kỉ Tị'],
    ['Quí Dậu', 'Quý Dậu'],
    ['Thụy', 'Thuỵ'],
    ['Khải Định'.normalize('NFD'), 'KHẢI ĐỊNH'],
  ])('%s and %s are one', (one, other) => {
    expect(marked(one)).toEqual(marked(other));
  });

  it('keep names apart that differ in marks, and join them when folded', () => {
    expect(marked('Trung Hưng')).not.toEqual(marked('Trùng Hưng'));
    expect(folded('Trung Hưng')).toEqual(folded('Trùng Hưng'));
    expect(folded('Minh Menh')).toEqual(folded('Minh Mạng'));
  });
});
