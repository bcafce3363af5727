import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formAddress, isSamePage } from './address.ts';
import { foldForFilter } from './fold.ts';

const PAGE = 'https://disan.example/vi/tim-kiem?q=x';

describe('the address of a form', () => {
  test('leaves out what is empty and keeps repeated keys in order', () => {
    const fields: [string, string][] = [
      ['q', 'trống đồng'],
      ['kind', 'artefact'],
      ['kind', 'monument'],
      ['from', ''],
      ['to', '  '],
    ];
    expect(formAddress(PAGE, fields)).toBe(
      'https://disan.example/vi/tim-kiem?q=tr%E1%BB%91ng+%C4%91%E1%BB%93ng&kind=artefact&kind=monument',
    );
    expect(formAddress(PAGE, [])).toBe('https://disan.example/vi/tim-kiem');
  });

  test('says again what was filled in', () => {
    const field = fc.tuple(fc.constantFrom('q', 'kind', 'from'), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const read = [...new URL(formAddress(PAGE, fields)).searchParams];
        expect(read).toEqual(fields.filter(([, value]) => value.trim() !== ''));
      }),
    );
  });
});

test.each([
  ['/vi/tim-kiem?q=y', true],
  ['?kind=artefact', true],
  ['/en/search?q=x', false],
  ['#main', false],
  ['https://other.example/vi/tim-kiem?q=x', false],
])('whether %s only changes the query: %s', (target, same) => {
  expect(isSamePage(target, PAGE)).toBe(same);
});

test.each([
  ['Đà Nẵng', 'da nang'],
  [' THÀNH phố ', 'thanh pho'],
  ['Đắk Lắk'.normalize('NFD'), 'dak lak'],
])('%s is found as %s', (text, folded) => {
  expect(foldForFilter(text)).toBe(folded);
});
