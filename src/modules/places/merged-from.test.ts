import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMergedFrom } from './merged-from.ts';
import { fullName } from './unit-type.ts';

interface Row {
  code: string;
  merged_from: string;
}

const rows = (file: string): Row[] => parse(readFileSync(file), { columns: true });
const communes = rows('data/facts/communes.csv');
const partsOf = (text: string) => {
  const parsed = parseMergedFrom(text);
  return parsed.kind === 'merged' ? parsed.parts : [];
};

describe('parseMergedFrom', () => {
  it('reads units, their districts and what became of the rest', () => {
    expect(
      parseMergedFrom(
        'Phường Giáp Bát, Phường Minh Khai (quận Hai Bà Trưng) (phần còn lại sau khi sáp nhập vào phường Bạch Mai, phường Vĩnh Tuy)',
      ),
    ).toEqual({
      kind: 'merged',
      parts: [
        {
          verbatim: 'Phường Giáp Bát',
          type: 'phường',
          name: 'Giáp Bát',
          extent: 'whole',
          remarks: [],
          sharedWith: [],
        },
        {
          verbatim:
            'Phường Minh Khai (quận Hai Bà Trưng) (phần còn lại sau khi sáp nhập vào phường Bạch Mai, phường Vĩnh Tuy)',
          type: 'phường',
          name: 'Minh Khai',
          district: { type: 'quận', name: 'Hai Bà Trưng' },
          extent: 'part',
          remarks: ['phần còn lại sau khi sáp nhập vào phường Bạch Mai, phường Vĩnh Tuy'],
          sharedWith: [
            { type: 'phường', name: 'Bạch Mai' },
            { type: 'phường', name: 'Vĩnh Tuy' },
          ],
        },
      ],
    });
  });

  it.each([
    ['giữ nguyên', { kind: 'unchanged', verbatim: 'giữ nguyên' }],
    [' Giữ  nguyên ', { kind: 'unchanged', verbatim: 'Giữ nguyên' }],
    ['', { kind: 'merged', parts: [] }],
  ])('reads %j', (text, expected) => {
    expect(parseMergedFrom(text)).toEqual(expected);
  });

  it.each([
    ['Huyện Côn Đảo', { type: 'huyện', name: 'Côn Đảo', extent: 'whole' }],
    ['Thị trấn Nông trường Phong Hải', { type: 'thị trấn', name: 'Nông trường Phong Hải' }],
    ['Xã Trần Hợi (một phần)', { type: 'xã', name: 'Trần Hợi', extent: 'part', remarks: ['một phần'] }],
    ['Xã Đất Mũi (phần còn lại)', { extent: 'part', sharedWith: [] }],
    ['Xã Khánh Bình Tây (bao gồm Hòn Đá Bạc)', { extent: 'whole', remarks: ['bao gồm Hòn Đá Bạc'] }],
    ['Phường 4 (Quận 8)', { type: 'phường', name: '4', district: { type: 'quận', name: '8' } }],
    ['Xã Ngọk Réo (thuộc huyện Đăk Hà)', { district: { type: 'huyện', name: 'Đăk Hà' } }],
    ['Xã Phú Túc (huyện Châu Thành, tỉnh Bến Tre)', { province: 'Bến Tre', remarks: [] }],
    ['Trường bắn TB1', { name: 'Trường bắn TB1' }],
    ['Krông Na', { name: 'Krông Na' }],
  ])('reads %j', (text, expected) => {
    expect(partsOf(text)).toMatchObject([expected]);
  });

  it('carries a type said once over the bare names behind it', () => {
    const text = 'Phường Nguyễn Nghiêm (thị xã Đức Phổ), Phổ Hòa, Phổ Minh';
    expect(partsOf(text).map(({ type, name }) => `${type} ${name}`)).toEqual([
      'phường Nguyễn Nghiêm',
      'phường Phổ Hòa',
      'phường Phổ Minh',
    ]);
    expect(partsOf('Xã Kim Đông, Khu vực bãi bồi ven biển (do huyện Kim Sơn quản lý)')[1]).toMatchObject({
      name: 'Khu vực bãi bồi ven biển',
      remarks: ['do huyện Kim Sơn quản lý'],
    });
  });

  it('reads every row of the communes and loses nothing of it', () => {
    for (const { code, merged_from } of communes) {
      const parsed = parseMergedFrom(merged_from);
      if (parsed.kind === 'unchanged') continue;
      expect(parsed.parts.map((part) => part.verbatim).join(', '), code).toBe(merged_from);
      for (const part of parsed.parts) {
        expect(part.name, code).toMatch(/^[^\s(),][^(),]*$/u);
        if (part.type === undefined)
          expect(part.name).toMatch(/^(Trường bắn TB1|Khu vực bãi bồi ven biển|Krông Na)$/);
      }
    }
  });

  it('finds all but three kinds of brackets to be districts or shares', () => {
    const remarks = communes
      .flatMap(({ merged_from }) => partsOf(merged_from))
      .flatMap((part) => part.remarks);
    expect(remarks.filter((remark) => !/^(phần còn lại|một phần)/u.test(remark)).sort()).toEqual([
      'bao gồm Hòn Đá Bạc',
      'bao gồm cụm đảo Hòn Chuối',
      'do huyện Kim Sơn quản lý',
    ]);
  });

  it('writes back what it read, whatever the units are called', () => {
    const name = fc.constantFrom('Cửa Nam', 'Đắk Mil', '12', "Cư M'gar", 'Nông trường Phong Hải', 'Lê Lợi');
    const unit = fc.record({ type: fc.constantFrom('xã', 'phường', 'thị trấn'), name });
    const district = fc.option(fc.constantFrom('huyện Vụ Bản', 'Quận 10', 'thành phố Huế', 'thị xã Sa Pa'));
    const rest = fc.option(fc.constantFrom('phần còn lại', 'một phần', 'bao gồm đảo'));
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, district, rest), { minLength: 1 }), (list) => {
        const text = list
          .map(([{ type, name }, inDistrict, share]) =>
            [fullName({ type: type as 'xã', name }), inDistrict && `(${inDistrict})`, share && `(${share})`]
              .filter(Boolean)
              .join(' '),
          )
          .join(', ');
        const parts = partsOf(text);
        expect(parts.map((part) => part.verbatim).join(', ')).toBe(text);
        expect(parts.map(({ type, name }) => ({ type, name }))).toEqual(list.map(([given]) => given));
        expect(parts.map((part) => part.extent === 'part')).toEqual(
          list.map(([, , share]) => share !== null && share !== 'bao gồm đảo'),
        );
      }),
    );
  });

  const fixture = '../shared/fixtures/vn/admin-units-2025.csv';
  it.skipIf(!existsSync(fixture))('agrees with the published list of units', () => {
    const published = rows(fixture).filter((row) => row.code.startsWith('xa'));
    const texts = published.map((row) => row.merged_from.normalize('NFC').replace(/\s+/gu, ' ').trim());
    expect(texts.toSorted()).toEqual(communes.map((row) => row.merged_from).toSorted());
    for (const text of texts) {
      const parsed = parseMergedFrom(text);
      if (parsed.kind === 'merged') expect(parsed.parts.map((part) => part.verbatim).join(', ')).toBe(text);
    }
  });
});
