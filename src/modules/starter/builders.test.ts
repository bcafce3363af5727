import { afterAll, describe, expect, it } from 'vitest';
import { validateBody } from '#modules/standards/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { starterContext } from '#tests/support/starter.ts';
import { starterChanges } from './changes.ts';
import { cell, readStarterData } from './data.ts';
import { oldProvincesIn, provinceCodes } from './place.ts';
import { planRecords } from './plan.ts';
import { strayPoints } from './stray-points.ts';
import { unitRows } from './units.ts';

const { db, close } = await testDatabase();
afterAll(close);
const context = await starterContext(db);
const data = await readStarterData('data');
const plan = planRecords(data, context);
const changes = starterChanges(data, plan);
const fields = (key: string) => plan.recordOf(key).fields;
const values = (key: string, field: string) => (fields(key)[field] ?? []).map((statement) => statement.value);

describe('the planned records', () => {
  it('are valid by their standards', () => {
    for (const { key, standard, fields: body } of plan.records.values()) {
      const outcome = validateBody(context.catalogue, { standard, fields: body }, { state: 'draft' });
      const errors = outcome.issues.filter((issue) => issue.severity === 'error');
      expect(errors, key).toEqual([]);
    }
  });

  it('are as many as there are things', () => {
    const count = (kind: string) =>
      [...plan.records.values()].filter((record) => record.standard === `${kind}@1.0`).length;
    expect(count('artefact')).toBe(357);
    // 149 special, 290 of the sample less Hang Con Moong, two World Heritage properties that join several.
    expect(count('monument')).toBe(149 + 289 + 2);
    expect(count('museum')).toBe(146);
    expect(count('agent')).toBe(83);
    expect(count('documentary')).toBe(11);
    expect(count('place')).toBe(4);
  });

  it('joins a special monument and its World Heritage inscription', () => {
    const hue = plan.recordOf('unesco:WH-678');
    expect(hue).toBe(plan.recordOf('special-monument:2'));
    expect(hue.fields.name?.map(({ value, lang, nameType }) => [value, lang, nameType])).toEqual([
      ['Quần thể kiến trúc Cố đô Huế', 'vi', 'primary'],
      ['Complex of Hue Monuments', 'en', 'primary'],
      ['Quần thể di tích Cố đô Huế', 'vi', 'other'],
      ['Complex of Hué Monuments', 'en', 'other'],
    ]);
    expect(values('special-monument:2', 'worldHeritageCriteria')).toEqual(['iv']);
    expect(values('special-monument:2', 'identifiers')).toEqual([{ scheme: 'unesco-whs', value: '678' }]);
    expect(hue.aliases).toEqual([
      { scheme: 'starter', value: 'special-monument:2' },
      { scheme: 'unesco-whs', value: '678' },
      { scheme: 'starter', value: 'unesco:WH-678' },
    ]);
  });

  it('keeps apart what only overlaps', () => {
    expect(plan.recordOf('unesco:WH-672')).not.toBe(plan.recordOf('special-monument:5'));
    const partOf = changes.relations.filter((relation) => relation.type === 'partOf');
    const pid = (key: string) => ({ pid: plan.recordOf(key).pid });
    for (const part of ['special-monument:5', 'special-monument:48']) {
      expect(partOf).toContainEqual(expect.objectContaining({ from: pid(part), to: pid('unesco:WH-672') }));
    }
  });

  it('keeps old and new place, address and source of a monument', () => {
    expect(fields('national-monument:3').place).toMatchInlineSnapshot(`
      [
        {
          "id": "place",
          "source": [
            "https://vietnam.vnanet.vn/vietnamese/tin-tuc/den-ha-tien-vieng-lang-mac-cuu-352394.html",
          ],
          "value": {
            "historicUnits": [
              "91",
            ],
            "units": [
              "91",
              "30769",
            ],
            "verbatim": "chân núi Bình San, phường Bình San, thành phố Hà Tiên, tỉnh Kiên Giang (từ 2025 thuộc tỉnh An Giang)",
          },
        },
      ]
    `);
    expect(values('special-monument:4', 'place')).toEqual([
      { units: ['48', '20410'], historicUnits: ['49'] },
    ]);
  });

  it('makes a mixed monument of several types', () => {
    expect(values('special-monument:14', 'type')).toEqual(['HON_HOP']);
    expect(values('special-monument:14', 'componentTypes')).toEqual([
      'LICH_SU',
      'KIEN_TRUC_NGHE_THUAT',
      'KHAO_CO',
    ]);
    expect(values('special-monument:3', 'type')).toEqual(['KIEN_TRUC_NGHE_THUAT']);
    expect(fields('special-monument:3').componentTypes).toBeUndefined();
  });

  it('labels coordinates, their licence and their precision', () => {
    expect(fields('special-monument:5').geometry).toMatchInlineSnapshot(`
      [
        {
          "by": "starter:coordinates",
          "id": "geometry-point",
          "note": "Giấy phép / licence: CC-BY-SA-4.0, ODbL-1.0",
          "source": [
            "https://github.com/mainguyenanhvu/vietnam-spacetime-encyclopedia (data CC BY-SA 4.0; coordinates from OpenStreetMap/Wikidata)",
          ],
          "value": {
            "crs": "EPSG:4326",
            "geojson": {
              "coordinates": [
                107.068278,
                20.908438,
              ],
              "type": "Point",
            },
            "precisionMetres": 5000,
            "publicPrecision": "exact",
            "role": "point",
          },
        },
      ]
    `);
  });

  it('dates treasures by words, terms and days', () => {
    const [date] = values('treasure:286', 'date');
    expect(date).toMatchObject({ verbatim: '1466 (Quang Thuận 7)', edtf: '1466-01-26/1467-02-13' });
    expect(values('treasure:286', 'period')).toEqual(['le-so']);
    expect(values('treasure:1', 'period')).toEqual(['dong-son']);
    expect(values('treasure:271', 'date')).toMatchObject([{ edtf: '0601/0900' }]);
    for (const treasure of data.treasures) {
      const [value] = values(treasure.key, 'date') as {
        verbatim: string;
        earliest?: number | null;
        latest?: number | null;
      }[];
      expect(value?.verbatim).toBe(cell(treasure, 'period'));
      expect(value?.earliest, treasure.key).toEqual(expect.any(Number));
      expect(value?.latest === null || typeof value?.latest === 'number', treasure.key).toBe(true);
    }
  });

  it('points a treasure to its holder and to the monument it stands in', () => {
    expect(values('treasure:1', 'holder')).toEqual([
      { pid: plan.recordOf('museum:1').pid, kind: 'museum', verbatim: 'Bảo tàng Lịch sử quốc gia, Hà Nội' },
    ]);
    const from = { pid: plan.recordOf('treasure:23').pid };
    const edges = changes.relations.filter(
      (relation) => JSON.stringify(relation.from) === JSON.stringify(from),
    );
    expect(edges.map(({ type }) => type)).toEqual(['housedIn', 'locatedAt']);
    expect(edges[1]?.to).toEqual({ pid: plan.recordOf('special-monument:46').pid });
  });

  it('maps the seven categories to the six types and keeps the words', () => {
    expect(fields('national-ich:31').formerType).toMatchObject([
      { value: 'TIENG_NOI_CHU_VIET', note: 'Tiếng nói, chữ viết' },
    ]);
    expect(values('national-ich:31', 'ichType')).toEqual(['BIEU_DAT_TRUYEN_KHAU']);
    const both = data.intangible.find(
      (row) => cell(row, 'category') === 'Lễ hội truyền thống; Tập quán xã hội và tín ngưỡng',
    );
    expect(values(both?.key ?? '', 'ichType')).toEqual(['LE_HOI_TRUYEN_THONG', 'TAP_QUAN_XA_HOI_TIN_NGUONG']);
    const none = data.intangible.filter((row) => fields(row.key).ichType === undefined);
    expect(none).toHaveLength(5);
  });

  it('finds every ethnic group in the official list, and keeps the local name', () => {
    for (const row of data.intangible.filter((candidate) => cell(candidate, 'ethnic_group') !== '')) {
      expect(fields(row.key).ethnicGroup?.length ?? 0, cell(row, 'ethnic_group')).toBeGreaterThan(0);
    }
    expect(fields('national-ich:42').ethnicGroup).toMatchObject([{ value: 'dao', note: 'Dao Đỏ' }]);
  });

  it('gives festivals to the records they name, with their days', () => {
    expect(values('national-ich:12', 'recurrence')).toEqual([
      { calendar: 'lunar-vi', start: '01-06', end: '01-08' },
      { calendar: 'lunar-vi', start: '04-07', end: '04-09' },
    ]);
    expect(plan.recordOf('festival:56')).toBe(plan.recordOf('festival:55'));
    expect(values('festival:1', 'recurrence')).toEqual([
      { calendar: 'lunar-vi', start: '01-01', end: '01-03' },
    ]);
    expect(values('national-ich:217', 'recurrence')).toMatchObject([{ calendar: 'cham', start: '07-01' }]);
    expect(values('national-ich:295', 'recurrence')).toEqual([
      { calendar: 'gregorian', start: '09-02', end: '09-02' },
    ]);
    expect(values('national-ich:41', 'recurrence')).toEqual([
      { calendar: 'words', words: 'ngày Thìn tháng Giêng âm lịch' },
    ]);
    const withDays = [...plan.records.values()].flatMap((record) => record.fields.recurrence ?? []);
    expect(withDays).toHaveLength(65);
  });
});

