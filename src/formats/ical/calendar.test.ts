import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { type ReadEvent, readCalendar, readText } from '#tests/support/ical.ts';
import type { CalendarOptions } from './calendar.ts';
import { type CalendarEvent, writeCalendar } from './index.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;

const OPTIONS: CalendarOptions = {
  name: 'Lịch lễ hội',
  productId: '-//Di San So//Le hoi//VI',
  stamp: new Date('2027-01-31T17:00:00.500Z'),
  lang: 'vi',
};

const LIM: CalendarEvent = {
  uid: 'd1abc.r1.2027@disan',
  firstDay: day('2027-02-18'),
  lastDay: day('2027-02-18'),
  summary: 'Hội Lim',
  location: 'Lim, Tiên Du; Bắc Ninh',
  description: 'Dự kiến theo âm lịch.\nNgày 13/1',
  url: 'https://disan.example/vi/phi-vat-the/d1abc/hoi-lim',
  status: 'TENTATIVE',
};

const bytes = (text: string) => new TextEncoder().encode(text);
const written = (...events: CalendarEvent[]) => writeCalendar(events, OPTIONS);
const events = (...given: CalendarEvent[]): ReadEvent[] => readCalendar(bytes(written(...given))).events;

describe('a calendar file', () => {
  it('is written as RFC 5545 has it', () => {
    expect(written(LIM)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Di San So//Le hoi//VI',
        'CALSCALE:GREGORIAN',
        'NAME;LANGUAGE=vi:Lịch lễ hội',
        'X-WR-CALNAME:Lịch lễ hội',
        'REFRESH-INTERVAL;VALUE=DURATION:P1D',
        'BEGIN:VEVENT',
        'UID:d1abc.r1.2027@disan',
        'DTSTAMP:20270131T170000Z',
        'DTSTART;VALUE=DATE:20270218',
        'DTEND;VALUE=DATE:20270219',
        'SUMMARY;LANGUAGE=vi:Hội Lim',
        'LOCATION;LANGUAGE=vi:Lim\\, Tiên Du\\; Bắc Ninh',
        'DESCRIPTION;LANGUAGE=vi:Dự kiến theo âm lịch.\\nNgày 13/1',
        'URL:https://disan.example/vi/phi-vat-the/d1abc/hoi-lim',
        'STATUS:TENTATIVE',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('ends the day after the last, over the end of a year too', () => {
    const [event] = events({ ...LIM, firstDay: day('2027-12-30'), lastDay: day('2027-12-31') });
    expect([event?.DTSTART?.value, event?.DTEND?.value]).toEqual(['20271230', '20280101']);
  });

  it('is a file without events, too, and leaves out what is not known', () => {
    expect(readCalendar(bytes(written())).events).toEqual([]);
    const { location: _l, description: _d, url: _u, ...bare } = LIM;
    expect(Object.keys(events({ ...bare, location: '' } as CalendarEvent)[0] ?? {})).not.toContain(
      'LOCATION',
    );
    expect(written(bare)).not.toMatch(/LOCATION|DESCRIPTION|URL/);
  });

  it('has neither method nor rule', () => {
    expect(written(LIM)).not.toMatch(/METHOD|RRULE/);
  });
});

describe('long and odd texts', () => {
  it('are folded between characters, at most 75 octets a line', () => {
    const summary = 'Lễ hội Nghinh Ông Thắng Tam và Lễ Cầu an ở đình thần Thắng Tam, thành phố Vũng Tàu 𡨸喃';
    const text = written({ ...LIM, summary });
    expect(text).toContain('\r\n ');
    expect(readText(events({ ...LIM, summary })[0]?.SUMMARY?.value ?? '')).toBe(summary);
  });

  it('are folded inside a letter only where it has more marks than a line holds', () => {
    const summary = `a${'\u0301'.repeat(60)}`;
    expect(readText(events({ ...LIM, summary })[0]?.SUMMARY?.value ?? '')).toBe(summary);
  });

  it('keep a letter and its marks on one line', () => {
    const decomposed = 'Lễ hội '.normalize('NFD').repeat(20);
    for (const line of written({ ...LIM, summary: decomposed }).split('\r\n'))
      expect(line).not.toMatch(/^ \p{M}/u);
  });

  it('come back as they were, whatever they are', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .filter((value) => /\S/.test(value));
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const [event] = events({ ...LIM, summary, description });
        const plain = (value: string) => value.replace(/(?![\n\r])\p{Cc}/gu, '').replace(/\r\n|\r/g, '\n');
        expect(readText(event?.SUMMARY?.value ?? '')).toBe(plain(summary));
        expect(readText(event?.DESCRIPTION?.value ?? '')).toBe(plain(description));
      }),
    );
  });

  it('cannot begin a property of their own', () => {
    const [event] = events({
      ...LIM,
      summary: 'x\r\nATTACH:http://evil.example',
      description: 'a\u0000b\ud800',
    });
    expect(readText(event?.SUMMARY?.value ?? '')).toBe('x\nATTACH:http://evil.example');
    expect(readText(event?.DESCRIPTION?.value ?? '')).toBe('ab\ufffd');
  });
});

describe('the reader of these tests', () => {
  it.each([
    ['a bare line feed', (text: string) => text.replace('\r\n', '\n')],
    ['a line too long', (text: string) => text.replace('Hội Lim', 'x'.repeat(80))],
    ['a comma as it is', (text: string) => text.replace('\\,', ',')],
    ['an end before the beginning', (text: string) => text.replace('20270219', '20270218')],
    ['no such day', (text: string) => text.replace('20270218', '20270230')],
    [
      'an event twice',
      (text: string) => text.replace('END:VCALENDAR', `${text.slice(text.indexOf('BEGIN:VEV'))}`),
    ],
    ['no name', (text: string) => text.replace(/SUMMARY.*\r\n/, '')],
  ])('refuses %s', (_what, spoil) => {
    const good = written(LIM);
    expect(spoil(good)).not.toBe(good);
    expect(() => readCalendar(bytes(spoil(good)))).toThrow();
  });
});
