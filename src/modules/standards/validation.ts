import { toNfcLatin } from '#formats/vietnamese/index.ts';
import { fieldStatements } from './body.ts';
import { type Catalogue, fieldMap, standardReference } from './catalogue.ts';
import { asWarning, type Issue, issueAt, pointerToken } from './issue.ts';
import { structureSchemaOf } from './json-schema.ts';
import { fieldRuleIssues } from './rule-checks.ts';
import type { Field, ObligationState, RecordStandard } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';
import { compileStructure } from './structure.ts';
import { sharedCodeIssues, valueIssues } from './value-checks.ts';

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

interface FieldContext {
  field: Field;
  standard: RecordStandard;
  catalogue: Catalogue;
  body: RecordBody;
  state: ObligationState;
  broken: ReadonlySet<string | undefined>;
}

function fieldIssues(context: FieldContext): Issue[] {
  const { field, body, catalogue, standard } = context;
  const list = fieldStatements(body, field.id);
  const at = `/fields/${pointerToken(field.id)}`;
  const inside = list.flatMap((statement, i) =>
    statementIssues({ field, statement, at: `${at}/${i}`, catalogue, standard }).map((issue) => ({
      ...issue,
      statement: statement.id,
    })),
  );
  return [
    ...obligationIssues(context, list, at),
    ...cardinalityIssues(field, list, at),
    ...inside,
    ...fieldRuleIssues({ ...context, list, at }),
  ].map((issue) => ({ ...issue, field: field.id }));
}

/** `not-entered` says that nobody has looked yet: it satisfies a draft only. */
function answers(statement: Statement, state: ObligationState): boolean {
  return statement.value !== undefined || state === 'draft' || statement.absent !== 'not-entered';
}

const STAGE = {
  draft: { vi: 'khi lập hồ sơ', en: 'when a record is created' },
  submitted: { vi: 'khi gửi duyệt', en: 'when a record is submitted' },
  published: { vi: 'khi công bố', en: 'when a record is published' },
};

function obligationIssues({ field, state }: FieldContext, list: Statement[], at: string): Issue[] {
  const obligation = field.obligation[state];
  if (obligation === 'optional' || list.some((statement) => answers(statement, state))) return [];
  const { label } = field;
  return obligation === 'mandatory'
    ? [issueAt(at, 'missing-mandatory', { label, stage: STAGE[state] })]
    : [asWarning(issueAt(at, 'missing-recommended', { label }))];
}

function cardinalityIssues(field: Field, list: Statement[], at: string): Issue[] {
  const valued = list.filter((statement) => statement.value !== undefined);
  const issues: Issue[] = [];
  if (valued.length > 0 && list.some((s) => s.absent === 'none' || s.absent === 'unknown')) {
    issues.push(asWarning(issueAt(at, 'contradictory-absence', { label: field.label })));
  }
  if (field.cardinality.endsWith('*')) return issues;
  // One value may be written in several languages and scripts: it is still one value.
  const perLanguage = Map.groupBy(valued, (s) =>
    field.datatype === 'localizedText' ? `${s.lang} ${s.script}` : 'any',
  );
  const most = Math.max(0, ...[...perLanguage.values()].map((group) => group.length));
  return most > 1 ? [...issues, issueAt(at, 'too-many', { limit: 1 })] : issues;
}

interface StatementContext {
  field: Field;
  statement: Statement;
  at: string;
  catalogue: Catalogue;
  standard: RecordStandard;
}

function statementIssues({ field, statement, at, catalogue, standard }: StatementContext): Issue[] {
  if (statement.value === undefined) return [];
  const nameType = sharedCodeIssues('name-type', statement.nameType, {
    field,
    catalogue,
    at: `${at}/nameType`,
  });
  const language =
    field.datatype === 'localizedText' && statement.lang === undefined
      ? [issueAt(`${at}/lang`, 'missing-language', { label: field.label })]
      : [];
  const value = valueIssues({
    field,
    value: statement.value,
    at: `${at}/value`,
    catalogue,
    kind: standard.kind,
  });
  return [...nameType, ...language, ...value];
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

// PostgreSQL's jsonb takes neither U+0000 nor lone surrogates; other controls would break XML exports.
const UNSTORABLE = /[\p{Cc}--[\t\n\r]]|[\uFFFE\uFFFF]/v;

/** Whether there is nothing to report; `errorsOnly`: no error. */
function isClean(value: unknown, errorsOnly: boolean): boolean {
  if (typeof value === 'string')
    return !UNSTORABLE.test(value) && value.isWellFormed() && (errorsOnly || toNfcLatin(value) === value);
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every((item) => isClean(item, errorsOnly));
}

function characterIssues(value: unknown, at: string): Issue[] {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value) || !value.isWellFormed()) return [issueAt(at, 'control-character')];
    return toNfcLatin(value) === value ? [] : [asWarning(issueAt(at, 'not-nfc'))];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => characterIssues(item, `${at}/${pointerToken(key)}`));
}
