import { actorId } from '#modules/access/index.ts';
import { catalogueRules, type RecordKind } from '#modules/registry/index.ts';
import {
  type Catalogue,
  loadStandards,
  type RecordStandard,
  templateColumns,
} from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { ExchangeContext } from '../context.ts';
import { type ImportRequest, importTable } from './commands.ts';
import type { ImportResult, RowReport } from './outcome.ts';

/** The administrator with the published standards. */
export async function anExchange(db: Db): Promise<ExchangeContext & { catalogue: Catalogue }> {
  const terms = await loadVocabularies('standards');
  if (terms.kind !== 'loaded') throw new Error('The vocabularies do not load');
  const { vocabularies } = terms;
  const standards = await loadStandards('standards', { concepts: vocabularies });
  if (standards.kind !== 'loaded') throw new Error('The standards do not load');
  const { catalogue } = standards;
  const rules = catalogueRules(catalogue);
  const registry = {
    ...{ db, rules, projections: [], naan: '99999', shoulder: 'ds1' },
    actorId: await actorId(db, 'administrator'),
  };
  return { registry, catalogue, vocabularies, eras: [] };
}

export function standardOf({ catalogue }: ExchangeContext, kind: RecordKind): RecordStandard {
  const standard = catalogue.standard(kind);
  if (!standard) throw new Error(`No standard for ${kind}`);
  return standard;
}

/** Says of everything that a published record must have that it is unknown, but for the fields of the sheet. */
export function unknownBut(standard: RecordStandard, own: readonly string[]): Record<string, string> {
  const mandatory = standard.groups
    .flatMap(({ fields }) => fields)
    .filter(({ id, obligation }) => obligation.published === 'mandatory' && !own.includes(id));
  const columns = templateColumns(standard);
  const keys = mandatory.flatMap(({ id }) => columns.find(({ field }) => field === id)?.key ?? []);
  return Object.fromEntries(keys.map((key) => [key, '[không rõ]']));
}

export async function* bytesOf(source: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof source === 'string' ? new TextEncoder().encode(source) : source;
}

export type ReadImport = Extract<ImportResult, { kind: 'read' }>;

/** Imports a sheet of artefacts; the rows are taken out and the temporary file is gone. */
export async function imported(
  ctx: ExchangeContext,
  source: string | Uint8Array,
  options: Omit<Partial<ImportRequest>, 'bytes'> = {},
): Promise<Pick<ReadImport, 'outcome' | 'sheet' | 'digest'> & { rows: RowReport[] }> {
  const standard = standardOf(ctx, 'artefact');
  const result = await importTable(ctx, { format: 'csv', standard, ...options, bytes: bytesOf(source) });
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal));
  const rows = [...result.rows];
  await result.close();
  const { outcome, sheet, digest } = result;
  return { outcome, sheet, digest, rows };
}
