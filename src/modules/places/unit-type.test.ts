import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullName, levelOfType, typedName } from './unit-type.ts';

describe('typedName', () => {
  it.each([
    ['Phường Cửa Nam', 'phường', 'Cửa Nam'],
    ['xã Mường Pồn', 'xã', 'Mường Pồn'],
    ['Thị trấn Nông trường Việt Trung', 'thị trấn', 'Nông trường Việt Trung'],
    ['thị xã Sơn Tây', 'thị xã', 'Sơn Tây'],
    ['Đặc khu Trường Sa', 'đặc khu', 'Trường Sa'],
    ['Quận 8', 'quận', '8'],
    ['huyện đảo Lý Sơn', 'huyện', 'Lý Sơn'],
    ['TP. Huế', 'thành phố', 'Huế'],
    ['TP Thủ Đức', 'thành phố', 'Thủ Đức'],
    ['TP.HCM', 'thành phố', 'HCM'],
    ['TPHCM', 'thành phố', 'HCM'],
    ['TX Kinh Môn', 'thị xã', 'Kinh Môn'],
    ['TT. Sa Pa', 'thị trấn', 'Sa Pa'],
    ['TỈNH QUẢNG NAM', 'tỉnh', 'QUẢNG NAM'],
  ])('reads %j', (text, type, name) => {
    expect(typedName(text)).toEqual({ type, name });
  });

  it.each(['Hà Nội', 'Xã', 'phường ', 'Tỉnhgia', 'Phườngcủa', 'xãhội', 'Tam Kỳ', ''])(
    'finds no type in %j',
    (text) => {
      expect(typedName(text)).toBeUndefined();
    },
  );

  it('reads back every full name', () => {
    const type = fc.constantFrom(
      'phường',
      'xã',
      'thị trấn',
      'đặc khu',
      'huyện',
      'quận',
      'thị xã',
      'thành phố',
      'tỉnh',
    );
    const name = fc.constantFrom('Cửa Nam', '12', "Cư M'gar", 'Đakrông', 'Bà Rịa - Vũng Tàu');
    fc.assert(
      fc.property(type, name, (given, called) => {
        const unit = { type: given as 'xã', name: called };
        expect(typedName(fullName(unit))).toEqual(unit);
      }),
    );
  });
});

describe('levelOfType', () => {
  it.each([
    ['tỉnh', 'province'],
    ['thành phố', 'district'],
    ['huyện', 'district'],
    ['quận', 'district'],
    ['thị xã', 'district'],
    ['phường', 'commune'],
    ['thị trấn', 'commune'],
    ['đặc khu', 'commune'],
  ] as const)('of %s is %s', (type, level) => {
    expect(levelOfType(type)).toBe(level);
  });
});
