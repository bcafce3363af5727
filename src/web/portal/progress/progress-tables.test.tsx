import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  type ComparedFigure,
  type Snapshot,
  type Tally,
  type Target,
  type TargetProgress,
  targetById,
} from '#modules/programme/index.ts';
import { links, texts } from '../html.fixture.ts';
import { csvAddress, targetAddress } from './addresses.ts';
import { Bar } from './bar.tsx';
import { FiguresTable } from './figures-table.tsx';
import { countable, Matrix } from './matrix.tsx';
import { RequirementText } from './requirement.tsx';
import { Trend } from './trend.tsx';

function target(id: string): Target {
  const known = targetById(id);
  if (known === undefined) throw new Error(id);
  return known;
}

const tally = (listed: number, digitised = 0, applied = 0): Tally => ({
  listed,
  digitised,
  applied,
  levels: { below: 0, M0: 0, M1: 0, M2: 0, M3: 0, M4: 0, M5: 0, M6: 0 },
  gone: { withdrawn: 0, merged: 0, revoked: 0 },
});
const FROZEN = { id: 1, version: 1, asOf: '2026-01-01', decision: null, evidence: '', digest: 'd', size: 1 };

function progress(id: string, changes: Partial<TargetProgress> = {}): TargetProgress {
  const frozen = { list: { ...FROZEN, target: id }, total: tally(4, 3, 1), parts: new Map(), outside: 0 };
  return { target: target(id), ...frozen, provinces: new Map(), ...changes };
}

describe('a bar', () => {
  it.each([
    [0, '0'],
    [1 / 3, '33.3'],
    [1, '100'],
  ])('of %d is %s wide', (share, width) => {
    const svg = renderToString(<Bar share={share} label="a < b" />);
    expect(svg).toContain(`class="bar-part" width="${width}"`);
    expect(texts(svg, 'title')).toEqual(['a < b']);
    expect(svg).not.toContain('style=');
  });
});

describe('addresses of a target', () => {
  it('are in small letters and leave out what is not asked', () => {
    expect(targetAddress('vi', target('T2a'))).toBe('/vi/tien-do/muc-tieu/t2a');
    expect(csvAddress('en', target('N80'), { place: undefined, state: 'done' })).toBe(
      '/en/progress/targets/n80.csv?state=done',
    );
  });

  it('carry any place whole', () => {
    fc.assert(
      fc.property(fc.string(), (place) => {
        const address = new URL(targetAddress('vi', target('T3'), { place, after: 0 }), 'https://x.vn');
        expect([...address.searchParams]).toEqual([
          ['place', place.toWellFormed()],
          ['after', '0'],
        ]);
      }),
    );
  });
});

describe('the matrix', () => {
  const provinces = [
    { code: '01', name: 'Hà Nội' },
    { code: '48', name: 'Đà Nẵng' },
  ];
  const share = progress('T2a', {
    total: tally(4_000, 3_999, 2),
    provinces: new Map([
      ['01', tally(3, 3)],
      ['', tally(2)],
    ]),
  });
  const draw = (all: TargetProgress[], lang: 'vi' | 'en' = 'vi') =>
    renderToString(<Matrix lang={lang} progress={all} provinces={provinces} />);

  it('rounds nothing up to all, and writes numbers as the language does', () => {
    expect(texts(draw([share]), 'td')[0]).toBe('99,9 % (3.999/4.000)ứng dụng 0 %');
    expect(texts(draw([share], 'en'), 'td')[0]).toBe('99.9 % (3,999/4,000)applied 0 %');
  });

  it('deepens with the share and leaves a place without items blank', () => {
    const cells = [...draw([share]).matchAll(/<td class="([^"]*)"/g)].map(([, name]) => name);
    expect(cells).toEqual(['number heat-5', 'number heat-5', 'number', 'number heat-0']);
    expect(texts(draw([share]), 'td')[2]).toBe('–');
  });

  it('has a row for items of no known place only where there are some', () => {
    expect(texts(draw([share]), 'th').at(-1)).toBe('Chưa rõ địa phương');
    expect(links(draw([share]))).toContain('/vi/tien-do/muc-tieu/t2a?place=none');
    expect(texts(draw([progress('T2a')]), 'th').at(-1)).toBe('Đà Nẵng');
  });

  it('counts without a share where none is set', () => {
    const cell = texts(draw([progress('T3', { list: null, total: tally(9, 2) })]), 'td')[0];
    expect(cell).toBe('2/9');
  });

  it('leaves out targets that have no list or an empty one', () => {
    const all = [share, progress('T2b', { list: null }), progress('T4', { total: tally(0) }), progress('T3')];
    expect(countable(all).map((one) => one.target.id)).toEqual(['T2a', 'T3']);
  });
});

