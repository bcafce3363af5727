import { describe, expect, it } from 'vitest';
import { formerUnits, type MergedUnit, namedUnit } from './former-units.ts';

const merged = (key: string, mergedFrom: string, changes: Partial<MergedUnit> = {}): MergedUnit => ({
  key,
  type: 'xã',
  name: key,
  provinceCode: '01',
  oldProvinceCode: '01',
  mergedFrom,
  source: 's',
  ...changes,
});
const of = (...list: MergedUnit[]) => formerUnits(list);
const pairs = ({ successions }: ReturnType<typeof formerUnits>) =>
  successions.map(({ predecessor, successor, extent }) => [predecessor.split(':').at(-1), successor, extent]);

describe('formerUnits', () => {
  it('makes one unit of a name that several lists share, and does not call it whole', () => {
    const found = of(merged('A', 'Xã Mỹ, Xã Tân'), merged('B', 'Xã Mỹ'));
    expect(found.units.map((unit) => unit.fullName)).toEqual(['Xã Mỹ', 'Xã Tân']);
    expect(pairs(found)).toEqual([
      ['xã mỹ', 'A', 'unstated'],
      ['xã tân', 'A', 'whole'],
      ['xã mỹ', 'B', 'unstated'],
    ]);
  });

  it('takes units of one name in two provinces, or in two stated districts, for two', () => {
    const found = of(
      merged('A', 'Xã Mỹ'),
      merged('B', 'Xã Mỹ', { oldProvinceCode: '27' }),
      merged('C', 'Xã Mỹ (huyện X)'),
      merged('D', 'Xã Mỹ (huyện Y)'),
    );
    expect(found.units.filter((unit) => unit.level === 'commune')).toHaveLength(4);
    expect(pairs(found).map(([, , extent]) => extent)).toEqual(['whole', 'whole', 'whole', 'whole']);
    expect(found.units.filter((unit) => unit.level === 'district').map((unit) => unit.fullName)).toEqual([
      'Huyện X',
      'Huyện Y',
    ]);
  });

  it('keeps a stated part a part, whoever else names the unit', () => {
    const rest = 'Xã Mỹ (phần còn lại sau khi sáp nhập vào xã B)';
    expect(pairs(of(merged('A', rest), merged('B', 'Xã Mỹ')))).toEqual([
      ['xã mỹ', 'A', 'part'],
      ['xã mỹ', 'B', 'unstated'],
    ]);
  });

  it('names a unit twice in one list once, with both wordings', () => {
    const found = of(merged('A', 'Xã Mỹ, Xã Mỹ (một phần)'));
    expect(found.successions).toMatchObject([{ verbatim: 'Xã Mỹ, Xã Mỹ (một phần)' }]);
  });

  it('gives a unit that stayed as it was a predecessor of its own name', () => {
    const found = of(merged('gso-2025:1', 'giữ nguyên', { type: 'phường', name: 'Đông' }));
    expect(found.units).toMatchObject([{ fullName: 'Phường Đông', parent: 'gso-2024:01', to: '2025-07-01' }]);
    expect(found.successions).toMatchObject([
      { extent: 'whole', verbatim: 'giữ nguyên', date: '2025-07-01' },
    ]);
  });

  it('counts what was no unit apart', () => {
    const found = of(merged('A', 'Xã Mỹ, Trường bắn TB1, Khu vực bãi bồi (do huyện X quản lý)'));
    expect(found.units.map((unit) => unit.name)).toEqual(['Mỹ']);
    expect(found.remainders.get('A')).toEqual(['Trường bắn TB1', 'Khu vực bãi bồi (do huyện X quản lý)']);
  });

  it('takes a bare name without any type for a unit all the same', () => {
    expect(of(merged('A', 'Krông Na')).units).toMatchObject([
      { type: 'đơn vị cấp xã', fullName: 'Krông Na' },
    ]);
  });

  it('knows an island that was a district', () => {
    expect(of(merged('A', 'Huyện Cồn Cỏ')).units).toMatchObject([
      { level: 'district', fullName: 'Huyện Cồn Cỏ' },
    ]);
  });
});

describe('namedUnit', () => {
  it('has a key that spelling does not change', () => {
    const unit = (name: string) =>
      namedUnit({ type: 'huyện', name, level: 'district', parent: 'gso-2024:17', source: 's' });
    expect(unit('Hoà Bình').key).toBe(unit('Hòa Bình').key);
    expect(unit('Hoà Bình')).toMatchObject({
      scheme: 'named',
      code: null,
      key: 'named:district:gso-2024:17:huyện hoà bình',
    });
  });
});
