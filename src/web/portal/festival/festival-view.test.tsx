import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import type { FieldOfRecord } from '#modules/registry/index.ts';
import { links, texts } from '../html.fixture.ts';
import { DayList } from './day-list.tsx';
import { festivalName } from './event.ts';
import { festivalsOf, festivalTimes, uncomputed } from './occurrences.ts';
import type { Recurrence } from './recurrence.ts';
import { feedAddress, festivalAddress, readState } from './state.ts';
import { festivalStatement } from './structured-data.ts';
import { Undated } from './undated.tsx';
import type { FestivalEvent, FestivalView, MonthView } from './view.ts';

const event = (changes: Partial<FestivalEvent> = {}): FestivalEvent => ({
  pid: 'p1',
  name: 'Hội <Gióng>',
  href: '/vi/phi-vat-the/p1/hoi-giong',
  start: 0,
  end: 0,
  startIso: '2027-02-11',
  endIso: '2027-02-13',
  dates: '11–13/2/2027',
  lunar: '6/1 – 8/1',
  status: 'computed',
  certainty: 'dự kiến',
  ranks: [],
  ...changes,
});
const month = (changes: Partial<MonthView> = {}): MonthView => ({
  month: { year: 2027, month: 2 },
  id: 'm-2027-02',
  name: 'Tháng 2',
  caption: 'Tháng 2',
  weeks: [],
  going: [],
  groups: [],
  total: 0,
  nearest: [],
  ...changes,
});
const group = (events: FestivalEvent[]): MonthView['groups'][number] => ({
  id: 'd-2027-02-11',
  heading: 'Thứ Năm',
  other: '6/1',
  events,
  continuing: [],
});

describe('what an address of the calendar asks for', () => {
  const place = { place: '01', sort: 'lunar', q: 'chùa', rank: 'nonsense' };

  it('keeps filters and order that are known and drops the rest', () => {
    const { state, byLunar } = readState(place, 'vi');
    expect([state.pairs, byLunar]).toEqual([
      [
        ['place', '01'],
        ['sort', 'lunar'],
      ],
      true,
    ]);
    expect(readState({ sort: 'solar' }, 'en')).toMatchObject({ byLunar: false, state: { pairs: [] } });
  });

  it('is carried to months and, but for the order, to the calendar file', () => {
    const { state } = readState(place, 'en');
    expect(festivalAddress(state)).toBe('/en/festivals?place=01&sort=lunar');
    expect(festivalAddress(state, { year: 2027, month: 2 })).toBe(
      '/en/festivals/2027/02?place=01&sort=lunar',
    );
    expect(feedAddress(state)).toBe('/en/festivals.ics?place=01');
  });

  it('reads its own canonical address as the same, whatever was asked', () => {
    const value = fc.oneof(fc.constantFrom('01', '48', 'national', 'lunar', ''), fc.string());
    const keys = fc.constantFrom('place', 'rank', 'list', 'community', 'sort', 'q', 'after');
    fc.assert(
      fc.property(fc.dictionary(keys, value), (asked) => {
        const first = readState(asked, 'vi').state;
        const again = Object.fromEntries(new URL(festivalAddress(first), 'https://x.vn').searchParams);
        expect(readState(again, 'vi').state).toEqual(first);
      }),
    );
  });
});

const record = (values: (Recurrence | undefined)[], note?: string): FieldOfRecord => ({
  pid: 'p1',
  kind: 'intangible',
  title: { vi: 'Hội Gióng', en: 'Gióng festival' },
  names: ['Hội Gióng', 'Hội Phù Đổng'],
  statements: values.map((value, at) => ({
    id: `s${at}`,
    ...(value === undefined ? {} : { value }),
    ...(note === undefined ? {} : { note }),
  })) as FieldOfRecord['statements'],
});
const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;
const NEW_YEAR: Recurrence = { calendar: 'gregorian', start: '01-01' };

describe('the festivals of a record', () => {
  it.each([
    ['Hội Phù Đổng', 'Hội Phù Đổng'],
    ['Hội Phù Đổng · tháng Tư', 'Hội Phù Đổng'],
    ['Hội Phù Đổng mở rộng', undefined],
    ['Hội Gióng', undefined],
    [undefined, undefined],
  ])('with the note %j are called %j', (note, occasion) => {
    const [festival] = festivalsOf([record([NEW_YEAR], note)]);
    expect(festival?.occasion).toBe(occasion);
  });

  it('are named in Vietnamese on English pages where no English name is theirs', () => {
    const [whole] = festivalsOf([record([NEW_YEAR])]);
    const [part] = festivalsOf([record([NEW_YEAR], 'Hội Phù Đổng')]);
    if (!whole || !part) throw new Error('no festival');
    expect(festivalName(whole, 'en')).not.toHaveProperty('nameLang');
    expect(festivalName(part, 'en')).toMatchObject({
      name: 'Hội Phù Đổng',
      nameLang: 'vi',
      heritage: 'Gióng festival',
      href: '/en/intangible/p1/hoi-giong',
    });
    expect(festivalName(part, 'vi')).not.toHaveProperty('nameLang');
  });

  it('are held in every year of a window, in the order of their days', () => {
    const festivals = festivalsOf([record([{ calendar: 'gregorian', start: '05-02' }, NEW_YEAR])]);
    const window = { from: day('2027-01-01'), to: day('2028-01-01') };
    const days = festivalTimes(festivals, window).map(({ occurrence }) => occurrence.startIso);
    expect(days).toEqual(['2027-01-01', '2027-05-02', '2028-01-01']);
  });

  it('are told in words, or are of unknown date, where no calendar computes them', () => {
    const words: Recurrence = { calendar: 'words', words: 'sau mùa gặt' };
    const festivals = festivalsOf([record([NEW_YEAR, words, { calendar: 'lunar-vi' }, undefined])]);
    const { byWords, unknown } = uncomputed(festivals);
    expect(byWords.map(({ statement }) => statement.id)).toEqual(['s1']);
    expect(unknown.map(({ statement }) => statement.id)).toEqual(['s2', 's3']);
  });
});

