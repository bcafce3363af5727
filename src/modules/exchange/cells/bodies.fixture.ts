import fc from 'fast-check';
import {
  ABSENCES,
  type Catalogue,
  type Field,
  fieldMap,
  normaliseBody,
  type RecordBody,
  type RecordStandard,
  type Statement,
  standardReference,
} from '#modules/standards/index.ts';

type Draft = Omit<Statement, 'id'>;

const words = fc.string({
  unit: fc.constantFrom(...'abc đệ|\\=+-@[];,"\n\t\'漢𡨸 '),
  minLength: 1,
  maxLength: 12,
});
const text = fc.oneof(
  words,
  fc.constantFrom('Đền Hùng', '[không rõ]', '1.250', 'x|y', '=cmd()', ' lề ', '有|\\'),
);
const word = fc.constantFrom('Bảo tàng', 'ds1', 'A-12', '2020', 'EPSG:4326');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const record = (parts: Record<string, fc.Arbitrary<unknown>>) => fc.record(parts).map(without);

const DATES = [
  '1831',
  '17XX',
  '2020-02-29',
  '1802/1945',
  '..',
  '1831~',
  'khoảng 1850',
  'thế kỷ XVIII',
  'chưa rõ năm',
  '15/3/1975',
];

function codesOf(catalogue: Catalogue, reference: string | undefined): readonly string[] {
  const codes = reference === undefined ? undefined : catalogue.codeListByReference(reference)?.codes;
  return codes?.map(({ code }) => code) ?? ['x'];
}

function termsOf(catalogue: Catalogue, { codeList, vocabulary }: Field): readonly string[] {
  if (codeList !== undefined) return codesOf(catalogue, codeList);
  return vocabulary === undefined ? ['x'] : (catalogue.concepts?.conceptIds(vocabulary) ?? ['x']);
}

type Values = (field: Field, catalogue: Catalogue) => fc.Arbitrary<unknown>;

const decimal = fc.constantFrom('63.5', '0', '-1.25', '63.50', '1.250', '12');
const monthDay = fc.constantFrom('01-15', '03-10', '12-23');
const point = record({
  type: fc.constant('Point'),
  coordinates: fc.tuple(
    fc.double({ min: 103, max: 109, noNaN: true }),
    fc.double({ min: 9, max: 23, noNaN: true }),
  ),
});
const line = fc.constant({
  type: 'LineString',
  coordinates: [
    [105, 21],
    [105.5, 21.5],
  ],
});

const VALUES: Record<Field['datatype'], Values> = {
  text: () => text,
  localizedText: () => text,
  url: () => fc.constantFrom('https://disan.example/a', 'http://x.vn/?q=a|b'),
  term: (field, catalogue) => fc.constantFrom(...termsOf(catalogue, field)),
  boolean: () => fc.boolean(),
  integer: () => fc.integer({ min: 0, max: 2000 }),
  decimal: () => decimal,
  identifier: () =>
    record({
      scheme: fc.constantFrom('inventory', 'local', 'sổ cũ'),
      value: text.filter((t) => t.trim() !== ''),
    }),
  date: () =>
    fc.oneof(
      fc.constantFrom(...DATES).map((verbatim) => ({ verbatim })),
      record({ edtf: fc.constantFrom('1831', '17XX', '2020-02-29'), derivation: optional(words) }),
    ),
  recurrence: () =>
    record({
      calendar: fc.constantFrom('lunar-vi', 'gregorian'),
      start: monthDay,
      end: optional(monthDay),
      words: optional(words),
      everyYears: optional(fc.integer({ min: 1, max: 12 })),
    }),
  geometry: ({ geometryRoles }, catalogue) =>
    record({
      role: fc.constantFrom(...codesOf(catalogue, geometryRoles)),
      geojson: fc.oneof({ weight: 4, arbitrary: point }, { weight: 1, arbitrary: line }),
      crs: fc.constantFrom('EPSG:4326', 'EPSG:9211'),
      original: optional(
        fc.constantFrom('giấy', { e: 500_123.4, n: 2_300_456 }, { e: '500123.40', n: '2300456' }),
      ),
      publicPrecision: fc.constantFrom('exact', 'commune'),
    }),
  measurement: ({ measure }, catalogue) =>
    record({
      type: fc.constantFrom(...codesOf(catalogue, measure?.types)),
      value: decimal,
      unit: fc.constantFrom(...codesOf(catalogue, measure?.units)),
      part: optional(words),
      approximate: optional(fc.boolean()),
    }),
  reference: () =>
    fc.oneof(
      record({ verbatim: text }),
      record({ pid: fc.constant('ds1000000b'), verbatim: optional(word) }),
    ),
  agentRole: ({ roles }, catalogue) =>
    record({ role: fc.constantFrom(...codesOf(catalogue, roles)), verbatim: text, pid: optional(word) }),
  place: () =>
    record({
      verbatim: text,
      units: optional(fc.uniqueArray(fc.constantFrom('38', '20410', '01'), { minLength: 1 })),
      historicUnits: optional(fc.constant(['49'])),
    }),
  decision: () =>
    record({
      number: text,
      date: optional(fc.constantFrom('2012-10-01', '2012')),
      issuer: optional(word),
      id: optional(word),
    }),
  inscription: () =>
    record({ original: text, script: optional(fc.constant('Hani')), translation: optional(words) }),
  file: () => record({ name: word, role: word }),
};

function qualified(value: fc.Arbitrary<unknown>, field: Field): fc.Arbitrary<Draft> {
  const localized = field.datatype === 'localizedText';
  const stated = record({
    value,
    lang: localized ? fc.constantFrom('vi', 'vi', 'en', 'cjm') : fc.constant(undefined),
    script: localized ? optional(fc.constantFrom('Latn', 'Hani')) : fc.constant(undefined),
    nameType: localized ? optional(fc.constantFrom('primary', 'former')) : fc.constant(undefined),
    source: optional(fc.constant(['Hồ sơ'])),
    certainty: optional(fc.constantFrom('probable')),
  }) as fc.Arbitrary<Draft>;
  const absent = fc.constantFrom(...ABSENCES).map((absence): Draft => ({ absent: absence }));
  return fc.oneof({ weight: 6, arbitrary: stated }, { weight: 1, arbitrary: absent });
}

/** Bodies of a standard with every datatype, awkward texts, several languages, qualifiers and absences. */
export function bodiesOf(standard: RecordStandard, catalogue: Catalogue): fc.Arbitrary<RecordBody> {
  const fields = [...fieldMap(standard).values()];
  const lists = Object.fromEntries(
    fields.map((field) => {
      const maxLength = field.cardinality.endsWith('*') ? 3 : 1;
      const list = fc.array(qualified(VALUES[field.datatype](field, catalogue), field), {
        minLength: 1,
        maxLength,
      });
      return [field.id, list] as const;
    }),
  );
  return fc
    .record(lists, { requiredKeys: [] })
    .chain((drafts) => fc.boolean().map((plainIds) => body(standard, drafts, plainIds)));
}

function body(
  standard: RecordStandard,
  drafts: Record<string, Draft[] | undefined>,
  plainIds: boolean,
): RecordBody {
  const fields = Object.entries(drafts).map(([field, list]) => {
    return [
      field,
      (list ?? []).map((draft, i) => ({ id: plainIds ? `${field}-${i + 1}` : `${field}.${i}`, ...draft })),
    ] as const;
  });
  return normaliseBody({ standard: standardReference(standard), fields: Object.fromEntries(fields) });
}
