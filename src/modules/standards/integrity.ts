import type { Catalogue } from './catalogue.ts';
import { fieldMap } from './catalogue.ts';
import { type Issue, issueAt } from './issue.ts';
import {
  type CodeList,
  type Field,
  type LocalizedLabel,
  type MigrationStep,
  OBLIGATION_STATES,
  type RecordStandard,
  type Rule,
} from './schema.ts';

/** What JSON Schema cannot say about one record standard: references, order, uniqueness. */
export function standardProblems(standard: RecordStandard, catalogue: Catalogue): Issue[] {
  const seen = new Set<string>();
  const issues = standard.groups.flatMap((group, g) =>
    group.fields.flatMap((field, f) => {
      const at = `/groups/${g}/fields/${f}`;
      const repeated = seen.has(field.id);
      seen.add(field.id);
      return [
        ...(repeated ? [issueAt(`${at}/id`, 'duplicate-definition', { text: field.id })] : []),
        ...fieldProblems({ field, standard, catalogue, at }),
      ];
    }),
  );
  return [
    ...issues,
    ...duplicates(standard.groups, '/groups', 'id'),
    ...migrationProblems(standard, catalogue),
  ];
}

interface FieldPlace {
  field: Field;
  standard: RecordStandard;
  catalogue: Catalogue;
  at: string;
}

function fieldProblems(place: FieldPlace): Issue[] {
  return [...referenceProblems(place), ...declarationProblems(place), ...ruleProblems(place)];
}

function referenceProblems({ field, catalogue, at }: FieldPlace): Issue[] {
  const references: [string, string | undefined][] = [
    ['codeList', field.codeList],
    ['roles', field.roles],
    ['geometryRoles', field.geometryRoles],
    ['measure/types', field.measure?.types],
    ['measure/units', field.measure?.units],
  ];
  const issues = references.flatMap(([key, reference]) =>
    reference === undefined || catalogue.codeListByReference(reference)
      ? []
      : [issueAt(`${at}/${key}`, 'broken-reference', { text: reference })],
  );
  const { vocabulary } = field;
  if (vocabulary && catalogue.concepts && !catalogue.concepts.hasVocabulary(vocabulary)) {
    issues.push(issueAt(`${at}/vocabulary`, 'broken-reference', { text: vocabulary }));
  }
  return issues;
}

/** What a datatype cannot do without: a term its list, a measurement its types and units, and so on. */
const NEEDED: Partial<Record<Field['datatype'], { has: (field: Field) => boolean; text: LocalizedLabel }>> = {
  term: {
    has: (f) => (f.codeList === undefined) !== (f.vocabulary === undefined),
    text: {
      vi: 'Trường kiểu term cần đúng một nguồn mã: codeList hoặc vocabulary.',
      en: 'A term field needs exactly one source of codes: codeList or vocabulary.',
    },
  },
  agentRole: {
    has: (f) => f.roles !== undefined,
    text: { vi: 'Trường kiểu agentRole cần roles.', en: 'An agentRole field needs roles.' },
  },
  measurement: {
    has: (f) => f.measure !== undefined,
    text: { vi: 'Trường kiểu measurement cần measure.', en: 'A measurement field needs measure.' },
  },
  geometry: {
    has: (f) => f.geometryRoles !== undefined,
    text: { vi: 'Trường kiểu geometry cần geometryRoles.', en: 'A geometry field needs geometryRoles.' },
  },
  reference: {
    has: (f) => f.targets !== undefined,
    text: { vi: 'Trường kiểu reference cần targets.', en: 'A reference field needs targets.' },
  },
};

function declarationProblems({ field, at }: FieldPlace): Issue[] {
  const issues: Issue[] = [];
  const needed = NEEDED[field.datatype];
  if (needed && !needed.has(field)) {
    issues.push(issueAt(`${at}/datatype`, 'broken-declaration', { text: needed.text }));
  }
  const mandatory = OBLIGATION_STATES.map((stage) => field.obligation[stage] === 'mandatory');
  if (mandatory.some((is, i) => !is && mandatory[i - 1])) {
    const text = {
      vi: 'Thông tin đã bắt buộc thì phải giữ bắt buộc cho tới khi công bố.',
      en: 'What is mandatory at one stage stays mandatory until publication.',
    };
    issues.push(issueAt(`${at}/obligation`, 'broken-declaration', { text }));
  }
  return issues;
}

