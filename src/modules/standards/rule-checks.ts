import { codePointLength } from '#formats/vietnamese/index.ts';
import { fieldStatements } from './body.ts';
import { fieldMap } from './catalogue.ts';
import { type Issue, issueAt } from './issue.ts';
import type { Field, RecordStandard, Rule } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';
import { comparableOf, dayRange, textOf } from './value-text.ts';

export interface RuleContext {
  field: Field;
  standard: RecordStandard;
  body: RecordBody;
  list: readonly Statement[];
  at: string;
  /** Fields whose structure is broken: rules that look at them wait until they are mended. */
  broken: ReadonlySet<string | undefined>;
}

/** The declared rules of a field, each checked on every statement or across fields. */
export function fieldRuleIssues(context: RuleContext): Issue[] {
  return (context.field.rules ?? []).flatMap((rule) => ruleIssues(rule, context));
}

function ruleIssues(rule: Rule, context: RuleContext): Issue[] {
  switch (rule.rule) {
    case 'unique':
      return repeatedValues(context);
    case 'requires':
      return requiresIssues(rule.field, context);
    case 'notBefore':
      return context.broken.has(rule.field) ? [] : orderIssues(rule.field, context);
    default:
      return context.list.flatMap(({ id, value }, i) =>
        value === undefined
          ? []
          : valueRuleIssues(rule, { value, field: context.field, at: `${context.at}/${i}/value` }).map(
              (issue) => ({
                ...issue,
                statement: id,
              }),
            ),
      );
  }
}

type ValueRule = Extract<Rule, { rule: 'maxLength' | 'minLength' | 'pattern' | 'range' }>;

function valueRuleIssues(
  rule: ValueRule,
  { value, field, at }: { value: unknown; field: Field; at: string },
): Issue[] {
  const text = textOf(value);
  const { label, example } = field;
  switch (rule.rule) {
    case 'maxLength':
      return codePointLength(text) > rule.value ? [issueAt(at, 'too-long', { limit: rule.value })] : [];
    case 'minLength':
      return codePointLength(text) < rule.value ? [issueAt(at, 'too-short', { limit: rule.value })] : [];
    case 'pattern':
      return patternOf(rule.value).test(text)
        ? []
        : [issueAt(at, 'wrong-pattern', { label, message: rule.message, example })];
    case 'range':
      return inRange(rule, { field, value })
        ? []
        : [issueAt(at, 'out-of-range', { min: rule.min, max: rule.max })];
  }
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

function inRange(
  rule: Extract<Rule, { rule: 'range' }>,
  { field, value }: { field: Field; value: unknown },
): boolean {
  const compared = comparableOf(field.datatype, value);
  if (!compared) return true;
  const min = rule.min === undefined ? undefined : comparableOf(field.datatype, rule.min)?.low;
  const max = rule.max === undefined ? undefined : comparableOf(field.datatype, rule.max)?.high;
  return (min === undefined || compared.low >= min) && (max === undefined || compared.high <= max);
}

function repeatedValues({ list, at, field }: RuleContext): Issue[] {
  const seen = new Set<string>();
  return list.flatMap((statement, i) => {
    const key = JSON.stringify([statement.value, statement.lang, statement.script]);
    if (statement.value === undefined || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { ...issueAt(`${at}/${i}/value`, 'duplicate-value', { label: field.label }), statement: statement.id },
    ];
  });
}

function requiresIssues(otherId: string, { list, body, field, standard }: RuleContext): Issue[] {
  const given = list.some((statement) => statement.value !== undefined);
  const other = fieldMap(standard).get(otherId);
  if (!given || !other || fieldStatements(body, otherId).length > 0) return [];
  return [issueAt(`/fields/${otherId}`, 'requires-other', { label: field.label, other: other.label })];
}

function orderIssues(otherId: string, { list, body, field, standard, at }: RuleContext): Issue[] {
  const other = fieldMap(standard).get(otherId);
  const starts = fieldStatements(body, otherId).flatMap((s) => dayRange(s.value)?.low ?? []);
  if (!other || starts.length === 0) return [];
  const start = Math.min(...starts);
  return list.flatMap((statement, i) => {
    const end = dayRange(statement.value)?.high;
    if (end === undefined || end >= start) return [];
    const issue = issueAt(`${at}/${i}/value`, 'before-other', { label: field.label, other: other.label });
    return [{ ...issue, statement: statement.id }];
  });
}
