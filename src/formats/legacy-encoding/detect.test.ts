import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, detectText } from './index.ts';
import { encode, encodeAbcFont, type SampleEncoding } from './sample-encoders.fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

const NAMES = [
  'Trống đồng Ngọc Lũ',
  'Di tích lịch sử và kiến trúc nghệ thuật Khu đền Hùng',
  'Văn Miếu – Quốc Tử Giám, quận Đống Đa, thành phố Hà Nội',
  'Quần thể di tích Cố đô Huế',
  'Khu di tích Mỹ Sơn, xã Duy Phú, huyện Duy Xuyên',
  'Lễ hội Gióng ở đền Phù Đổng và đền Sóc',
  'Nghệ thuật trình diễn dân gian: hát Xoan Phú Thọ',
  'Chùa Một Cột (Diên Hựu tự)',
  'Tượng Phật bà Quan Âm nghìn mắt nghìn tay chùa Bút Tháp',
  'Thạp đồng Đào Thịnh; niên đại: thế kỷ 3 trước Công nguyên',
  'Không gian văn hóa cồng chiêng Tây Nguyên, tỉnh Đắk Lắk',
  'Bảo tàng Lịch sử quốc gia',
];

const ENCODINGS: readonly SampleEncoding[] = ['TCVN3', 'VNI', 'VISCII', 'Windows-1258'];

describe('decodeBytes', () => {
  describe.each(ENCODINGS)('recognises %s', (encoding) => {
    it.each(NAMES)('in one line: %s', (name) => {
      const encoded = encode(name.replace('–', '-'), encoding);
      expect(decodeBytes(encoded)).toMatchObject({
        kind: 'decoded',
        encoding,
        carrier: 'bytes',
        bom: false,
        text: name.replace('–', '-'),
      });
    });

    it('in a table with other columns, with high confidence', () => {
      const table = NAMES.map((name, index) => `${index},AB-${index},${name.replace('–', '-')}`).join('\r\n');
      const outcome = decodeBytes(encode(table, encoding));
      expect(outcome).toMatchObject({ kind: 'decoded', encoding, text: table });
      expect(outcome.kind === 'decoded' && outcome.confidence).toBeGreaterThan(0.95);
    });
  });

  it('sees through legacy letters that happen to be valid UTF-8', () => {
    const bytes = encode('phường', 'VISCII');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe('ph\u07f6ng');
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'VISCII', text: 'phường' });
  });

  it('recognises any selection of names in any order', () => {
    fc.assert(
      fc.property(fc.subarray(NAMES, { minLength: 1 }), fc.constantFrom(...ENCODINGS), (names, encoding) => {
        const text = names.join('\n').replaceAll('–', '-');
        expect(decodeBytes(encode(text, encoding))).toMatchObject({ encoding, text });
      }),
    );
  });

  it('recognises what the ABC fonts write, dashes and quotes included', () => {
    const bytes = Uint8Array.from([...encodeAbcFont('Văn Miếu '), 0x96, ...encodeAbcFont(' Quốc Tử Giám')]);
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'TCVN3', text: 'Văn Miếu – Quốc Tử Giám' });
  });

  it.each([
    ['UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('Đền Hùng'))],
    ['UTF-16LE', Uint8Array.of(0xff, 0xfe, ...Buffer.from('Đền Hùng', 'utf16le'))],
    ['UTF-16BE', Uint8Array.of(0xfe, 0xff, ...Buffer.from('Đền Hùng', 'utf16le').swap16())],
  ])('reads %s with a byte-order mark', (encoding, bytes) => {
    expect(decodeBytes(bytes)).toEqual({
      kind: 'decoded',
      encoding,
      carrier: encoding,
      bom: true,
      text: 'Đền Hùng',
      confidence: 1,
    });
  });

  it.each([
    '',
    'plain ASCII, 1,200 words',
    'Đền Hùng',
    'Đền Hùng'.normalize('NFD'),
    'Musée français – «Château de Versailles», 5 µm × 3 µm, © 2020, § 4',
    'Größe für Köln, Señor Muñoz, São João, Århus',
    'Trống đồng 銅鼓 𡨸喃 (chữ Nôm)',
    'Ê Đê, Ba Na, Gia Rai: 15 °C ± 2 °C',
    'Ёлка, Ελλάδα, 日本語, ພາສາລາວ',
  ])('leaves UTF-8 as it is: %s', (text) => {
    expect(decodeBytes(utf8(text))).toMatchObject({ encoding: 'UTF-8', carrier: 'UTF-8', bom: false, text });
  });

  it('recognises legacy characters that were saved as UTF-8', () => {
    for (const encoding of ['TCVN3', 'VNI'] as const) {
      const table = NAMES.map((name) => name.replace('–', '-')).join('\n');
      const saved = utf8(windows1252(encode(table, encoding)));
      expect(decodeBytes(saved)).toMatchObject({ encoding, carrier: 'UTF-8', text: table });
    }
  });

  it('recognises UTF-8 that was read as Windows-1252 and saved again', () => {
    const saved = utf8(windows1252(utf8('Trống đồng Ngọc Lũ')));
    expect(decodeBytes(saved)).toMatchObject({
      encoding: 'mis-decoded UTF-8',
      carrier: 'UTF-8',
      text: 'Trống đồng Ngọc Lũ',
    });
  });

  it.each([
    ['an image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff], 0],
    ['French in Windows-1252', [...encode('Musée Guimet, château', 'VNI')], 3],
    ['a unit in Windows-1252', [...encode('5 µm', 'VNI')], 2],
    ['UTF-8 cut in the middle', [...utf8('Trống đồng Ngọc').subarray(0, -2)], 19],
  ])('gives an outcome for what is no Vietnamese text: %s', (_, bytes, offset) => {
    const outcome = decodeBytes(Uint8Array.from(bytes));
    expect(outcome.kind).toBe('undecodable');
    expect(outcome.kind === 'undecodable' && Math.abs(outcome.offset - offset)).toBeLessThanOrEqual(1);
  });

  it('has an outcome for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['decoded', 'undecodable']).toContain(decodeBytes(bytes).kind);
      }),
    );
  });
});

describe('detectText', () => {
  it.each([
    ['Trèng ®ång Ngäc Lò', 'TCVN3', 'Trống đồng Ngọc Lũ'],
    ['Troáng ñoàng Ngoïc Luõ', 'VNI', 'Trống đồng Ngọc Lũ'],
    ['Trá»‘ng Ä‘á»“ng', 'mis-decoded UTF-8', 'Trống đồng'],
    ['Trống đồng', 'UTF-8', 'Trống đồng'],
    ['Musée Guimet', 'UTF-8', 'Musée Guimet'],
    ['José né à Orléans', 'UTF-8', 'José né à Orléans'],
    ['®', 'UTF-8', '®'],
  ])('%s is %s', (text, encoding, expected) => {
    expect(detectText(text)).toMatchObject({ encoding, text: expected });
  });
});

const fixture = resolve('../shared/fixtures/hostile/tcvn3.csv');

describe.skipIf(!existsSync(fixture))('the hostile TCVN3 file', () => {
  it('is recognised', () => {
    expect(decodeBytes(readFileSync(fixture))).toMatchObject({
      encoding: 'TCVN3',
      text: 'ma,ten\n1,Trống đồng\n',
    });
  });
});
