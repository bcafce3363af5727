import { stringify } from 'csv-stringify/sync';
import type { Catalogue } from './catalogue.ts';
import { importTemplate } from './import-template.ts';
import { type JsonSchemaOptions, jsonSchemaOf } from './json-schema.ts';
import type { CodeList, Lang, RecordStandard } from './schema.ts';
import { codeListTable, mappingTable, standardTable, type Table } from './tables.ts';

/** A file ready to be sent. */
export interface Download {
  filename: string;
  mediaType: string;
  bytes: Uint8Array;
}

export function jsonSchemaDownload(
  standard: RecordStandard,
  catalogue: Catalogue,
  options: JsonSchemaOptions = {},
): Download {
  const schema = jsonSchemaOf(standard, catalogue, options);
  return jsonFile(`${basename(standard)}.schema.json`, 'application/schema+json', schema);
}

/** The standard itself, as it is declared. */
export function standardDownload(standard: RecordStandard): Download {
  return jsonFile(`${basename(standard)}.json`, 'application/json', standard);
}

export function standardCsvDownload(standard: RecordStandard, lang: Lang): Download {
  return csvFile(`${basename(standard)}.${lang}.csv`, standardTable(standard, lang));
}

export function mappingCsvDownload(standard: RecordStandard, lang: Lang): Download {
  return csvFile(`${basename(standard)}.mappings.${lang}.csv`, mappingTable(standard, lang));
}

export function codeListCsvDownload(list: CodeList, lang: Lang): Download {
  return csvFile(`${list.scheme}-${list.version}.${lang}.csv`, codeListTable(list, lang));
}

export function codeListDownload(list: CodeList): Download {
  return jsonFile(`${list.scheme}-${list.version}.json`, 'application/json', list);
}

export async function importTemplateDownload(
  standard: RecordStandard,
  catalogue: Catalogue,
  lang: Lang,
): Promise<Download> {
  return {
    filename: `${basename(standard)}.import.${lang}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await importTemplate(standard, catalogue, lang),
  };
}

function basename(standard: RecordStandard): string {
  return `${standard.kind}-${standard.version}`;
}

function jsonFile(filename: string, mediaType: string, content: object): Download {
  return { filename, mediaType, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`) };
}

/** With a byte order mark: without it Excel reads Vietnamese as Windows-1252. */
function csvFile(filename: string, { columns, rows }: Table): Download {
  const text = stringify([columns.map((column) => column.header), ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return { filename, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(text) };
}
