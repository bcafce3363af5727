import { beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { loadStandards, type Statement } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { cardOf, titleOf } from './card.ts';
import { centuriesOf, datingOf } from './dating.ts';
import { countIds } from './facets.ts';
import { FACET_FIELDS, FIELDS, WORD_FIELDS } from './fields.ts';
import { importanceOf } from './importance.ts';
import { facetLexeme, projectRecord } from './projected.ts';
import { publicPoint } from './public-point.ts';
import { recordView } from './record-view.ts';
import type { Gazetteer, SearchSource } from './source.ts';
import type { Terminology } from './terms.ts';

let terms: Terminology;
beforeAll(async () => {
  const vocabularies = await loadVocabularies('standards');
  if (vocabularies.kind !== 'loaded') throw new Error('vocabularies');
  const standards = await loadStandards('standards', { concepts: vocabularies.vocabularies });
  if (standards.kind !== 'loaded') throw new Error('standards');
  terms = { catalogue: standards.catalogue, vocabularies: vocabularies.vocabularies };
});

const GAZETTEER: Gazetteer = {
  units: new Map([
    [
      '48',
      {
        code: '48',
        level: 'province',
        name: 'Đà Nẵng',
        nameEn: 'Da Nang',
        province: '48',
        lat: 16,
        lon: 108,
        formerNames: [],
        formerProvinces: ['48', '49'],
      },
    ],
    [
      '20413',
      {
        code: '20413',
        level: 'commune',
        name: 'Hội An',
        nameEn: null,
        province: '48',
        lat: 15.88,
        lon: 108.33,
        formerNames: ['Minh An', 'Cẩm Phô'],
        formerProvinces: ['49'],
      },
    ],
  ]),
  formerProvinces: new Map([
    ['48', { code: '48', name: 'Đà Nẵng', nameEn: 'Da Nang', successors: ['48'] }],
    ['49', { code: '49', name: 'Quảng Nam', nameEn: null, successors: ['48'] }],
  ]),
};

let ids = 0;
function fieldsOf(fields: Record<string, unknown[]>): Record<string, Statement[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, list]) => [
      field,
      list.map((value) => {
        ids += 1;
        const given = typeof value === 'object' && value !== null && 'lang' in value ? value : { value };
        return { id: `s${ids}`, ...given } as Statement;
      }),
    ]),
  );
}

function view(fields: Record<string, unknown[]>, change: Partial<SearchSource> = {}) {
  const source: SearchSource = {
    id: 7,
    pid: 'ds1x',
    kind: 'artefact',
    accessClass: 1,
    verification: 'unconfirmed',
    publishedAt: '2026-11-01T00:00:00.000Z',
    designations: [],
    targets: [],
    ...change,
    body: {
      standard: `${change.kind ?? 'artefact'}@1.0`,
      fields: fieldsOf({ name: ['Trống đồng'], ...fields }),
    },
  };
  return recordView(source, { terms, gazetteer: GAZETTEER });
}
const facet = (name: string, of: ReturnType<typeof view>) =>
  FACET_FIELDS.find((field) => field.name === name)
    ?.from(of)
    .map(({ value }) => value);
const words = (name: string, of: ReturnType<typeof view>) =>
  WORD_FIELDS.find((field) => field.name === name)?.from(of);

describe('the declaration', () => {
  it('describes every field in both languages, under distinct names', () => {
    expect(new Set(FIELDS.map(({ name }) => name)).size).toBe(FIELDS.length);
    for (const { label, doc } of FIELDS)
      for (const text of [label.vi, label.en, doc.vi, doc.en]) expect(text).not.toBe('');
  });

  it('gives every record a kind, a level of recognition and itself', () => {
    const bare = view({});
    for (const name of ['kind', 'rank', 'rights', 'media', 'level', 'verification', 'importance', 'all'])
      expect(facet(name, bare), name).toHaveLength(1);
  });
});

