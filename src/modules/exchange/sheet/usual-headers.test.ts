import { describe, expect, test } from 'vitest';
import { templateColumns } from '#modules/standards/index.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { columnNamed, isOfDecision, isRowNumber } from './usual-headers.ts';

const { catalogue } = await publishedKnowledge();

function columnsOf(kind: 'monument' | 'artefact' | 'intangible' | 'museum') {
  const standard = catalogue.standard(kind);
  if (!standard) throw new Error(kind);
  return templateColumns(standard);
}

describe('headers as provinces write them', () => {
  test.each([
    ['monument', 'Tên di tích', 'name[vi]'],
    ['monument', 'TÊN DI TÍCH', 'name[vi]'],
    ['monument', 'Địa chỉ', 'place.verbatim'],
    ['monument', 'Xã/phường', 'place.units'],
    ['monument', 'Loại hình', 'type'],
    ['monument', 'Năm xây dựng', 'date'],
    ['monument', 'Mã di tích', 'id'],
    ['monument', 'Ngày khảo sát', 'lastSurveyed'],
    ['intangible', 'Loại hình', 'ichType'],
    ['museum', 'Loại hình', 'museumType'],
    ['artefact', 'Tên hiện vật', 'name[vi]'],
    // The template's own words come first, and a header with two meanings has none.
    ['monument', 'Niên đại', 'date'],
    ['monument', 'Mã số', undefined],
    ['artefact', 'Ngày khảo sát', undefined],
  ] as const)('%s: %s', (kind, header, key) => {
    expect(columnNamed(columnsOf(kind), header)?.key).toBe(key);
  });

  test.each(['TT', 'STT', 'Số TT', 'Số thứ tự', 'No.'])('%s only numbers the rows', (header) => {
    expect(isRowNumber(header)).toBe(true);
  });

  test.each(['Số', 'Số lượng', 'Tên'])('%s does not', (header) => expect(isRowNumber(header)).toBe(false));

  test.each([
    ['Xếp hạng', true],
    ['Số quyết định', true],
    ['Ngày quyết định', true],
    ['Quyết định xếp hạng > Số', true],
    ['Số QĐ xếp hạng', true],
    ['Hạng mục', false],
    ['Số', false],
  ])('%s: of a decision %s', (header, expected) => expect(isOfDecision(header)).toBe(expected));
});
