import { type Catalogue, type ConceptSource, createCatalogue } from './catalogue.ts';
import type { CodeList, Field, RecordStandard } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';

/** Small standards for tests: every datatype and rule once, nothing of the published content. */
const OPTIONAL = { draft: 'optional', submitted: 'optional', published: 'optional' } as const;
const MANDATORY = { draft: 'mandatory', submitted: 'mandatory', published: 'mandatory' } as const;

export function aField(field: Partial<Field> & Pick<Field, 'id' | 'datatype'>): Field {
  return {
    label: { vi: `Trường ${field.id}`, en: `Field ${field.id}` },
    definition: { vi: `Định nghĩa ${field.id}`, en: `Definition of ${field.id}` },
    cardinality: '0..*',
    obligation: OPTIONAL,
    weight: 0,
    visibility: 'public',
    ...field,
  };
}

export const SAMPLE_FIELDS: readonly Field[] = [
  aField({
    id: 'name',
    datatype: 'localizedText',
    cardinality: '1..*',
    obligation: MANDATORY,
    weight: 10,
    search: 'name',
    label: { vi: 'Tên gọi', en: 'Name' },
    rules: [
      { rule: 'minLength', value: 2 },
      { rule: 'maxLength', value: 40 },
    ],
    mappings: { dc: 'title', marc: '245$a' },
  }),
  aField({
    id: 'type',
    datatype: 'term',
    cardinality: '0..1',
    codeList: 'ich-type@2010',
    weight: 6,
    obligation: { draft: 'optional', submitted: 'mandatory', published: 'mandatory' },
    label: { vi: 'Loại hình', en: 'Type' },
  }),
  aField({
    id: 'description',
    datatype: 'localizedText',
    cardinality: '0..1',
    weight: 4,
    search: 'text',
    obligation: { draft: 'optional', submitted: 'recommended', published: 'mandatory' },
  }),
  aField({
    id: 'number',
    datatype: 'text',
    rules: [{ rule: 'pattern', value: '^[A-Z]{2}-[0-9]+$' }],
    example: 'DT-12',
  }),
  aField({ id: 'identifiers', datatype: 'identifier', rules: [{ rule: 'unique' }] }),
  aField({
    id: 'quantity',
    datatype: 'integer',
    cardinality: '0..1',
    rules: [{ rule: 'range', min: '1', max: '500' }],
  }),
  aField({ id: 'price', datatype: 'decimal' }),
  aField({ id: 'open', datatype: 'boolean', cardinality: '0..1' }),
  aField({ id: 'website', datatype: 'url' }),
  aField({ id: 'foundedOn', datatype: 'date', label: { vi: 'Ngày lập', en: 'Founded on' } }),
  aField({
    id: 'closedOn',
    datatype: 'date',
    label: { vi: 'Ngày đóng', en: 'Closed on' },
    rules: [
      { rule: 'notBefore', field: 'foundedOn' },
      { rule: 'requires', field: 'foundedOn' },
    ],
  }),
  aField({ id: 'festivalTime', datatype: 'recurrence' }),
  aField({ id: 'geometry', datatype: 'geometry', geometryRoles: 'geometry-role@1' }),
  aField({ id: 'size', datatype: 'measurement', measure: { types: 'measurement-type@1', units: 'unit@1' } }),
  aField({ id: 'holder', datatype: 'reference', targets: ['museum'] }),
  aField({ id: 'makers', datatype: 'agentRole', roles: 'agent-role@1' }),
  aField({ id: 'place', datatype: 'place' }),
  aField({ id: 'registration', datatype: 'decision' }),
  aField({ id: 'inscriptions', datatype: 'inscription' }),
  aField({ id: 'photographs', datatype: 'file' }),
  aField({ id: 'materials', datatype: 'term', vocabulary: 'materials' }),
];

export function aStandard(
  change: Partial<RecordStandard> = {},
  fields: readonly Field[] = SAMPLE_FIELDS,
): RecordStandard {
  return {
    id: 'monument',
    version: '1.0',
    kind: 'monument',
    label: { vi: 'Di tích', en: 'Monument' },
    definition: { vi: 'Di tích và danh lam thắng cảnh', en: 'Monuments and landscapes' },
    status: 'in-force',
    effectiveFrom: '2026-12-01',
    promulgation: null,
    legalBasis: [{ act: 'Luật 45/2024/QH15', clause: 'Điều 3' }],
    officialForms: [],
    gates: { submitted: 60, published: 80 },
    groups: [{ id: 'identification', label: { vi: 'Nhận diện', en: 'Identification' }, fields: [...fields] }],
    migrations: [],
    ...change,
  };
}

function aCodeList(scheme: string, version: string, codes: readonly string[]): CodeList {
  return {
    scheme,
    version,
    label: { vi: `Danh mục ${scheme}`, en: `List ${scheme}` },
    legalBasis: [],
    validFrom: null,
    validTo: null,
    codes: codes.map((code) => ({ code, label: { vi: `Nhãn ${code}`, en: `Label ${code}` } })),
  };
}

export const SAMPLE_LISTS: readonly CodeList[] = [
  aCodeList('ich-type', '2010', ['TIENG_NOI', 'NGU_VAN', 'LE_HOI', 'NGHE', 'KHAC']),
  {
    ...aCodeList('ich-type', '2024', ['TRUYEN_KHAU', 'LE_HOI', 'NGHE_THU_CONG', 'TRI_THUC']),
    mapsFrom: [
      {
        version: '2010',
        pairs: [
          { from: 'TIENG_NOI', to: ['TRUYEN_KHAU'], match: 'broad' },
          { from: 'NGU_VAN', to: ['TRUYEN_KHAU'], match: 'broad' },
          { from: 'NGHE', to: ['NGHE_THU_CONG', 'TRI_THUC'], match: 'narrow' },
        ],
      },
    ],
  },
  aCodeList('geometry-role', '1', ['point', 'zone-1']),
  aCodeList('measurement-type', '1', ['height', 'diameter']),
  aCodeList('unit', '1', ['cm', 'm']),
  aCodeList('agent-role', '1', ['maker', 'owner']),
  aCodeList('name-type', '1', ['primary', 'other']),
  aCodeList('identifier-scheme', '1', ['a', 'b']),
];

export const SAMPLE_CONCEPTS: ConceptSource = {
  hasVocabulary: (id) => id === 'materials',
  label: (_, id, lang) => (id === 'bronze' ? { vi: 'đồng thau', en: 'bronze' }[lang] : undefined),
  conceptIds: () => ['bronze'],
};

export function aCatalogue(standards: readonly RecordStandard[] = [aStandard()]): Catalogue {
  return createCatalogue({ standards, codeLists: SAMPLE_LISTS, concepts: SAMPLE_CONCEPTS });
}

/** A body of `monument@1.0` with a name; statements get ids from their field where none is given. */
export function aBody(
  fields: Record<string, Partial<Statement>[]> = {},
  standard = 'monument@1.0',
): RecordBody {
  const named = { name: [{ value: 'Chùa Một Cột', lang: 'vi' }], ...fields };
  return {
    standard,
    fields: Object.fromEntries(
      Object.entries(named).map(([field, list]) => [
        field,
        list.map((s, i) => ({ id: `${field}-${i}`, ...s })),
      ]),
    ),
  };
}