describe('the changes', () => {
  it('have one decision per number and day', () => {
    expect(new Set(changes.decisions.map((decision) => decision.key)).size).toBe(changes.decisions.length);
    const acts = new Map(changes.designations.map((act) => [act.key, act]));
    expect(acts.get('treasure:1')?.decision).toEqual({ key: '1426-qd-ttg-2012' });
    for (const { decision } of changes.designations) {
      if ('key' in decision) expect(changes.decisions.map(({ key }) => key)).toContain(decision.key);
    }
  });

  it('say when a number is not known, and of what kind the gap is', () => {
    const gaps = changes.designations.filter((act) => 'absent' in act.decision);
    const byKind = Map.groupBy(gaps, ({ decision }) => ('absent' in decision ? decision.absent : ''));
    expect(byKind.get('not-entered')?.length).toBe(41);
    expect(byKind.get('not-found')?.length).toBe(98 + 201);
    expect(byKind.size).toBe(2);
  });

  it('extend monuments by supplements', () => {
    const supplements = changes.designations.filter((act) => act.act === 'extend');
    expect(supplements.map(({ of }) => of)).toEqual([
      { key: 'special-monument:9' },
      { key: 'special-monument:35' },
      { key: 'special-monument:82' },
      { key: 'special-monument:9' },
    ]);
    expect(supplements[3]).toMatchObject({
      decision: { key: '1473-qd-ttg-2024' },
      members: [
        {
          record: { pid: plan.recordOf('special-monument:9').pid },
          component: 'Trận địa pháo 105mm (bổ sung)',
        },
      ],
    });
  });

  it('rank by the list, a provincial decision as provincial, a repeated decision once', () => {
    const lists = Map.groupBy(changes.designations, (act) => act.list);
    expect(lists.get('QUOC_GIA_DAC_BIET')).toHaveLength(153);
    expect(lists.get('CAP_TINH')?.map((act) => act.key)).toEqual(['national-monument:191']);
    expect(lists.get('QUOC_GIA')).toHaveLength(288);
    expect(changes.designations.map((act) => act.key)).not.toContain('national-monument:254');
  });

  it('are the same for the same data', () => {
    expect(starterChanges(data, planRecords(data, context))).toEqual(changes);
  });
});

