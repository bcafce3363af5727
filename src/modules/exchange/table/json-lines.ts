import { parseStrictJson } from '#formats/jcs/index.ts';
import type { RandomAccess } from '#formats/xlsx/index.ts';
import { KEY_COLUMN, RECORD_COLUMN } from '../sheet/columns.ts';
import { flatObject, type JsonObject } from './flat-object.ts';
import type { TableEvent, TableHeader, TableOptions, TableRefusal } from './table-event.ts';
import { isObject, type Numbered, numberedLines } from './text-lines.ts';

/** Different keys of a file; a table wider than this is a file of something else. */
const WIDEST = 2_000;

/** What becomes of an object of the file: a row of named cells. */
type Flatten = (object: JsonObject) => Record<string, string>;

/** JSON Lines: one object a line. Those of our own export are records as a whole, others become named cells. */
export async function* readJsonLines(
  source: RandomAccess,
  options: TableOptions,
): AsyncGenerator<TableEvent> {
  yield* readObjects(() => linesOfJson(source), options);
}

export type ObjectSource = () => AsyncIterable<Numbered<string>>;

/** Reads twice: the columns of the first reading are those of all objects. */
export async function* readObjects(
  lines: ObjectSource,
  { keys = [] }: TableOptions,
  flatten: Flatten = flatObject,
): AsyncGenerator<TableEvent> {
  const scanned = await scan(lines, flatten);
  if (scanned.kind !== 'columns') return yield scanned;
  const { own, columns } = scanned;
  const header = own ? [KEY_COLUMN, ...keys.filter((key) => key !== KEY_COLUMN), RECORD_COLUMN] : columns;
  yield { ...UNICODE, header, ...(own ? { whole: true } : {}) };
  for await (const { line, text } of lines()) {
    const object = JSON.parse(text) as JsonObject;
    const row = own ? recordRow(object) : flatten(object);
    if (!row) return yield { kind: 'not-an-object', line };
    yield {
      kind: 'row',
      line,
      cells: header.map((name) => (Object.hasOwn(row, name) ? (row[name] ?? '') : '')),
    };
  }
}

/** The columns that the objects have, or that they are records of our own export. */
async function scan(
  lines: ObjectSource,
  flatten: Flatten,
): Promise<TableRefusal | { kind: 'columns'; own: boolean; columns: string[] }> {
  const columns = new Set<string>();
  let own: boolean | undefined;
  for await (const { line, text } of lines()) {
    const json = parseStrictJson(text);
    if (json.kind !== 'json') return { kind: 'not-json', line, column: json.column, reason: json.kind };
    if (!isObject(json.value)) return { kind: 'not-an-object', line };
    own ??= isOwnRecord(json.value);
    for (const key of own ? [] : Object.keys(flatten(json.value))) columns.add(key);
    if (columns.size > WIDEST) return { kind: 'json-too-wide', line, limit: WIDEST };
  }
  return own === undefined ? { kind: 'empty' } : { kind: 'columns', own, columns: [...columns] };
}

const UNICODE: Omit<TableHeader, 'header'> = {
  kind: 'header',
  delimiter: '',
  encoding: 'UTF-8',
  confidence: 1,
};

async function* linesOfJson(source: RandomAccess): AsyncGenerator<Numbered<string>> {
  for await (const numbered of numberedLines(source)) if (numbered.text.trim() !== '') yield numbered;
}

function isOwnRecord({ pid, version, standard, fields }: JsonObject): boolean {
  return (
    typeof pid === 'string' && typeof version === 'number' && typeof standard === 'string' && isObject(fields)
  );
}

function recordRow(object: JsonObject): Record<string, string> | undefined {
  if (!isOwnRecord(object)) return undefined;
  const { pid, version, standard, fields } = object;
  return { [KEY_COLUMN]: String(pid), [RECORD_COLUMN]: JSON.stringify({ version, standard, rest: fields }) };
}
