import { Ajv2020, type ErrorObject, type Options } from 'ajv/dist/2020.js';
import type { FastifySchemaCompiler } from 'fastify';
import type { Issue } from './refusal.ts';
import { describeSchemaError } from './schema-errors.ts';

const shared: Options = {
  allErrors: true,
  removeAdditional: false,
  useDefaults: true,
  strict: true,
  allowUnionTypes: true,
};
const bodies = withWords(new Ajv2020(shared));
// Query strings and path parameters carry text only, so their numbers and booleans are read from text.
const texts = withWords(new Ajv2020({ ...shared, coerceTypes: 'array' }));

/** Vietnamese descriptions say nothing to a validator. */
function withWords(ajv: Ajv2020): Ajv2020 {
  ajv.addKeyword('x-vi');
  return ajv;
}

/** JSON Schema 2020-12 validation of a route's parts; every violation is kept. */
export const compileValidator: FastifySchemaCompiler<unknown> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? bodies : texts).compile(schema as object);

/** The issues of a failed validation, each with the RFC 6901 pointer of its place in the request part. */
export function schemaIssues(errors: ErrorObject[], part: string): Issue[] {
  const prefix = part === 'body' ? '' : `/${part === 'querystring' ? 'query' : part}`;
  return errors.map((error) => {
    const { pointer, code, message } = describeSchemaError(error);
    return { pointer: prefix + pointer, code, message };
  });
}