describe('the list of days', () => {
  const draw = (view: MonthView, isFiltered = false) =>
    renderToString(<DayList view={view} lang="vi" isFiltered={isFiltered} />);

  it('has both dates, the certainty and the heritage it is part of', () => {
    const shown = event({ heritage: 'Hội Gióng', place: 'Hà Nội', ranks: ['UNESCO'], status: 'cancelled' });
    const html = draw(month({ total: 1, groups: [group([shown])] }));
    expect(html).toContain('<time datetime="2027-02-11">11–13/2/2027</time>');
    expect(html).toContain('<span class="chip chip-limited">dự kiến</span>');
    expect(texts(html, 'p')).toEqual(expect.arrayContaining(['Hội <Gióng>', 'Hà Nội · UNESCO']));
    expect(html).not.toContain('<Gióng>');
    expect(html).toContain(': Hội Gióng</p>');
  });

  it('says how many are not shown, and nothing where all are', () => {
    expect(draw(month({ total: 1, groups: [group([event()])] }))).not.toContain('class="notice"');
    expect(draw(month({ total: 7, groups: [group([event()])], going: [event()] }))).toMatch(
      /notice">[^<]*2[^<]*7/,
    );
  });

  it('leads from an empty month to the nearest, and says whether filters are the reason', () => {
    const nearest = [{ label: 'Tháng 1', href: '/vi/le-hoi/2027/01' }];
    expect(links(draw(month({ nearest })))).toEqual(['/vi/le-hoi/2027/01']);
    expect(texts(draw(month(), true), 'p')).not.toEqual(texts(draw(month()), 'p'));
  });
});

const view = (changes: Partial<FestivalView>) =>
  ({
    state: { lang: 'vi', pairs: [] },
    title: 'Lễ hội',
    months: [],
    byWords: [],
    unknown: [],
    undated: { count: 0, total: 0, href: '/vi/tim-kiem' },
    ...changes,
  }) as FestivalView;

describe('what machines are told', () => {
  it('is each festival once, though it goes on over two months', () => {
    const months = [
      month({ groups: [group([event()])] }),
      month({ going: [event()], groups: [group([event({ startIso: '2027-03-01' })])] }),
    ];
    const statement = festivalStatement(view({ months }), 'https://x.vn');
    expect(statement).toMatchObject({
      numberOfItems: 2,
      itemListElement: [{ position: 1 }, { position: 2 }],
    });
  });

  it.each([
    ['computed', 'EventScheduled'],
    ['confirmed', 'EventScheduled'],
    ['postponed', 'EventPostponed'],
    ['cancelled', 'EventCancelled'],
  ] as const)('calls %s %s', (status, expected) => {
    const months = [month({ groups: [group([event({ status })])] })];
    const eventStatus = `https://schema.org/${expected}`;
    expect(festivalStatement(view({ months }), '')).toMatchObject({
      itemListElement: [{ item: { eventStatus } }],
    });
  });
});

describe('festivals without days', () => {
  it('are no section where there is none', () => {
    expect(renderToString(<Undated {...view({})} />)).toBe('');
  });

  it('have no empty line where neither calendar nor place is known', () => {
    const html = renderToString(<Undated {...view({ unknown: [{ name: 'Hội làng', href: '/vi/x' }] })} />);
    expect(texts(html, 'p')).toEqual(['Hội làng']);
  });

  it('have their rule in Vietnamese, whatever the page, and are counted', () => {
    const rule = { name: 'Katê', href: '/en/intangible/k', rule: 'tháng 7 lịch Chăm', calendar: 'Cham' };
    const undated = { count: 1_200, total: 3_000, href: '/en/search?x' };
    const html = renderToString(
      <Undated {...view({ state: { lang: 'en', pairs: [] }, byWords: [rule], undated })} />,
    );
    expect(html).toContain('<p lang="vi">tháng 7 lịch Chăm</p><p class="meta">Cham</p>');
    expect(html).toMatch(/1,200.*3,000/);
    expect(links(html)).toEqual(['/en/intangible/k', '/en/search?x']);
  });
});
