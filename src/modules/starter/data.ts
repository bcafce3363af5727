import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of a data file, by column; a column that is not there reads as undefined. */
export type Row = Readonly<Record<string, string>>;

/** A row of one of the lists that describe heritage, with its fixed key and the identifier minted for it. */
export type KeyedRow = Row & { readonly key: string; readonly pid: string };

export interface StarterData {
  release: string;
  specialMonuments: KeyedRow[];
  nationalMonuments: KeyedRow[];
  treasures: KeyedRow[];
  intangible: KeyedRow[];
  unesco: KeyedRow[];
  museums: KeyedRow[];
  festivals: KeyedRow[];
  holders: KeyedRow[];
  festivalRules: Row[];
  provinces: Row[];
  oldProvinces: Row[];
  provinceTypes: Row[];
  communes: Row[];
  formerProvinces: Row[];
  /** From `coordinates/`, which an operator may leave out: by the key of a row, or the code of a unit. */
  points: Map<string, Row>;
  provincePoints: Row[];
  communePoints: Row[];
  sameHeritage: Row[];
  related: Row[];
  supplements: Row[];
  festivalLinks: Row[];
  holderLinks: Row[];
}

const FOLDERS = ['facts', 'coordinates', 'keys', 'links'] as const;
const KEY_FILES = [
  'special-monument',
  'national-monument',
  'treasure',
  'national-ich',
  'unesco',
  'museum',
  'festival',
  'holder',
];
const POINT_FILES = [
  'special_national_monuments',
  'national_monuments_sample',
  'national_treasures',
  'museums',
  'unesco',
];

/**
 * The release of the data in a directory: its number and a digest of every file that is loaded. Data that was changed,
 * or coordinates that were left out or put back, make another release.
 */
export async function starterRelease(dataDir: string): Promise<string> {
  const { release } = JSON.parse(await readFile(join(dataDir, 'release.json'), 'utf8')) as {
    release: string;
  };
  const digest = createHash('sha256');
  for (const folder of FOLDERS) {
    for (const name of await csvFiles(join(dataDir, folder))) {
      digest.update(`${folder}/${name}\n`).update(await readFile(join(dataDir, folder, name)));
    }
  }
  return `${release}-${digest.digest('hex').slice(0, 8)}`;
}

async function csvFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(absent<string>);
  return names.filter((name) => name.endsWith('.csv')).sort();
}

/** Reads the whole starter dataset; files of coordinates that are not there count as empty. */
export async function readStarterData(dataDir: string): Promise<StarterData> {
  const read = (file: string) => readRows(join(dataDir, `${file}.csv`));
  const facts = (name: string) => read(`facts/${name}`);
  const coordinates = async (name: string) => await read(`coordinates/${name}`).catch(absent<Row>);
  const keys = (await Promise.all(KEY_FILES.map((name) => read(`keys/${name}`)))).flat();
  const pids = new Map(keys.map((row) => [row.key ?? '', row.pid ?? '']));
  const keyed = async (name: string) => (await facts(name)).map((row) => withPid(row, pids));
  const points = (await Promise.all(POINT_FILES.map(coordinates))).flat();
  return {
    release: await starterRelease(dataDir),
    specialMonuments: await keyed('special_national_monuments'),
    nationalMonuments: await keyed('national_monuments_sample'),
    treasures: await keyed('national_treasures'),
    intangible: await keyed('national_ich'),
    unesco: await keyed('unesco'),
    museums: await keyed('museums'),
    festivals: await keyed('festivals'),
    holders: await keyed('holders'),
    festivalRules: await facts('festival_rules'),
    provinces: await facts('provinces'),
    oldProvinces: await facts('province_mapping_63_to_34'),
    provinceTypes: await facts('province_types'),
    communes: await facts('communes'),
    formerProvinces: await facts('commune_former_provinces'),
    points: new Map(points.map((row) => [row.key ?? '', row])),
    provincePoints: await coordinates('provinces'),
    communePoints: await coordinates('communes'),
    sameHeritage: await read('links/same_heritage'),
    related: await read('links/related'),
    supplements: await read('links/supplements'),
    festivalLinks: await read('links/festivals'),
    holderLinks: await read('links/holders'),
  };
}

async function readRows(path: string): Promise<Row[]> {
  return parse(await readFile(path), { columns: true, bom: true });
}

function withPid(row: Row, pids: ReadonlyMap<string, string>): KeyedRow {
  const key = row.key ?? '';
  const pid = pids.get(key);
  if (pid === undefined) throw new Error(`No identifier is committed for the starter row ${key}`);
  return { ...row, key, pid };
}

function absent<T>(error: NodeJS.ErrnoException): T[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** The text of a cell; empty when the column or the text is not there. */
export const cell = (row: Row | undefined, column: string): string => row?.[column] ?? '';

/** Several values in one cell are joined by "; ". */
export const cells = (row: Row, column: string): string[] => cell(row, column).split('; ').filter(Boolean);
