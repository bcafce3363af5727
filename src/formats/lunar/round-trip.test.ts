import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { canChiDay, canChiHour, canChiMonth, canChiYear, toLunar, toSolar } from './index.ts';

const day = fc.integer({ min: dayFromIso('1200-03-01') ?? 0, max: dayFromIso('2199-12-31') ?? 0 });

it('a day goes into the lunar calendar and comes back, within its margin', () => {
  fc.assert(
    fc.property(day, (given) => {
      const lunar = toLunar(given);
      if (lunar.kind !== 'lunar-date') throw new Error(lunar.kind);
      expect(toSolar(lunar)).toMatchObject({ kind: 'date', day: given, retro: lunar.retro });
      expect(lunar.yearName).toBe(canChiYear(lunar.year));
      expect(lunar.monthName).toBe(canChiMonth(lunar.year, lunar.month));
    }),
  );
});

it('the next day is the next of its month, or the first of another', () => {
  fc.assert(
    fc.property(day, (given) => {
      const [today, tomorrow] = [toLunar(given), toLunar(given + 1)];
      if (today.kind !== 'lunar-date' || tomorrow.kind !== 'lunar-date') return;
      const sameMonth = tomorrow.month === today.month && tomorrow.leap === today.leap;
      expect(tomorrow.day).toBe(sameMonth ? today.day + 1 : 1);
      if (!sameMonth) expect(today.day).toBeGreaterThanOrEqual(29);
    }),
  );
});

it('hours follow one another through the cycle, and the Tý hour belongs to the day that follows', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 23 }), (given, hour) => {
      expect(canChiHour(given, 23)).toBe(canChiHour(given + 1, 0));
      const opened = hour === 23 ? given + 1 : given;
      // The five-rats rule: the stem of the Tý hour follows from the stem of the day.
      const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
      const stemOfDay = stems.indexOf(canChiDay(opened).split(' ')[0] ?? '');
      expect(canChiHour(opened, 0)).toBe(`${stems[(stemOfDay % 5) * 2]} Tý`);
    }),
  );
});
