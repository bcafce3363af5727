import { describe, expect, test } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import type { FieldOfRecord } from '#modules/registry/index.ts';
import { comingFestivals } from './festivals.ts';

const today = dayFromIso('2027-02-01') ?? Number.NaN;

function festival(name: string, value: object): FieldOfRecord {
  return {
    pid: `d1${name.length}`,
    kind: 'intangible',
    title: { vi: name },
    names: [name],
    statements: [{ id: 's', value }],
  };
}

const TET = festival('Tết Nguyên đán', { calendar: 'lunar-vi', start: '01-01', end: '01-03' });
const LIM = festival('Hội Lim', { calendar: 'lunar-vi', start: '01-13' });
const GIONG = festival('Hội Gióng', { calendar: 'lunar-vi', start: '04-07', end: '04-09' });

describe('coming festivals', () => {
  test('are those of the next fourteen days, soonest first', () => {
    const { soon, festivals } = comingFestivals([GIONG, LIM, TET], { today, lang: 'vi' });
    expect(soon).toBe(true);
    expect(festivals).toEqual([
      {
        name: 'Tết Nguyên đán',
        href: '/vi/phi-vat-the/d114/tet-nguyen-dan',
        dates: '6/2/2027 – 8/2/2027',
      },
    ]);
  });

  test('are the next one when none is so near', () => {
    const { soon, festivals } = comingFestivals([GIONG, LIM], { today, lang: 'en' });
    expect(soon).toBe(false);
    expect(festivals).toEqual([
      {
        name: 'Hội Lim',
        nameLang: 'vi',
        href: '/en/intangible/d17/hoi-lim',
        dates: '18 February 2027',
      },
    ]);
  });

  test('include one that is still going on', () => {
    const { festivals } = comingFestivals([TET], { today: today + 7, lang: 'vi' });
    expect(festivals.map(({ name }) => name)).toEqual(['Tết Nguyên đán']);
  });

  test('say what the organisers announced', () => {
    const announced = festival('Lễ hội', {
      calendar: 'gregorian',
      start: '02-05',
      overrides: [{ year: 2027, status: 'cancelled' }],
    });
    const solar = festival('Ngày hội', { calendar: 'gregorian', start: '02-05' });
    const { festivals } = comingFestivals([announced, solar], { today, lang: 'vi' });
    expect(festivals.map(({ certainty }) => certainty)).toEqual(['không tổ chức', undefined]);
  });

  test('leave out rules that cannot be computed', () => {
    const words = festival('Theo lời', { calendar: 'words', words: 'sau mùa gặt' });
    const absent: FieldOfRecord = { ...TET, statements: [{ id: 's', absent: 'unknown' }] };
    expect(comingFestivals([words, absent], { today, lang: 'vi' })).toEqual({ soon: false, festivals: [] });
  });
});
