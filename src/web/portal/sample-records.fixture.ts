import { dayFromCivil } from '#formats/dates/index.ts';
import type { Context } from '#modules/registry/index.ts';
import { addDecision, addDesignation, addRelation, updateRecord } from '#modules/registry/index.ts';
import type { Catalogue, Kind } from '#modules/standards/index.ts';
import { aRecord, type Given, publish } from './portal.fixture.ts';

const vi = (value: string): Given => ({ value, lang: 'vi' });
const en = (value: string): Given => ({ value, lang: 'en' });

/** Fields that a published record must have and that are not given are stated as not found. */
export function complete(
  catalogue: Catalogue,
  kind: Kind,
  fields: Record<string, Given[]>,
): Record<string, Given[]> {
  const mandatory = (catalogue.standard(kind)?.groups ?? [])
    .flatMap((group) => group.fields)
    .filter((field) => field.obligation.published === 'mandatory' && fields[field.id] === undefined);
  const missing = mandatory.map(({ id }): [string, Given[]] => [id, [{ absent: 'not-found' }]]);
  return { ...fields, ...Object.fromEntries(missing) };
}

export interface Samples {
  drum: string;
  museum: string;
  festival: string;
  temple: string;
  /** One more record of every kind. */
  others: Record<string, string>;
}

const DECISION = '1426-qd-ttg-2012';

/** A treasure in full, its museum, a festival with a lunar rule, a temple in a protected place, and one of every other kind. */
export async function sampleRecords(context: Context, catalogue: Catalogue): Promise<Samples> {
  const record = async (kind: Kind, fields: Record<string, Given[]>) =>
    await publish(context, aRecord(`${kind}@1.0`, complete(catalogue, kind, fields)));
  const museum = await record('museum', MUSEUM);
  const drum = await record('artefact', drumFields(museum));
  const festival = await record('intangible', FESTIVAL);
  const temple = await record('monument', TEMPLE);
  const others: Record<string, string> = {};
  for (const kind of ['documentary', 'agent', 'place', 'event', 'collection', 'source'] as const) {
    others[kind] = await record(kind, { name: [vi(`Hồ sơ mẫu ${kind}`)], ...OTHERS[kind] });
  }
  await relate(context, { drum, museum, festival, temple });
  await designate(context, drum);
  await updateRecord(context, {
    pid: drum,
    expectedVersion: 1,
    reason: 'Bổ sung số đo',
    body: aRecord(
      'artefact@1.0',
      complete(catalogue, 'artefact', {
        ...drumFields(museum),
        measurements: [
          ...MEASUREMENTS,
          { value: { type: 'weight', value: '86', unit: 'kg', approximate: true } },
        ],
      }),
    ),
  });
  return { drum, museum, festival, temple, others };
}

async function relate(
  context: Context,
  { drum, museum, festival, temple }: Omit<Samples, 'others'>,
): Promise<void> {
  await addRelation(context, { type: 'housedIn', from: { pid: drum }, to: { pid: museum }, source: SOURCE });
  await addRelation(context, { type: 'practisedAt', from: { pid: festival }, to: { pid: temple } });
}

async function designate(context: Context, drum: string): Promise<void> {
  await addDecision(context, {
    key: DECISION,
    number: '1426/QĐ-TTg',
    date: '2012-10-01',
    issuer: 'THU_TUONG',
    summary: { vi: 'Công nhận bảo vật quốc gia (đợt 1).' },
    source: SOURCE,
  });
  await addDesignation(context, {
    decision: { key: DECISION },
    list: 'BAO_VAT_QUOC_GIA',
    act: 'designate',
    earliest: '2012-10-01',
    latest: '2012-10-01',
    batch: '1',
    registryNumber: '1',
    source: SOURCE,
    members: [
      {
        record: { pid: drum },
        verbatimName: 'Trống đồng Ngọc Lũ',
        verbatimPlace: 'Bảo tàng Lịch sử quốc gia',
      },
    ],
  });
}

const firstDayOf = (year: number): number => dayFromCivil({ year, month: 1, day: 1 });
const lastDayOf = (year: number): number => dayFromCivil({ year, month: 12, day: 31 });

