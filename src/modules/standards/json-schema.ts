import type { TSchema } from 'typebox';
import { type Catalogue, fieldMap, standardReference } from './catalogue.ts';
import type { Field, ObligationState, RecordStandard, Rule } from './schema.ts';
import { statementSchema } from './statement.ts';
import { registerShape, shapeTest } from './structure.ts';
import { DATATYPES, type Datatype, VALUE_SCHEMAS } from './values.ts';

interface SchemaObject {
  [keyword: string]: unknown;
}

export interface JsonSchemaOptions {
  /** Fields mandatory in this state become `required`. Default: draft. */
  state?: ObligationState;
  /** Absolute address of the schema, used as `$id`. */
  id?: string;
}

/**
 * The JSON Schema (2020-12) of a record body, complete for outside validators: code lists as `enum`, rules as
 * keywords, labels and definitions in Vietnamese with the English beside them under `x-label` and
 * `x-definition`. What JSON Schema cannot say (dates that exist, order between fields) only the server checks.
 */
export function jsonSchemaOf(
  standard: RecordStandard,
  catalogue: Catalogue,
  { state = 'draft', id }: JsonSchemaOptions = {},
): SchemaObject {
  const fields = [...fieldMap(standard).values()];
  const required = fields.filter((f) => f.obligation[state] === 'mandatory').map((f) => f.id);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(id === undefined ? {} : { $id: id }),
    title: standard.label.vi,
    description: standard.definition.vi,
    'x-label': standard.label,
    'x-definition': standard.definition,
    $defs: statementShapes(fields),
    ...envelope(
      standard,
      Object.fromEntries(fields.map((f) => [f.id, documentedField(f, catalogue)])),
      required,
    ),
  };
}

for (const datatype of DATATYPES)
  registerShape(shapeAddress(datatype), statementSchema(VALUE_SCHEMAS[datatype]));

function shapeAddress(datatype: Datatype): string {
  return `urn:disan:statement:${datatype}`;
}

const shapes = new Map<Datatype, (statement: unknown) => boolean>();

/** Whether the structure of a statement is sound, by the very shape that the structure of a body refers to. */
export function isShaped(datatype: Datatype, statement: unknown): boolean {
  const known = shapes.get(datatype) ?? shapeTest(shapeAddress(datatype));
  shapes.set(datatype, known);
  return known(statement);
}

/** The structure alone, without code lists and rules: those are checked by code with better messages. */
export function structureSchemaOf(standard: RecordStandard): SchemaObject {
  const fields = [...fieldMap(standard).values()];
  const properties = fields.map((f) => [f.id, { type: 'array', items: { $ref: shapeAddress(f.datatype) } }]);
  return envelope(standard, Object.fromEntries(properties), []);
}

function statementShapes(fields: readonly Field[]): SchemaObject {
  const used = DATATYPES.filter((datatype) => fields.some((field) => field.datatype === datatype));
  return Object.fromEntries(
    used.map((datatype) => [datatype, plain(statementSchema(VALUE_SCHEMAS[datatype]))]),
  );
}

function envelope(standard: RecordStandard, properties: SchemaObject, required: string[]): SchemaObject {
  return {
    type: 'object',
    required: ['standard', 'fields'],
    additionalProperties: false,
    properties: {
      standard: { type: 'string', const: standardReference(standard) },
      fields: { type: 'object', properties, required, additionalProperties: false },
    },
  };
}

function documentedField(field: Field, catalogue: Catalogue): SchemaObject {
  // Several languages of one text are still one value, so only other datatypes can be capped by count.
  const single = field.cardinality.endsWith('1') && field.datatype !== 'localizedText';
  const base = { $ref: `#/$defs/${field.datatype}` };
  const value = { ...ruleKeywords(field), ...listKeywords(field, catalogue) };
  const narrowed = Object.keys(value).length > 0;
  return {
    title: field.label.vi,
    description: field.definition.vi,
    'x-label': field.label,
    'x-definition': field.definition,
    ...(field.legalBasis === undefined ? {} : { 'x-legal-basis': field.legalBasis }),
    ...(field.example === undefined ? {} : { examples: [field.example] }),
    type: 'array',
    ...(field.cardinality.startsWith('1') ? { minItems: 1 } : {}),
    ...(single ? { maxItems: 1 } : {}),
    items: narrowed ? { allOf: [base, { properties: { value } }] } : base,
  };
}

function listKeywords(field: Field, catalogue: Catalogue): SchemaObject {
  if (field.datatype === 'term') {
    const codes = termCodes(field, catalogue);
    return codes ? { enum: codes } : {};
  }
  const listed: [string, string | undefined][] = [
    ['role', field.roles ?? field.geometryRoles],
    ['type', field.measure?.types],
    ['unit', field.measure?.units],
  ];
  const properties = listed.flatMap(([property, reference]) => {
    const codes = reference && catalogue.codeListByReference(reference)?.codes.map((code) => code.code);
    return codes ? [[property, { enum: codes }]] : [];
  });
  return properties.length === 0 ? {} : { properties: Object.fromEntries(properties) };
}

/** The codes a term field accepts; undefined when its vocabulary is not at hand. */
export function termCodes(field: Field, catalogue: Catalogue): readonly string[] | undefined {
  if (field.vocabulary !== undefined) return catalogue.concepts?.conceptIds(field.vocabulary);
  if (field.codeList === undefined) return undefined;
  return catalogue.codeListByReference(field.codeList)?.codes.map((code) => code.code);
}

function ruleKeywords(field: Field): SchemaObject {
  return Object.assign({}, ...(field.rules ?? []).map((rule) => keywordOf(rule, field)));
}

const TEXT_KEYWORDS: Rule['rule'][] = ['maxLength', 'minLength', 'pattern'];

function keywordOf(rule: Rule, { datatype }: Field): SchemaObject {
  if (rule.rule === 'range' && datatype === 'integer') {
    return {
      ...(rule.min === undefined ? {} : { minimum: Number(rule.min) }),
      ...(rule.max === undefined ? {} : { maximum: Number(rule.max) }),
    };
  }
  const textual = datatype === 'text' || datatype === 'localizedText';
  return textual && 'value' in rule && TEXT_KEYWORDS.includes(rule.rule) ? { [rule.rule]: rule.value } : {};
}

/** A copy without the builder's hidden keys, safe to change and to serialise. */
function plain(schema: TSchema | SchemaObject): SchemaObject {
  return JSON.parse(JSON.stringify(schema)) as SchemaObject;
}