describe('the trend', () => {
  const kept = (month: string, listed: number, digitised: number): Snapshot => ({
    month,
    digest: 'abcdef0123456789',
    takenOn: `${month}-01`,
    targets: [
      {
        id: 'T2a',
        ...{ listVersion: 1, listDigest: 'd', outside: 0, levels: {}, provinces: [] },
        ...{ listed, digitised, applied: 0 },
      },
    ],
  });
  const draw = (snapshots: Snapshot[], lang: 'vi' | 'en' = 'vi') =>
    renderToString(<Trend lang={lang} snapshots={snapshots} progress={[progress('T2a'), progress('T2b')]} />);

  it('says that nothing is kept yet', () => {
    expect(draw([])).toBe('<p>Chưa có bản chốt nào.</p>');
    expect(draw([], 'en')).toBe('<p>There is no snapshot yet.</p>');
  });

  it('draws no line through one month', () => {
    const html = draw([kept('2026-01', 3, 1)]);
    expect(texts(html, 'td')).toEqual(['33,3 % (1/3)', '–', 'abcdef012345…']);
    expect(texts(html, 'p')).toEqual(['Cần ít nhất hai bản chốt để kẻ đường dự báo đến 31/12/2030.']);
    expect(links(html)).toEqual(['/api/v1/programme/snapshots/2026-01']);
  });

  it('follows the line to the end of 2030, and never beyond all or below nothing', () => {
    const end = (first: number, second: number) =>
      texts(draw([kept('2026-01', 100, first), kept('2026-02', 100, second)]), 'td').slice(-3);
    expect(end(1, 99)).toEqual(['100 %', '–', '–']);
    expect(end(50, 50)).toEqual(['50 %', '–', '–']);
    expect(end(99, 1)).toEqual(['0 %', '–', '–']);
  });

  it('takes a month with an empty list for no point of the line', () => {
    const cells = texts(draw([kept('2026-01', 0, 0), kept('2026-02', 2, 1)]), 'td');
    expect(cells[0]).toBe('–');
    expect(cells.at(-3)).toBe('–');
  });
});

describe('published figures', () => {
  it('stand beside the own counts, round ones as such', () => {
    const text = { vi: 'Bảo vật <x>', en: 'Treasures' };
    const figure = { id: 'f', label: text, value: 40_000, about: true, on: '2025-12-31', lists: [] };
    const compared: ComparedFigure = {
      figure: { ...figure, source: text, difference: text },
      now: 1_500,
      sameDay: 0,
    };
    const vi = renderToString(<FiguresTable lang="vi" figures={[compared]} />);
    expect(texts(vi, 'td')).toEqual(['khoảng 40.000Bảo vật <x> (31/12/2025)', '0', '1.500', 'Bảo vật <x>']);
    expect(vi).not.toContain('<x>');
    expect(renderToString(<FiguresTable lang="en" figures={[compared]} />)).toContain('about 40,000');
  });
});

describe('what counts', () => {
  it('is the level with its marks, or a dash', () => {
    const written = (preserved: boolean, used: boolean) =>
      texts(
        renderToString(<RequirementText lang="en" requirement={{ level: 'M3', preserved, used }} />),
        'span',
      );
    expect([written(false, false), written(true, true)]).toEqual([['M3'], ['M3 + PRESERVED + APPLIED']]);
    expect(renderToString(<RequirementText lang="vi" requirement={null} />)).toBe('–');
  });
});