const SOURCE = 'https://dsvh.gov.vn/bao-vat-quoc-gia-1758';

const MEASUREMENTS: Given[] = [
  { value: { type: 'height', value: '63', unit: 'cm' }, source: [SOURCE] },
  { value: { type: 'face-diameter', value: '79.3', unit: 'cm' }, source: [SOURCE] },
];

const MUSEUM: Record<string, Given[]> = {
  name: [vi('Bảo tàng Lịch sử quốc gia'), en('Vietnam National Museum of History')],
  place: [{ value: { units: ['01'] } }],
  museumType: [{ value: 'CONG_LAP' }],
  visitable: [{ value: true }],
};

const drumFields = (museum: string): Record<string, Given[]> => ({
  name: [
    { ...vi('Trống đồng Ngọc Lũ'), source: [SOURCE] },
    { ...vi('Trống Ngọc Lũ I'), nameType: 'other' },
    { value: '玉縷銅鼓', lang: 'lzh', script: 'Hani', nameType: 'transliteration' },
    { ...en('Ngoc Lu Bronze Drum'), nameType: 'translation' },
  ],
  identifiers: [{ value: { scheme: 'inventory', value: 'LSb.5722' } }],
  objectType: [{ value: 'bronze-drum' }],
  artefactClass: [{ value: 'BAO_VAT_QUOC_GIA' }],
  isSet: [{ value: false }],
  summary: [
    vi(
      'Trống đồng loại Heger I thuộc văn hóa Đông Sơn, được phát hiện ở làng Ngọc Lũ, tỉnh Hà Nam; hoa văn trên mặt và thân trống thể hiện nghi lễ, nhà sàn, thuyền và chim của cư dân trồng lúa nước.',
    ),
    en(
      'A Heger I drum of the Đông Sơn culture, found in the village of Ngọc Lũ, Hà Nam; its face and body show rites, stilt houses, boats and birds of a rice-growing people.',
    ),
  ],
  date: [
    {
      value: {
        verbatim: 'Văn hóa Đông Sơn, cách ngày nay 2500–2000 năm',
        edtf: '-0549~/-0049~',
        earliest: firstDayOf(-549),
        latest: lastDayOf(-49),
        approximate: true,
      },
      certainty: 'probable',
      source: [SOURCE],
    },
  ],
  period: [{ value: 'dong-son' }],
  materials: [{ value: 'bronze' }, { value: 'lead', certainty: 'possible' }],
  techniques: [{ value: 'bronze-casting' }],
  measurements: MEASUREMENTS,
  description: [
    vi(
      'Mặt trống chờm ra ngoài tang. Chính giữa là ngôi sao mười bốn cánh, quanh sao là mười sáu vành hoa văn đồng tâm.\n\nThân trống gồm ba phần: tang phình, lưng hình trụ và chân loe.',
    ),
  ],
  inscriptions: [
    {
      value: {
        original: '明命十二年\n辛卯',
        script: 'Hani',
        transliteration: 'Minh Mạng thập nhị niên\nTân Mão',
        translation: 'Năm Minh Mạng thứ mười hai\nnăm Tân Mão',
        position: 'Mặt trong chân trống (văn khắc mẫu)',
      },
    },
  ],
  provenance: [
    vi('Tìm thấy khi đắp đê Trần Thủy, để ở chùa làng Ngọc Lũ, sau đưa về Viện Viễn Đông Bác cổ năm 1903.'),
  ],
  findPlace: [
    { value: { verbatim: 'Xã Ngọc Lũ, huyện Bình Lục, tỉnh Hà Nam', historicUnits: ['35'], units: ['37'] } },
  ],
  acquisitionDate: [
    { value: { verbatim: '1903', edtf: '1903', earliest: firstDayOf(1903), latest: lastDayOf(1903) } },
  ],
  ownership: [{ value: 'SO_HUU_TOAN_DAN' }],
  owner: [{ value: { role: 'owner', verbatim: 'Nhà nước' } }],
  holder: [{ value: { pid: museum, kind: 'museum' } }],
  place: [{ value: { units: ['01'], historicUnits: ['01'], verbatim: 'Bảo tàng Lịch sử quốc gia, Hà Nội' } }],
  geometry: [
    {
      value: {
        role: 'keeping-place',
        geojson: { type: 'Point', coordinates: [105.8597, 21.0245] },
        crs: 'EPSG:4326',
        publicPrecision: 'exact',
        precisionMetres: 20,
      },
    },
  ],
  significance: [
    vi(
      'Một trong những trống Đông Sơn cổ nhất và nguyên vẹn nhất; hoa văn là tư liệu gốc về đời sống thời các vua Hùng.',
    ),
  ],
  condition: [{ value: 'B' }],
  rights: [{ value: 'CNE' }],
  licence: [{ value: 'CC-BY-4.0' }],
  sources: [{ value: { verbatim: `Cục Di sản văn hóa, danh mục bảo vật quốc gia, ${SOURCE}` } }],
  storageLocation: [{ value: 'Kho A, tủ 3' }],
});

