import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, daysInMonth } from './days.ts';
import { formatDateRange } from './display.ts';
import { parseDateText } from './text.ts';

const LANG = fc.constantFrom('vi' as const, 'en' as const);
const YEAR = fc.integer({ min: 100, max: 2100 });
const MONTH = fc.integer({ min: 1, max: 12 });
const DAY = fc.integer({
  min: dayFromCivil({ year: 100, month: 1, day: 1 }),
  max: dayFromCivil({ year: 2100, month: 12, day: 31 }),
});

/** What is shown to readers can be typed into a form and means the same days. */
function expectReadBack(range: { earliest: number; latest: number }, lang: 'vi' | 'en'): void {
  const text = formatDateRange(range, lang);
  expect({ text, ...parseDateText(text) }).toMatchObject({ text, kind: 'date', ...range });
}

describe('what is shown can be read back', () => {
  it('for days', () => {
    fc.assert(fc.property(DAY, LANG, (day, lang) => expectReadBack({ earliest: day, latest: day }, lang)));
  });

  it('for spans of days', () => {
    fc.assert(
      fc.property(DAY, DAY, LANG, (a, b, lang) =>
        expectReadBack({ earliest: Math.min(a, b), latest: Math.max(a, b) }, lang),
      ),
    );
  });

  it('for months', () => {
    fc.assert(
      fc.property(YEAR, MONTH, LANG, (year, month, lang) => {
        const earliest = dayFromCivil({ year, month, day: 1 });
        expectReadBack({ earliest, latest: earliest + daysInMonth(year, month) - 1 }, lang);
      }),
    );
  });

  it('for centuries, decades and years on either side of the common era', () => {
    const years = fc.oneof(
      fc.integer({ min: -30, max: 20 }).map((n) => [n * 100 + 1, n * 100 + 100] as const),
      fc.integer({ min: 10, max: 209 }).map((n) => [n * 10, n * 10 + 9] as const),
      fc.integer({ min: -3000, max: -1 }).map((n) => [n, n] as const),
    );
    fc.assert(
      fc.property(years, LANG, ([from, to], lang) => {
        expectReadBack(
          {
            earliest: dayFromCivil({ year: from, month: 1, day: 1 }),
            latest: dayFromCivil({ year: to, month: 12, day: 31 }),
          },
          lang,
        );
      }),
    );
  });

  it('for open ends', () => {
    fc.assert(
      fc.property(YEAR, LANG, fc.boolean(), (year, lang, isFrom) => {
        const range = isFrom
          ? { earliest: dayFromCivil({ year, month: 1, day: 1 }), latest: null }
          : { earliest: null, latest: dayFromCivil({ year, month: 12, day: 31 }) };
        const text = formatDateRange(range, lang);
        expect({ text, ...parseDateText(text) }).toMatchObject({ text, kind: 'date', ...range });
      }),
    );
  });

  it('with its doubt', () => {
    const certainty = fc.constantFrom('approximate' as const, 'uncertain' as const);
    fc.assert(
      fc.property(YEAR, LANG, certainty, (year, lang, certainty) => {
        const range = {
          earliest: dayFromCivil({ year, month: 1, day: 1 }),
          latest: dayFromCivil({ year, month: 12, day: 31 }),
          certainty,
        };
        expect(parseDateText(formatDateRange(range, lang))).toMatchObject(range);
      }),
    );
  });
});