describe('places of the dataset', () => {
  const codes = provinceCodes(data);

  it.each([
    ['phường Bình San, thành phố Hà Tiên, tỉnh Kiên Giang (từ 2025 thuộc tỉnh An Giang)', ['91']],
    ['phường 3, quận 11, TP Hồ Chí Minh', ['79']],
    ['12 Lê Lợi, TP Huế, tỉnh Thừa Thiên Huế', ['46']],
    ['xã Đất Mũi, tỉnh Cà Mau', []],
    ['núi Sập, huyện Thoại Sơn, tỉnh An Giang', ['89']],
    ['', []],
  ])('reads the old province in %j', (address, expected) => {
    expect(oldProvincesIn(address, codes)).toEqual(expected);
  });

  it('collects districts under their old provinces', () => {
    const { districts } = unitRows(data);
    expect(districts.length).toBeGreaterThan(200);
    expect(districts).toContainEqual(
      expect.objectContaining({
        key: 'named:district:gso-2024:49:huyện duy xuyên',
        fullName: 'Huyện Duy Xuyên',
        parent: 'gso-2024:49',
      }),
    );
  });

  it('has no point outside its province, and reports one that is', () => {
    expect(strayPoints(data, context.map)).toEqual([]);
    const moved = new Map(data.points).set('special-monument:2', { lat: '21.03', lon: '105.84' });
    expect(strayPoints({ ...data, points: moved }, context.map)).toEqual([
      { key: 'special-monument:2', provinces: ['46'], metres: expect.any(Number), found: '01' },
    ]);
  });
});
