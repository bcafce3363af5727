import { damaged, demand, Refused, type WorkbookLimits } from './refusal.ts';
import type { RandomAccess } from './source.ts';
import { readStyles, type Style } from './styles.ts';
import { type Attributes, eachElement } from './xml.ts';
import { expand, type ZipDirectory, type ZipEntry } from './zip.ts';

/** The package of a workbook, opened. */
export interface Package {
  source: RandomAccess;
  directory: ZipDirectory;
  limits: WorkbookLimits;
}

export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  styles: Style[];
  sharedStrings: ZipEntry | undefined;
  /** Days count from 1904, as in old Macintosh workbooks. */
  date1904: boolean;
}

type Relation = { type: string; target: string };

/** ECMA-376 part 1, §12.3 and §18.2: which part is the workbook, which are its sheets. */
export async function readParts(zip: Package): Promise<WorkbookParts> {
  const relations = await relationsOf(zip, '');
  const path = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target ?? '';
  const workbook = zip.directory.get(path);
  if (!workbook) throw new Refused({ kind: 'not-a-workbook' });
  const related = await relationsOf(zip, path);
  const partOf = (wanted: string): ZipEntry | undefined => {
    const target = [...related.values()].find(({ type }) => type === wanted)?.target;
    return target === undefined ? undefined : zip.directory.get(target);
  };
  const { listed, date1904 } = await readWorkbookPart(zip, workbook);
  demand('sheets', listed.length, zip);
  const sheets = listed.flatMap(({ name = '', state, ...attributes }) => {
    const relation = related.get(idOf(attributes));
    // Charts and dialogs are sheets too, and hold no cells.
    if (relation && relation.type !== 'worksheet') return [];
    const entry = relation && zip.directory.get(relation.target);
    if (!entry) throw damaged(`the sheet ${name} is missing`, { sheet: name });
    return [{ name, hidden: state === 'hidden' || state === 'veryHidden', entry }];
  });
  const styles = partOf('styles');
  return {
    sheets,
    styles: styles ? await readStyles(expand(zip.source, styles)) : [],
    sharedStrings: partOf('sharedStrings'),
    date1904,
  };
}

/** `r:id`, whatever prefix the program chose for the namespace of relationships. */
function idOf(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readWorkbookPart({ source }: Package, entry: ZipEntry) {
  const listed: Attributes[] = [];
  let date1904 = false;
  await eachElement(expand(source, entry), (name, attributes) => {
    if (name === 'sheet') listed.push(attributes);
    if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
  });
  return { listed, date1904 };
}

/** By id; types by their last word, which the two editions of the standard share. */
async function relationsOf({ source, directory }: Package, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = directory.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  await eachElement(expand(source, entry), (name, { Id = '', Type = '', Target = '' }) => {
    if (name !== 'Relationship') return;
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(Target, folder) });
  });
  return relations;
}

function resolved(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
