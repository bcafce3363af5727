/** The formats of tables that are read. */
export type TableFormat = 'csv' | 'xlsx' | 'jsonl' | 'geojson';

/** Formats that people send and that are to be saved as XLSX first. */
export type OtherFormat =
  | 'xls'
  | 'dbf'
  | 'mdb'
  | 'accdb'
  | 'ods'
  | 'numbers'
  | 'xml-spreadsheet'
  | 'html'
  | 'pdf'
  | 'doc'
  | 'zip';

const READ: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  geojson: 'geojson',
};

const OTHERS: Readonly<Record<string, OtherFormat>> = {
  xls: 'xls',
  xlt: 'xls',
  dbf: 'dbf',
  mdb: 'mdb',
  accdb: 'accdb',
  ods: 'ods',
  numbers: 'numbers',
  htm: 'html',
  html: 'html',
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  zip: 'zip',
};

/** The format that a file's name stands for; undefined for one that is not read here. */
export function tableFormatOf(name: string): TableFormat | undefined {
  return named(name, READ);
}

/** The format that a file's name stands for, of those that are to be saved as XLSX first. */
export function otherFormatOf(name: string): OtherFormat | undefined {
  return named(name, OTHERS);
}

function named<T>(name: string, formats: Readonly<Record<string, T>>): T | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(formats, extension) ? formats[extension] : undefined;
}
