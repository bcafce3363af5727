import { type Catalogue, fieldMap } from '../catalogue.ts';
import { type Issue, issueAt } from '../issue.ts';
import type { Field, Kind } from '../schema.ts';
import type { FormBinding, OfficialForm } from './schema.ts';

/** What JSON Schema cannot say about a form: its kinds list it, its fields and codes exist, its tags are unique. */
export function formProblems(form: OfficialForm, catalogue: Catalogue): Issue[] {
  const lines = form.sections.flatMap((section, s) =>
    section.lines.map((line, l) => ({ ...line, at: `/sections/${s}/lines/${l}`, kinds: form.kinds })),
  );
  const tables = form.sections.flatMap(({ table }, s) =>
    table ? [{ ...table, at: `/sections/${s}/table` }] : [],
  );
  const columns = tables.flatMap((table) =>
    table.columns.map((column, c) => ({
      ...column,
      at: `${table.at}/columns/${c}`,
      kinds: ['artefact'] as const,
    })),
  );
  return [
    ...undeclared(form, catalogue),
    ...repeated([...lines, ...tables, ...columns]),
    ...[...lines, ...columns].flatMap(({ bindings, at, kinds }) =>
      bindings.flatMap((binding, b) =>
        bindingProblems(binding, { at: `${at}/bindings/${b}`, kinds, catalogue }),
      ),
    ),
  ];
}

/** A standard names the forms it answers; a form for a kind that does not know it would be found by nobody. */
function undeclared({ id, kinds }: OfficialForm, catalogue: Catalogue): Issue[] {
  return kinds.flatMap((kind, k) => {
    const names = catalogue.standard(kind)?.officialForms.map((one) => one.id) ?? [];
    return names.includes(id) ? [] : [issueAt(`/kinds/${k}`, 'broken-reference', { text: `${kind}: ${id}` })];
  });
}

function repeated(tags: readonly { id: string; at: string }[]): Issue[] {
  const seen = new Set<string>();
  return tags.flatMap(({ id, at }) => {
    const known = seen.has(id);
    seen.add(id);
    return known ? [issueAt(`${at}/id`, 'duplicate-definition', { text: id })] : [];
  });
}

interface BindingPlace {
  at: string;
  kinds: readonly Kind[];
  catalogue: Catalogue;
}

function bindingProblems(binding: FormBinding, { at, kinds, catalogue }: BindingPlace): Issue[] {
  if ('record' in binding) return [];
  return kinds.flatMap((kind) => {
    const standard = catalogue.standard(kind);
    const field = standard && fieldMap(standard).get(binding.field);
    if (!field) return [issueAt(`${at}/field`, 'broken-reference', { text: `${kind}.${binding.field}` })];
    return [
      ...codeProblems(binding.only, field, { at: `${at}/only`, catalogue }),
      ...codeProblems(binding.except, field, { at: `${at}/except`, catalogue }),
    ];
  });
}

function codeProblems(
  codes: readonly string[] | undefined,
  field: Field,
  { at, catalogue }: { at: string; catalogue: Catalogue },
): Issue[] {
  const list = catalogue.codeListByReference(listOf(field) ?? '') ?? catalogue.codeList(listOf(field) ?? '');
  const known = new Set(list?.codes.map(({ code }) => code));
  return (codes ?? []).flatMap((code, c) =>
    known.has(code) ? [] : [issueAt(`${at}/${c}`, 'broken-reference', { text: code })],
  );
}

/** The list whose codes tell the statements of a field apart. */
function listOf({ datatype, measure, roles, geometryRoles }: Field): string | undefined {
  switch (datatype) {
    case 'localizedText':
      return 'name-type';
    case 'identifier':
      return 'identifier-scheme';
    case 'measurement':
      return measure?.types;
    case 'agentRole':
      return roles;
    case 'geometry':
      return geometryRoles;
    default:
      return undefined;
  }
}
