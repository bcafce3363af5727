import { fieldStatements } from './body.ts';
import { type Catalogue, fieldMap, standardReference } from './catalogue.ts';
import { characterIssues, isClean } from './characters.ts';
import { fieldIssues } from './field-checks.ts';
import { isFlawless } from './flawless.ts';
import { type Issue, issueAt, pointerToken } from './issue.ts';
import { structureSchemaOf } from './json-schema.ts';
import type { Field, ObligationState, RecordStandard } from './schema.ts';
import type { RecordBody } from './statement.ts';
import { compileStructure } from './structure.ts';

/** A valid body may still carry warnings; an invalid one has at least one error. */
export type Validation = { kind: 'valid'; issues: Issue[] } | { kind: 'invalid'; issues: Issue[] };

const compiled = new WeakMap<RecordStandard, (data: unknown) => Issue[]>();

/**
 * Checks a body as it came in: structure, characters, obligations of the state, cardinality, codes, dates,
 * places and the rules of its standard. Everything found is reported at once, each with its pointer.
 */
export function validateBody(
  catalogue: Catalogue,
  body: unknown,
  { state, errorsOnly = false }: Strictness,
): Validation {
  const all = bodyIssues(catalogue, body, { state, errorsOnly });
  const issues = errorsOnly ? all.filter((issue) => issue.severity === 'error') : all;
  return { kind: issues.some((issue) => issue.severity === 'error') ? 'invalid' : 'valid', issues };
}

interface Strictness {
  state: ObligationState;
  /** Warnings are left out; whoever checks a hundred thousand bodies need not pay for words that nobody reads. */
  errorsOnly?: boolean;
}

function bodyIssues(catalogue: Catalogue, body: unknown, strictness: Required<Strictness>): Issue[] {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return [issueAt('', 'not-an-object')];
  const given = 'standard' in body ? body.standard : undefined;
  if (typeof given !== 'string') return [issueAt('/standard', 'missing-property', { property: 'standard' })];
  const standard = catalogue.standardByReference(given);
  if (!standard) return [issueAt('/standard', 'unknown-standard', { given })];

  if (strictness.errorsOnly && isFlawless(body, { standard, catalogue, state: strictness.state })) return [];
  const structure = checkOf(standard)(body).map((issue) => asFieldIssue(issue, standard));
  const broken = new Set(structure.map((issue) => issue.field));
  const characters = isClean(body, strictness.errorsOnly) ? [] : characterIssues(body, '');
  if (broken.has(undefined)) return [...structure, ...characters];
  const sound: RecordBody = body as RecordBody;
  const issues = [...structure, ...characters, ...repeatedIds(sound, broken)];
  for (const field of fieldMap(standard).values()) {
    if (broken.has(field.id) || !isDue(field, sound, strictness)) continue;
    issues.push(...fieldIssues({ field, standard, catalogue, body: sound, broken, state: strictness.state }));
  }
  return issues;
}

/** Most fields of most records are empty, and of nothing only an obligation can be unmet. */
function isDue(
  { id, obligation }: Field,
  body: RecordBody,
  { state, errorsOnly }: Required<Strictness>,
): boolean {
  if (fieldStatements(body, id).length > 0) return true;
  return errorsOnly ? obligation[state] === 'mandatory' : obligation[state] !== 'optional';
}

function checkOf(standard: RecordStandard): (data: unknown) => Issue[] {
  const known = compiled.get(standard);
  if (known) return known;
  const check = compileStructure(structureSchemaOf(standard));
  compiled.set(standard, check);
  return check;
}

/** Names the field of a structural issue, and says "unknown field" where the structure says "property". */
function asFieldIssue(issue: Issue, standard: RecordStandard): Issue {
  const [, top, token, ...rest] = issue.pointer.split('/');
  if (top !== 'fields' || token === undefined) return issue;
  const field = token.replaceAll('~1', '/').replaceAll('~0', '~');
  if (issue.code !== 'unknown-property' || rest.length > 0) return { ...issue, field };
  return {
    ...issueAt(issue.pointer, 'unknown-field', { field, standard: standardReference(standard) }),
    field,
  };
}

function repeatedIds(body: RecordBody, broken: ReadonlySet<string | undefined>): Issue[] {
  const seen = new Set<string>();
  return Object.entries(body.fields).flatMap(([field, list]) =>
    (broken.has(field) ? [] : list).flatMap(({ id }, i) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const pointer = `/fields/${pointerToken(field)}/${i}/id`;
      return [{ ...issueAt(pointer, 'duplicate-id', { id }), field, statement: id }];
    }),
  );
}
