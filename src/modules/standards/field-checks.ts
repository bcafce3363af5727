import { fieldStatements } from './body.ts';
import type { Catalogue } from './catalogue.ts';
import { asWarning, type Issue, issueAt, pointerToken } from './issue.ts';
import { fieldRuleIssues } from './rule-checks.ts';
import type { Field, ObligationState, RecordStandard } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';
import { sharedCodeIssues, valueIssues } from './value-checks.ts';

export interface FieldContext {
  field: Field;
  standard: RecordStandard;
  catalogue: Catalogue;
  body: RecordBody;
  state: ObligationState;
  broken: ReadonlySet<string | undefined>;
}

/** What is wrong with one field of a body whose structure is sound there. */
export function fieldIssues(context: FieldContext): Issue[] {
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
