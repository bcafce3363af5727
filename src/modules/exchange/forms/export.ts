import type { OfficialForm } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { ExchangeContext } from '../context.ts';
import { recordsIn } from '../export/records.ts';
import type { FormFiles } from './files.ts';
import { type FormFormat, type FormOutcome, type FormParts, fillForm, fillList } from './fill.ts';
import { listsArtefacts, MAX_ROWS } from './subject.ts';

export interface FormExport {
  filter: Parameters<typeof recordsIn>[1];
  form: OfficialForm;
  lang: Lang;
  format: FormFormat;
  files: FormFiles;
  now: Date;
}

/** What became of one record, or of the list of all. */
export interface ExportedForm {
  /** The record's identifier; empty for a list. */
  pid: string;
  outcome: FormOutcome;
}

/**
 * Forms for staff, everything recorded in them: one for each record of the query, or, where the form has a row for each
 * artefact and the query asks for artefacts, one with all of them.
 */
export async function* exportForms(ctx: ExchangeContext, request: FormExport): AsyncGenerator<ExportedForm> {
  const { registry, catalogue, vocabularies } = ctx;
  const { filter, form, lang, format, files, now } = request;
  const parts: FormParts = { source: registry, catalogue, vocabularies, files };
  const wanted = { form, lang, format, reader: { actorId: registry.actorId, staff: true } };
  if (filter.kind === 'artefact' && listsArtefacts(form)) {
    const ids = await someIds(ctx, filter);
    if (ids.length > 0)
      yield { pid: '', outcome: await fillList(parts, { ...wanted, ids, title: LISTED[lang] }) };
    return;
  }
  for await (const { pid } of recordsIn(registry, filter))
    yield { pid, outcome: await fillForm(parts, { ...wanted, pid, now }) };
}

const LISTED: Record<Lang, string> = { vi: 'Danh sách hiện vật', en: 'List of objects' };

/** Ids of the query, one more than a form can hold at most. */
async function someIds({ registry }: ExchangeContext, filter: FormExport['filter']): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of recordsIn(registry, filter)) {
    ids.push(id);
    if (ids.length > MAX_ROWS) break;
  }
  return ids;
}