describe('places', () => {
  it('of a commune tell its former province exactly', () => {
    const hoiAn = view({ place: [{ units: ['20413'] }] });
    expect(facet('place', hoiAn)).toEqual(['48']);
    expect(facet('commune', hoiAn)).toEqual(['20413']);
    expect(facet('formerPlace', hoiAn)).toEqual(['former-49']);
    expect(cardOf(hoiAn).place).toEqual({ vi: 'Hội An, Đà Nẵng', en: 'Hội An, Da Nang' });
  });

  it('of a province may lie in any that went into it; stated ones are taken at their word', () => {
    expect(facet('formerPlace', view({ place: [{ units: ['48'] }] }))).toEqual(['former-48', 'former-49']);
    expect(facet('formerPlace', view({ place: [{ units: ['48'], historicUnits: ['49'] }] }))).toEqual([
      'former-49',
    ]);
    expect(facet('place', view({ place: [{ historicUnits: ['49'] }] }))).toEqual(['48']);
  });

  it('are words too, old and new, with the address as written', () => {
    const texts = words('placeText', view({ place: [{ verbatim: 'thị xã Hội An', units: ['20413'] }] }));
    expect(texts).toEqual(['thị xã Hội An', 'Hội An', 'Đà Nẵng', 'Quảng Nam']);
  });

  it('of unknown codes are left out', () => {
    expect(facet('place', view({ place: [{ units: ['00'] }, { verbatim: 'toàn quốc' }] }))).toEqual([]);
  });
});

describe('dating', () => {
  const day = (iso: string) => dayFromIso(iso);

  it('spans all dates; an open end stays open', () => {
    expect(
      datingOf(
        view({
          date: [
            { earliest: 10, latest: 20 },
            { earliest: -5, latest: 7 },
          ],
        }),
      ),
    ).toEqual({ earliest: -5, latest: 20 });
    expect(
      datingOf(
        view({
          date: [
            { earliest: 10, latest: null },
            { earliest: 1, latest: 2 },
          ],
        }),
      ),
    ).toEqual({ earliest: 1, latest: null });
    expect(datingOf(view({ date: [{ verbatim: 'không rõ' }] }))).toEqual({ earliest: null, latest: null });
  });

  it('falls back to the years of the period', () => {
    const { earliest, latest } = datingOf(view({ period: ['dong-son'] }));
    expect(earliest).toBeLessThan(day('-0400-01-01') ?? 0);
    expect(latest).toBeGreaterThan(earliest ?? 0);
  });

  it('names the centuries it touches', () => {
    expect(centuriesOf({ earliest: day('1899-12-31'), latest: day('1900-01-01') })).toEqual(['c18', 'c19']);
    expect(centuriesOf({ earliest: day('-0199-01-01'), latest: day('0001-01-01') })).toEqual([
      'c-2',
      'c-1',
      'c0',
    ]);
    expect(centuriesOf({ earliest: -(2 ** 30), latest: -(2 ** 30) })).toEqual(['c-30']);
    expect(centuriesOf({ earliest: null, latest: null })).toEqual([]);
    expect(centuriesOf({ earliest: day('2000-01-01'), latest: null })).toEqual(['c20', 'c21']);
  });
});

describe('recognition', () => {
  const designated = (list: string) => ({
    designations: [{ list, rank: null, year: 2012, decision: '1426/QĐ-TTg' }],
  });

  it('orders by the highest level, and finds by list, broader list and decision', () => {
    const treasure = view({}, designated('BAO_VAT_QUOC_GIA'));
    expect(importanceOf(treasure)).toBe(0);
    expect(importanceOf(view({}, { ...designated('QUOC_GIA'), kind: 'monument' }))).toBe(1);
    expect(importanceOf(view({}))).toBe(3);
    expect(importanceOf(view({}, { kind: 'source' }))).toBe(4);
    expect(facet('list', view({}, designated('QUOC_GIA_DAC_BIET')))).toEqual([
      'xep-hang-di-tich',
      'quoc-gia-dac-biet',
    ]);
    expect(words('decision', treasure)).toContain('1426/QĐ-TTg');
  });
});

