import type { OfficialForm } from './forms/schema.ts';
import type { Code, CodeList, Field, Kind, Lang, RecordStandard } from './schema.ts';
import { compareVersions, splitReference } from './version.ts';

/** Where terms of SKOS vocabularies come from; the vocabularies module fits this shape. */
export interface ConceptSource {
  hasVocabulary(vocabulary: string): boolean;
  label(vocabulary: string, id: string, lang: Lang): string | undefined;
  conceptIds(vocabulary: string): readonly string[];
}

/** All record standards and code lists, every version, as loaded from one directory. */
export interface Catalogue {
  /** The version in force, or the version asked for. */
  standard(kind: string, version?: string): RecordStandard | undefined;
  /** The standard a body names in `kind@version` form. */
  standardByReference(reference: string): RecordStandard | undefined;
  /** The standards in force, in the order of the kinds. */
  inForce(): readonly RecordStandard[];
  /** Every version of a kind, oldest first. */
  versions(kind: string): readonly RecordStandard[];
  field(kind: Kind, id: string): Field | undefined;
  /** The list of that version, or its newest version. */
  codeList(scheme: string, version?: string): CodeList | undefined;
  codeListByReference(reference: string): CodeList | undefined;
  /** Every version of every list, by scheme, oldest first. */
  codeLists(): readonly CodeList[];
  code(scheme: string, code: string): Code | undefined;
  /** The label of a code; codes of superseded lists keep their label. Unknown codes answer with themselves. */
  label(scheme: string, code: string, lang: Lang): string;
  form(id: string): OfficialForm | undefined;
  /** The forms that records of a kind fill, in the order its standard names them. */
  forms(kind: string): readonly OfficialForm[];
  concepts: ConceptSource | undefined;
}

export interface CatalogueContent {
  standards: readonly RecordStandard[];
  codeLists: readonly CodeList[];
  forms?: readonly OfficialForm[];
  concepts?: ConceptSource | undefined;
}

export function createCatalogue({ standards, codeLists, forms = [], concepts }: CatalogueContent): Catalogue {
  const byKind = versionsBy(standards, (standard) => standard.kind);
  const byScheme = versionsBy(codeLists, (list) => list.scheme);

  const standard = (kind: string, version?: string) =>
    byKind.get(kind)?.find((s) => (version === undefined ? s.status === 'in-force' : s.version === version));
  const codeList = (scheme: string, version?: string) =>
    version === undefined
      ? byScheme.get(scheme)?.at(-1)
      : byScheme.get(scheme)?.find((list) => list.version === version);
  const code = (scheme: string, id: string) =>
    byScheme
      .get(scheme)
      ?.toReversed()
      .flatMap((list) => list.codes)
      .find((candidate) => candidate.code === id);
  const form = (id: string) => forms.find((candidate) => candidate.id === id);

  return {
    standard,
    standardByReference: (reference) => {
      const { name, version } = splitReference(reference);
      return standard(name, version);
    },
    inForce: () => standards.filter((s) => s.status === 'in-force'),
    versions: (kind) => byKind.get(kind) ?? [],
    field: (kind, id) => fieldById(standard(kind), id),
    codeList,
    codeListByReference: (reference) => {
      const { name, version } = splitReference(reference);
      return codeList(name, version);
    },
    codeLists: () => [...byScheme.values()].flat(),
    code,
    label: (scheme, id, lang) => code(scheme, id)?.label[lang] ?? id,
    form,
    forms: (kind) => (standard(kind)?.officialForms ?? []).flatMap(({ id }) => form(id) ?? []),
    concepts,
  };
}

function versionsBy<T extends { version: string }>(items: readonly T[], key: (item: T) => string) {
  const sorted = items.toSorted((a, b) => compareVersions(a.version, b.version));
  return Map.groupBy(sorted, key);
}

const fieldsOf = new WeakMap<RecordStandard, Map<string, Field>>();

/** The fields of a standard by id, in the order of the groups. */
export function fieldMap(standard: RecordStandard): ReadonlyMap<string, Field> {
  const known = fieldsOf.get(standard);
  if (known) return known;
  const fields = new Map(standard.groups.flatMap((group) => group.fields).map((field) => [field.id, field]));
  fieldsOf.set(standard, fields);
  return fields;
}

function fieldById(standard: RecordStandard | undefined, id: string): Field | undefined {
  return standard && fieldMap(standard).get(id);
}

/** `kind@version`, as bodies name their standard. */
export function standardReference(standard: RecordStandard): string {
  return `${standard.kind}@${standard.version}`;
}
