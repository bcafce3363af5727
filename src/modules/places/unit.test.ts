import { describe, expect, it } from 'vitest';
import { foldName, wordsOfKey } from './unit.ts';

describe('foldName', () => {
  it.each([
    ['Đắk Lắk', 'dak lak'],
    ['Dak-Lak', 'dak lak'],
    ['Bà Rịa – Vũng Tàu', 'ba ria vung tau'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ["Cư M'gar", 'cu mgar'],
    ['Cư M’gar', 'cu mgar'],
    ['  Hồ   Chí Minh ', 'ho chi minh'],
    ['Thừa Thiên Huế'.normalize('NFD'), 'thua thien hue'],
    ['12', '12'],
    ['-', ''],
  ])('of %j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('wordsOfKey', () => {
  it('takes tone placement and case for nothing, marks and letters for everything', () => {
    expect(wordsOfKey('Xã Hoà Bình')).toBe(wordsOfKey('xã  hòa bình'));
    expect(wordsOfKey('Xã Hoà Bình'.normalize('NFD'))).toBe(wordsOfKey('Xã Hoà Bình'));
    expect(wordsOfKey('Xã Tân Hưng')).not.toBe(wordsOfKey('Xã Tân Hùng'));
    expect(wordsOfKey('Xã Mỹ Quý')).not.toBe(wordsOfKey('Xã Mỹ Quí'));
  });
});
