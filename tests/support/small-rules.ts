import type { BodyRules, Issue, RecordKind, RelationType } from '#modules/registry/index.ts';
import { KINDS, type RecordBody, type Statement } from '#modules/standards/index.ts';

/** Field ids with the state from which they must be filled, or null. */
const FIELDS: Readonly<Record<string, { from: 'draft' | 'published' | null; personal?: true }>> = {
  name: { from: 'draft' },
  description: { from: 'published' },
  place: { from: null },
  inventoryNumber: { from: null },
  ownerContact: { from: null, personal: true },
  storage: { from: null },
};

const RELATIONS: Readonly<Record<string, RelationType>> = {
  partOf: { inverse: 'hasPart', storedAsInverse: false, from: KINDS, to: KINDS, hierarchical: true },
  hasPart: { inverse: 'partOf', storedAsInverse: true, from: KINDS, to: KINDS, hierarchical: false },
  housedIn: {
    inverse: 'holds',
    storedAsInverse: false,
    from: ['artefact', 'documentary'],
    to: ['museum'],
    hierarchical: false,
  },
  associatedWith: {
    inverse: 'associatedWith',
    storedAsInverse: false,
    from: KINDS,
    to: KINDS,
    hierarchical: false,
  },
};

const CODES: Readonly<Record<string, readonly string[]>> = {
  'designation-list': ['BAO_VAT_QUOC_GIA', 'QUOC_GIA_DAC_BIET', 'QUOC_GIA'],
  'decision-issuer': ['THU_TUONG', 'BO_TRUONG_BO_VHTTDL'],
};

const KNOWN_STANDARD = /^([a-z]+)@(1\.0|1\.1)$/;

/** A small but complete set of rules: what the registry needs of the standards, without their files. */
export const SMALL_RULES: BodyRules = {
  validate: (body, state) => {
    const { fields } = body as RecordBody;
    const unknown = Object.keys(fields).filter((field) => !Object.hasOwn(FIELDS, field));
    const missing = Object.entries(FIELDS).filter(([field, { from }]) => {
      const demanded = from === 'draft' || (from !== null && from === state);
      return demanded && !fields[field]?.some((statement) => statement.value !== undefined);
    });
    return [
      ...unknown.map((field) => problem(`/fields/${field}`, 'unknown-field')),
      ...missing.map(([field]) => problem(`/fields/${field}`, 'missing-mandatory')),
    ];
  },
  normalise: (body) => ({
    standard: body.standard,
    fields: Object.fromEntries(
      Object.entries(body.fields)
        .filter(([, list]) => list.length > 0)
        .map(([field, list]) => [field, list.map(normaliseStatement)]),
    ),
  }),
  standardOf: (kind) => `${kind}@1.0`,
  kindOf: (standard) => KINDS.find((kind) => kind === KNOWN_STANDARD.exec(standard)?.[1]),
  personalFields: () => ['ownerContact'],
  visibilityOf: (_standard, field) =>
    field === 'ownerContact' || field === 'storage' ? 'organisation' : 'public',
  identity: (body) => ({
    names: texts(body, 'name').map(({ value, lang, nameType }) => ({
      text: String(value),
      type: nameType ?? 'primary',
      ...(lang === undefined ? {} : { lang }),
    })),
    provinces: texts(body, 'place').map(({ value }) => String(value)),
    identifiers: texts(body, 'inventoryNumber').map(({ value }) => `inventory:${String(value)}`),
  }),
  relationType: (code) => RELATIONS[code],
  hasCode: (scheme, code) => CODES[scheme]?.includes(code) ?? false,
};

function normaliseStatement(statement: Statement): Statement {
  return typeof statement.value === 'string'
    ? { ...statement, value: statement.value.normalize('NFC') }
    : statement;
}

function texts(body: RecordBody, field: string): Statement[] {
  return (body.fields[field] ?? []).filter((statement) => statement.value !== undefined);
}

function problem(pointer: string, code: string): Issue {
  return { pointer, code, message: { vi: `${pointer}: ${code}`, en: `${pointer}: ${code}` } };
}

type Values = Partial<Record<keyof typeof FIELDS & string, string>>;

/** A body with one statement per field given, its id being the field's name and `-1`. */
export function aBody(kind: RecordKind, values: Values): RecordBody {
  const fields = Object.entries(values).map(([field, value]): [string, Statement[]] => [
    field,
    [{ id: `${field}-1`, value, ...(field === 'name' ? { lang: 'vi' } : {}) }],
  ]);
  return { standard: `${kind}@1.0`, fields: Object.fromEntries(fields) };
}
