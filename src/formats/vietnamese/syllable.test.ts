import { describe, expect, it } from 'vitest';
import { isVietnameseSyllable } from './syllable.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

const VALID = words(`
  a ạ ươm yêu yến y ý ỷ oà oái uyên ủy ổn anh ếch ách óc
  nghiêng nghĩa nghề ghế ghi ngọc ngoằn ngoẻo gà gì gìn giếng giết giã già giữa giường gịa
  quý quyển quốc quạu quăng quần quét quê quên quơ quýt quít quỳnh quạch quanh
  khuya khuỷu khuyết thuở hươu rượu bưởi chuối muỗi tuýp xoong moóc buýt phuy voan
  ca cô của kẻ kê kim kiến kỹ lý mỹ thy vỹ hoạch loắt choắt thuật luân lũy tuần xuân
  đường đặng được trưởng phường tháp mộc bản đình đền chùa lăng khắc bắc kạn đắk đăk lắk`);

const INVALID = words(`
  b mat hoc tàc sach lẹk hoàt mãt đêch cê kuy cuý ghà ngế nghà gê gy giy gim gích quu quô qu
  wa fa ja zô tro1 thươ tuơng hươ ưo uô iê yê tyên ngyn bl str plei krông ngoḳ
  muya boa vuyên trungx đđ ưư aa aê éé tháná m'drắk 𡨸 hà-nội`);

describe('isVietnameseSyllable', () => {
  it.each(VALID)('%s', (word) => expect(isVietnameseSyllable(word)).toBe(true));
  it.each(INVALID)('not %s', (word) => expect(isVietnameseSyllable(word)).toBe(false));

  it('does not mind case, Unicode form and tone placement', () => {
    for (const word of ['HOÀ', 'Hòa', 'hoà'.normalize('NFD'), 'qúy', 'TRƯỜNG'])
      expect(isVietnameseSyllable(word)).toBe(true);
  });

  it('refuses the empty word and very long ones', () => {
    expect(isVietnameseSyllable('')).toBe(false);
    expect(isVietnameseSyllable('a'.repeat(10_000))).toBe(false);
  });
});