describe('holders, rights and people', () => {
  const museum = { pid: 'm1', kind: 'museum' as const, title: { vi: 'Bảo tàng Lịch sử' }, relation: null };

  it('name the record of the holder, else the words', () => {
    expect(facet('org', view({ holder: [{ pid: 'm1' }] }, { targets: [museum] }))).toEqual(['m1']);
    expect(facet('org', view({}, { targets: [{ ...museum, relation: 'housedIn' }] }))).toEqual(['m1']);
    expect(facet('org', view({ holder: [{ verbatim: 'Đền Hùng' }] }))).toEqual(['x-den-hung']);
    // A holder whose record is not public was left out of the targets; its identifier must not show.
    expect(facet('org', view({ holder: [{ pid: 'm2' }] }))).toEqual([]);
  });

  it.each([
    [[], [], 'unknown'],
    [['InC'], [], 'view-only'],
    [['InC-EDU'], [], 'conditional'],
    [['CC0-1.0'], [], 'free'],
    [[], ['CC-BY-SA-4.0'], 'free'],
    [[], ['CC-BY-NC-4.0'], 'conditional'],
    [['UND'], [], 'unknown'],
    [['NoC-US'], [], 'free'],
  ])('answer whether it may be reused: %j %j', (rights, licence, expected) => {
    expect(facet('rights', view({ rights, licence }))).toEqual([expected]);
  });

  it('list agents once, however often they are named', () => {
    const agent = { pid: 'a1', kind: 'agent' as const, title: { vi: 'Trần Hưng Đạo' }, relation: 'worships' };
    expect(facet('people', view({}, { targets: [agent, { ...agent, relation: null }, museum] }))).toEqual([
      'a1',
    ]);
  });
});

describe('the public point', () => {
  const at = (publicPrecision: string | undefined, extra = {}) => ({
    role: 'point',
    geojson: { type: 'Point', coordinates: [108.3278, 15.8801] },
    crs: 'EPSG:4326',
    ...(publicPrecision === undefined ? {} : { publicPrecision }),
    ...extra,
  });
  const located = (...geometry: unknown[]) => publicPoint(view({ geometry, place: [{ units: ['20413'] }] }));

  it('is as precise as the record allows', () => {
    expect(located(at('exact'))).toEqual({ lat: 15.8801, lon: 108.3278 });
    expect(located(at('approx-1km'))).toEqual({ lat: 15.885, lon: 108.325 });
    expect(located(at('commune'))).toEqual({ lat: 15.88, lon: 108.33 });
    expect(located(at('province'))).toEqual({ lat: 16, lon: 108 });
    expect(located(at('withheld'))).toBeUndefined();
    expect(located(at(undefined))).toBeUndefined();
    expect(located()).toBeUndefined();
  });

  it('is that of the thing itself before its find spot', () => {
    const findspot = at('exact', { role: 'findspot', geojson: { type: 'Point', coordinates: [105, 20] } });
    expect(located(findspot, at('exact'))?.lat).toBe(15.8801);
  });

  it('is none for a broken geometry', () => {
    expect(located(at('exact', { geojson: { type: 'Point', coordinates: ['x'] } }))).toBeUndefined();
  });
});

describe('a projected record', () => {
  it('holds a word of a name as such only, and everything public once', () => {
    const record = projectRecord(
      view({
        name: ['Trống đồng Ngọc Lũ'],
        description: ['Trống đồng đẹp nhất'],
        storageLocation: ['tủ bí mật'],
      }),
    );
    expect(record.lexemes.has('n3trong')).toBe(true);
    expect(record.lexemes.has('t3trong')).toBe(false);
    expect(record.lexemes.has('t3nhat')).toBe(true);
    expect([...record.lexemes.keys()].join()).not.toContain('mat');
    expect(record.counted).toContain(facetLexeme('kind', 'artefact')[0]);
    expect(record.counted).not.toContain(facetLexeme('all', 'all')[0]);
    expect(record.title).toBe('Trống đồng Ngọc Lũ');
  });

  it('has titles in each language and script', () => {
    const named = view({
      name: [
        { value: 'Drum', lang: 'en' },
        { value: 'Trống', lang: 'vi' },
        { value: '銅鼓', lang: 'lzh', script: 'Hani' },
      ],
    });
    expect(titleOf(named)).toEqual({ vi: 'Trống', en: 'Drum', han: '銅鼓' });
    expect(titleOf(view({ name: [{ value: 'Drum', lang: 'en' }] })).vi).toBe('Drum');
  });
});

describe('countIds', () => {
  it('counts', () => {
    expect(countIds(Int32Array.from([5, 1, 5, 5]))).toEqual(
      new Map([
        [5, 3],
        [1, 1],
      ]),
    );
    expect(countIds(new Int32Array())).toEqual(new Map());
  });
});