const FESTIVAL: Record<string, Given[]> = {
  name: [vi('Hội Lim'), en('Lim Festival')],
  ichType: [{ value: 'LE_HOI_TRUYEN_THONG' }],
  summary: [
    vi('Hội vùng Lim ở Bắc Ninh, nơi các liền anh, liền chị hát quan họ trên đồi, trong nhà và dưới thuyền.'),
  ],
  place: [{ value: { units: ['24'], historicUnits: ['27'] } }],
  ethnicGroup: [{ value: 'kinh' }],
  recurrence: [
    { value: { calendar: 'lunar-vi', start: '01-12', end: '01-13', leap: 'regular' }, certainty: 'probable' },
  ],
  date: [
    {
      value: {
        verbatim: 'Cảnh Hưng năm thứ 27',
        edtf: '1766-02-09/1767-01-29',
        earliest: -74_475,
        latest: -74_121,
      },
    },
  ],
  visitorGuidance: [vi('Không mời, ép liền anh liền chị nhận tiền khi đang hát.')],
};

const TEMPLE: Record<string, Given[]> = {
  name: [vi('Đền thờ mẫu trong khu khảo cổ')],
  type: [{ value: 'KHAO_CO' }],
  place: [{ value: { units: ['01'], verbatim: 'Xã Cổ Loa, huyện Đông Anh, Hà Nội' } }],
  geometry: [
    {
      value: {
        role: 'point',
        geojson: { type: 'Point', coordinates: [105.87321, 21.11345] },
        crs: 'EPSG:4326',
        publicPrecision: 'approx-1km',
      },
    },
  ],
  boundaryDecision: [{ value: { number: '1426/QĐ-TTg', date: '2012-10-01', issuer: 'THU_TUONG' } }],
  zoneTwoWaived: [{ value: true }],
  visitable: [{ value: true }],
};

const OTHERS: Record<
  'documentary' | 'agent' | 'place' | 'event' | 'collection' | 'source',
  Record<string, Given[]>
> = {
  documentary: { level: [{ value: 'item' }], languages: [{ absent: 'unknown' }] },
  agent: {
    name: [vi('Nguyễn Du'), { ...vi('Tố Như'), nameType: 'ten-tu' }],
    agentType: [{ value: 'person' }],
    birthDate: [{ value: { verbatim: 'năm Ất Dậu', edtf: '1766', earliest: -74_511, latest: -74_147 } }],
    deathDate: [{ absent: 'not-found' }],
  },
  place: {
    placeType: [{ value: 'village' }],
    geometry: [
      {
        value: {
          role: 'point',
          geojson: { type: 'Point', coordinates: [106.1, 20.6] },
          crs: 'EPSG:4326',
          publicPrecision: 'withheld',
        },
      },
    ],
  },
  event: {
    eventType: [{ value: 'battle' }],
    date: [{ value: { verbatim: '30/1/1789', edtf: '1789-01-30', earliest: -66_080, latest: -66_080 } }],
  },
  collection: { collectionType: [{ value: 'thematic' }], extent: [{ value: 1_250 }] },
  source: { sourceType: [{ value: 'book' }], url: [{ value: 'https://example.vn/sach' }] },
};
