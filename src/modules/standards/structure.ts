import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Issue, issueAt, pointerToken } from './issue.ts';
import type { LocalizedLabel } from './schema.ts';

/** A hostile body can break a rule a million times; the first few hundred places are enough to mend it. */
const MOST_ISSUES = 500;

/** `inlineRefs: false`: a standard refers to each shape from dozens of fields; inlined, it took two seconds to compile. */
const ajv = new Ajv2020({
  allErrors: true,
  discriminator: true,
  strict: false,
  validateFormats: false,
  inlineRefs: false,
});

/** Compiles a JSON Schema 2020-12 into a function that lists what is wrong, in both languages. */
export function compileStructure(schema: object): (data: unknown) => Issue[] {
  const validate: ValidateFunction = ajv.compile(schema);
  return (data) => (validate(data) ? [] : structureIssues(validate.errors ?? []));
}

/** A test of values against a schema that was made known, compiled when first asked for. */
export function shapeTest(address: string): (data: unknown) => boolean {
  const validate = ajv.getSchema(address);
  if (!validate) throw new Error(`no shape is known as ${address}`);
  return (data) => validate(data) === true;
}

/** Makes a schema known under an address, so that other schemas refer to it and it is compiled once. */
export function registerShape(address: string, schema: object): void {
  ajv.addSchema(schema, address);
}

function structureIssues(all: ErrorObject[]): Issue[] {
  // Four errors per issue leave room for the branches below and keep the comparison of all with all small.
  const errors = all.slice(0, 4 * MOST_ISSUES);
  const branches = errors.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf');
  return errors
    .filter((error) => !branches.some((branch) => isInside(error, branch)))
    .slice(0, MOST_ISSUES)
    .map(structureIssue);
}

/** The failures of each single alternative would only repeat the failure of the choice. */
function isInside(error: ErrorObject, branch: ErrorObject): boolean {
  return (
    error !== branch &&
    error.schemaPath.startsWith(`${branch.schemaPath}/`) &&
    error.instancePath.startsWith(branch.instancePath)
  );
}

type Explain = (error: ErrorObject) => Issue;

const EXPLAIN: Record<string, Explain> = {
  required: (e) => {
    const property = String(e.params.missingProperty);
    return issueAt(child(e, property), 'missing-property', { property });
  },
  additionalProperties: (e) => {
    const property = String(e.params.additionalProperty);
    return issueAt(child(e, property), 'unknown-property', { property });
  },
  type: (e) => issueAt(e.instancePath, 'wrong-type', { expected: typeName(e.params.type) }),
  enum: (e) => issueAt(e.instancePath, 'not-allowed', { allowed: e.params.allowedValues }),
  const: (e) => issueAt(e.instancePath, 'not-allowed', { allowed: [e.params.allowedValue] }),
  discriminator: (e) => issueAt(child(e, String(e.params.tag)), 'wrong-alternative'),
  pattern: (e) => issueAt(e.instancePath, 'wrong-form', { hint: formHint(e) }),
  minLength: (e) => shortIssue(e),
  maxLength: (e) => issueAt(e.instancePath, 'too-long', { limit: e.params.limit }),
  minItems: (e) => issueAt(e.instancePath, 'too-few', { limit: e.params.limit }),
  maxItems: (e) => issueAt(e.instancePath, 'too-many', { limit: e.params.limit }),
  minProperties: (e) => issueAt(e.instancePath, 'empty'),
  minimum: (e) => issueAt(e.instancePath, 'out-of-range', { min: String(e.params.limit), max: undefined }),
  maximum: (e) => issueAt(e.instancePath, 'out-of-range', { min: undefined, max: String(e.params.limit) }),
  oneOf: (e) => issueAt(e.instancePath, 'value-or-absence'),
};

function structureIssue(error: ErrorObject): Issue {
  const explain = EXPLAIN[error.keyword];
  return explain ? explain(error) : issueAt(error.instancePath, 'wrong-alternative');
}

function child(error: ErrorObject, property: string): string {
  return `${error.instancePath}/${pointerToken(property)}`;
}

function shortIssue(error: ErrorObject): Issue {
  const limit = Number(error.params.limit);
  return limit === 1
    ? issueAt(error.instancePath, 'empty')
    : issueAt(error.instancePath, 'too-short', { limit });
}

const TYPE_NAMES: Record<string, LocalizedLabel> = {
  string: { vi: 'chuỗi ký tự', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  integer: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'đối tượng JSON', en: 'a JSON object' },
  null: { vi: 'null', en: 'null' },
};

function typeName(type: unknown): LocalizedLabel {
  return TYPE_NAMES[String(type)] ?? { vi: String(type), en: String(type) };
}

const NUMBER_FORM = {
  vi: 'số viết thành chuỗi với dấu chấm thập phân, ví dụ "63.5"',
  en: 'a number as text with a decimal point, e.g. "63.5"',
};

const FORM_HINTS: Record<string, LocalizedLabel> = {
  lang: { vi: 'mã ngôn ngữ BCP 47, ví dụ vi, en, cjm', en: 'a BCP 47 language code, e.g. vi, en, cjm' },
  script: {
    vi: 'mã chữ viết ISO 15924, ví dụ Latn, Hani, Cham',
    en: 'an ISO 15924 script code, e.g. Latn, Hani, Cham',
  },
  id: { vi: 'chữ không dấu, số và dấu gạch', en: 'unaccented letters, digits and hyphens' },
  crs: { vi: 'mã hệ tọa độ, ví dụ EPSG:4326', en: 'a coordinate system code, e.g. EPSG:4326' },
  start: { vi: 'tháng-ngày, ví dụ 03-10', en: 'month-day, e.g. 03-10' },
  end: { vi: 'tháng-ngày, ví dụ 03-10', en: 'month-day, e.g. 03-10' },
  sha256: { vi: '64 chữ số thập lục phân viết thường', en: '64 lower-case hexadecimal digits' },
  e: NUMBER_FORM,
  n: NUMBER_FORM,
};

function formHint(error: ErrorObject): LocalizedLabel {
  const property = error.instancePath.split('/').at(-1) ?? '';
  const pattern = String(error.params.pattern);
  if (pattern.startsWith('^https?')) {
    return { vi: 'địa chỉ web bắt đầu bằng https://', en: 'a web address that starts with https://' };
  }
  if (property === 'value') return NUMBER_FORM;
  return FORM_HINTS[property] ?? { vi: `mẫu ${pattern}`, en: `pattern ${pattern}` };
}
