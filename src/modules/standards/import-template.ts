import { writeWorkbook } from '#formats/xlsx/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Lang, RecordStandard } from './schema.ts';
import { templateSheets } from './template-sheets.ts';

/** The XLSX import template of a standard: a data sheet with its rules, an explanation and the code lists. */
export async function importTemplate(
  standard: RecordStandard,
  catalogue: Catalogue,
  lang: Lang,
): Promise<Uint8Array> {
  return writeWorkbook({ sheets: templateSheets(standard, catalogue, lang) });
}
