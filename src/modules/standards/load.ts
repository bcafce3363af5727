import { type Catalogue, type ConceptSource, createCatalogue } from './catalogue.ts';
import { type DataFile, type FileIssue, inFile, readDataFolder, readOptionalFolder } from './data-files.ts';
import { formProblems } from './forms/integrity.ts';
import { type OfficialForm, OfficialFormSchema } from './forms/schema.ts';
import { codeListProblems, standardProblems } from './integrity.ts';
import { type Issue, issueAt } from './issue.ts';
import { type CodeList, CodeListSchema, KINDS, type RecordStandard, RecordStandardSchema } from './schema.ts';
import { compileStructure } from './structure.ts';

export type LoadedStandards =
  | { kind: 'loaded'; catalogue: Catalogue }
  | { kind: 'refused'; issues: FileIssue[] };

const checkStandard = compileStructure(RecordStandardSchema);
const checkCodeList = compileStructure(CodeListSchema);
const checkForm = compileStructure(OfficialFormSchema);

/**
 * Reads `records/<kind>/<version>.json`, `codelists/<scheme>/<version>.json` and, where there are any,
 * `forms/<id>.json` under `dir` and checks every file against the format and against the others. One broken file refuses the whole load: records
 * must never be validated against half a standard.
 */
export async function loadStandards(
  dir: string,
  options: { concepts?: ConceptSource } = {},
): Promise<LoadedStandards> {
  const issues: FileIssue[] = [];
  const standards = await readDataFolder<RecordStandard>({
    dir,
    folder: 'records',
    check: checkStandard,
    issues,
  });
  const lists = await readDataFolder<CodeList>({ dir, folder: 'codelists', check: checkCodeList, issues });
  const forms = await readOptionalFolder<OfficialForm>({ dir, folder: 'forms', check: checkForm, issues });
  if (issues.length > 0) return { kind: 'refused', issues };

  const catalogue = createCatalogue({
    standards: standards.map((s) => s.data).toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    codeLists: lists.map((l) => l.data),
    forms: forms.map((f) => f.data),
    concepts: options.concepts,
  });
  issues.push(
    ...standards.flatMap((s) => inFile(s.file, [...standardPath(s), ...standardProblems(s.data, catalogue)])),
    ...lists.flatMap((l) => inFile(l.file, [...listPath(l), ...codeListProblems(l.data, catalogue)])),
    ...forms.flatMap((f) => inFile(f.file, [...formPath(f), ...formProblems(f.data, catalogue)])),
    ...rivals(standards),
  );
  return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'loaded', catalogue };
}

function standardPath({ file, data }: DataFile<RecordStandard>): Issue[] {
  const expected = `records/${data.id}/${data.version}.json`;
  const matches = file === expected && data.id === data.kind;
  return matches ? [] : [issueAt('/id', 'wrong-place', { text: file })];
}

function listPath({ file, data }: DataFile<CodeList>): Issue[] {
  const expected = `codelists/${data.scheme}/${data.version}.json`;
  return file === expected ? [] : [issueAt('/scheme', 'wrong-place', { text: file })];
}

function formPath({ file, data }: DataFile<OfficialForm>): Issue[] {
  return file === `forms/${data.id}.json` ? [] : [issueAt('/id', 'wrong-place', { text: file })];
}

/** Two versions in force at once would leave a new record without a definite standard. */
function rivals(standards: DataFile<RecordStandard>[]): FileIssue[] {
  const inForce = standards.filter((s) => s.data.status === 'in-force');
  return [...Map.groupBy(inForce, (s) => s.data.kind).values()].flatMap((versions) =>
    versions
      .slice(1)
      .flatMap((s) =>
        inFile(s.file, [issueAt('/status', 'duplicate-definition', { text: `${s.data.kind} in-force` })]),
      ),
  );
}