function ruleProblems({ field, standard, at }: FieldPlace): Issue[] {
  return (field.rules ?? []).flatMap((rule, r) => {
    const broken = brokenRule(rule, standard);
    return broken ? [issueAt(`${at}/rules/${r}`, 'broken-reference', { text: broken })] : [];
  });
}

function brokenRule(rule: Rule, standard: RecordStandard): string | undefined {
  if ('field' in rule) return fieldMap(standard).has(rule.field) ? undefined : rule.field;
  return rule.rule === 'pattern' && !compiles(rule.value) ? rule.value : undefined;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function migrationProblems(standard: RecordStandard, catalogue: Catalogue): Issue[] {
  return standard.migrations.flatMap((step, i) =>
    brokenStep(step, { standard, catalogue }).map((text) =>
      issueAt(`/migrations/${i}`, 'broken-reference', { text }),
    ),
  );
}

function brokenStep(
  step: MigrationStep,
  { standard, catalogue }: Pick<FieldPlace, 'standard' | 'catalogue'>,
): string[] {
  const missing = (ids: (string | undefined)[]) =>
    ids.filter((id) => id !== undefined).filter((id) => !fieldMap(standard).has(id));
  switch (step.op) {
    case 'rename':
      return missing([step.to]);
    case 'default':
      return missing([step.field]);
    case 'drop':
      return missing([step.keepIn]);
    case 'split':
      return compiles(step.pattern) ? missing(groupNames(step.pattern)) : [step.pattern];
    case 'mapTerm': {
      const list = catalogue.codeList(step.scheme, step.to);
      const mapped = list?.mapsFrom?.some((mapping) => mapping.version === step.from);
      return [
        ...missing([step.field]),
        ...(mapped ? [] : [`${step.scheme}@${step.to}/mapsFrom/${step.from}`]),
      ];
    }
  }
}

/** The names of the capturing groups of a pattern, in order. */
export function groupNames(pattern: string): string[] {
  return [...pattern.matchAll(/\(\?<([A-Za-z][A-Za-z0-9]*)>/g)].flatMap((match) => match[1] ?? []);
}

/** What JSON Schema cannot say about one code list: unique codes in both spellings, hierarchy, mappings. */
export function codeListProblems(list: CodeList, catalogue: Catalogue): Issue[] {
  const codes = new Set(list.codes.map((code) => code.code));
  const broader = list.codes.flatMap((code, i) =>
    code.broader === undefined || codes.has(code.broader)
      ? []
      : [issueAt(`/codes/${i}/broader`, 'broken-reference', { text: code.broader })],
  );
  const keyed = list.codes.map((code) => ({ key: codeKey(code.code) }));
  return [...duplicates(keyed, '/codes', 'key'), ...broader, ...mappingProblems(list, catalogue)];
}

function mappingProblems(list: CodeList, catalogue: Catalogue): Issue[] {
  const codes = new Set(list.codes.map((code) => code.code));
  return (list.mapsFrom ?? []).flatMap((mapping, m) => {
    const older = catalogue.codeList(list.scheme, mapping.version);
    if (!older) {
      const text = `${list.scheme}@${mapping.version}`;
      return [issueAt(`/mapsFrom/${m}/version`, 'broken-reference', { text })];
    }
    const olderCodes = new Set(older.codes.map((code) => code.code));
    return mapping.pairs.flatMap((pair, p) => {
      const at = `/mapsFrom/${m}/pairs/${p}`;
      const from = olderCodes.has(pair.from)
        ? []
        : [issueAt(`${at}/from`, 'broken-reference', { text: pair.from })];
      const to = pair.to.flatMap((code, t) =>
        codes.has(code) ? [] : [issueAt(`${at}/to/${t}`, 'broken-reference', { text: code })],
      );
      return [...from, ...to];
    });
  });
}

/** The spelling of a code in URLs: `LE_HOI_TRUYEN_THONG` becomes `le-hoi-truyen-thong`. */
export function codeKey(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

function duplicates<K extends string>(items: readonly Record<K, string>[], at: string, key: K): Issue[] {
  const seen = new Set<string>();
  return items.flatMap((item, i) => {
    const value = item[key];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [issueAt(`${at}/${i}`, 'duplicate-definition', { text: value })];
  });
}
