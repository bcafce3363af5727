import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from './address.ts';

const rows = (file: string): Record<string, string>[] => parse(readFileSync(file), { columns: true });
const provinces = rows('data/facts/province_mapping_63_to_34.csv').flatMap((row) => [
  row.province_old ?? '',
  row.province_new ?? '',
]);
const brief = (text: string): string[] =>
  parseAddress(text, { provinces }).map(({ level, name, era }) =>
    era === 'stated' ? `${level} ${name}` : `${level} ${name} [${era}]`,
  );
const letters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/và/gu, '');

describe('parseAddress', () => {
  it.each([
    [
      'chân núi Bình San, phường Bình San, thành phố Hà Tiên, tỉnh Kiên Giang (từ 2025 thuộc tỉnh An Giang)',
      [
        'locality chân núi Bình San',
        'commune Bình San',
        'district Hà Tiên',
        'province Kiên Giang',
        'province An Giang [present]',
      ],
    ],
    [
      'Làng cổ Phước Tích, xã Phong Hòa, huyện Phong Điền, tỉnh Thừa Thiên Huế',
      ['locality Làng cổ Phước Tích', 'commune Phong Hòa', 'district Phong Điền', 'province Thừa Thiên Huế'],
    ],
    [
      '12 Lê Lợi, TP Huế, tỉnh Thừa Thiên Huế',
      ['street 12 Lê Lợi', 'district Huế', 'province Thừa Thiên Huế'],
    ],
    ['phường Trường An, thành phố Huế', ['commune Trường An', 'province Huế']],
    [
      'Số 12 phố Y Miếu, quận Đống Đa, Hà Nội',
      ['street Số 12 phố Y Miếu', 'district Đống Đa', 'province Hà Nội'],
    ],
    ['Bà Rịa, Bà Rịa – Vũng Tàu', ['other Bà Rịa', 'province Bà Rịa – Vũng Tàu']],
    [
      'xã Đất Mũi, tỉnh Cà Mau (trước: xã Tân Ân, huyện Ngọc Hiển)',
      ['commune Đất Mũi', 'province Cà Mau', 'commune Tân Ân [former]', 'district Ngọc Hiển [former]'],
    ],
    [
      'Thôn Lỗ Khê, xã Liên Hà cũ (nay xã Thư Lâm), Hà Nội',
      ['locality Thôn Lỗ Khê', 'commune Liên Hà [former]', 'commune Thư Lâm [present]', 'province Hà Nội'],
    ],
    [
      '27 Phan Văn Khoẻ, Quận 5 cũ, TP.HCM',
      ['street 27 Phan Văn Khoẻ', 'district 5 [former]', 'province HCM'],
    ],
    [
      'Phường Hải Thanh, TX Kinh Môn cũ (nay TP Hải Phòng)',
      ['commune Hải Thanh', 'district Kinh Môn [former]', 'province Hải Phòng [present]'],
    ],
    [
      'xã Hoà Hội, huyện Phú Hoà và xã Sơn Thành Đông, huyện Tây Hoà, tỉnh Phú Yên',
      [
        'commune Hoà Hội',
        'district Phú Hoà',
        'commune Sơn Thành Đông',
        'district Tây Hoà',
        'province Phú Yên',
      ],
    ],
    [
      'phường Hai Bà Trưng (Phố Huế cũ), Hà Nội — toạ độ ước lượng khu vực',
      [
        'commune Hai Bà Trưng',
        'street Phố Huế [former]',
        'province Hà Nội',
        'other toạ độ ước lượng khu vực',
      ],
    ],
    [
      'đặc khu Lý Sơn, tỉnh Quảng Ngãi (trước: huyện đảo Lý Sơn)',
      ['commune Lý Sơn', 'province Quảng Ngãi', 'district Lý Sơn [former]'],
    ],
    ['', []],
  ])('takes %j apart', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('keeps the words of every address of the data', () => {
    const addresses = [
      ...rows('data/facts/national_monuments_sample.csv').map((row) => row.place ?? ''),
      ...rows('data/facts/national_ich.csv').map((row) => row.place_old ?? ''),
      ...rows('data/facts/national_treasures.csv').map((row) => row.holding_institution ?? ''),
    ];
    for (const address of addresses) {
      const parts = parseAddress(address, { provinces });
      const kept = letters(parts.map((part) => part.verbatim).join(' '));
      expect([...kept].toSorted().join(''), address).toBe([...letters(address)].toSorted().join(''));
    }
  });

  it('finds the old province of nearly every monument that names one', () => {
    const stated = rows('data/facts/national_monuments_sample.csv').filter((row) =>
      /tỉnh|thành phố|TP|Hà Nội/.test(row.place ?? ''),
    );
    const found = stated.filter((row) =>
      parseAddress(row.place ?? '', { provinces }).some((part) => part.level === 'province'),
    );
    expect(found.length / stated.length).toBeGreaterThan(0.97);
  });

  it('never throws and never invents a word', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'xã A',
        'tỉnh B',
        '(nay C)',
        '(cũ',
        ')',
        'thành phố Huế',
        'cũ',
        ',',
        ';',
        ' — ',
        'và',
        'Hà Nội',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        for (const part of parseAddress(text, { provinces })) {
          for (const word of letters(part.verbatim)) expect(text.normalize('NFC')).toContain(word);
        }
      }),
    );
  });
});
