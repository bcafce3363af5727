import { join } from 'node:path';
import { readCsvStream } from '#formats/csv/index.ts';
import { actorId } from '#modules/access/index.ts';
import { type ExchangeContext, importTable, tableFormatOf } from '#modules/exchange/index.ts';
import { catalogueRules } from '#modules/registry/index.ts';
import { createSearchProjection } from '#modules/search/index.ts';
import { loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { type Connection, type Database, openDatabase } from '#platform/db/index.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Step {
  what: 'parse' | 'dry-run' | 'commit';
  connection: Connection;
  path: string;
}

export interface Run {
  work(bytes: AsyncIterable<Uint8Array>): Promise<string>;
  close(): Promise<void>;
}

export async function exchangeOn({ what, connection, path }: Step): Promise<Run> {
  if (what === 'parse') return { work: parse, close: async () => {} };
  const database = openDatabase({ ...connection, maxConnections: 4 });
  const ctx = await exchangeContext(database);
  const standard = ctx.catalogue.standard('artefact');
  if (!standard) throw new Error('no standard for artefacts');
  return {
    close: database.close,
    work: async (bytes) => {
      const dryRun = what === 'dry-run';
      const format = tableFormatOf(path) ?? 'csv';
      const result = await importTable(ctx, { bytes, format, standard, dryRun, reason: 'bench' });
      if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal));
      await result.close();
      return JSON.stringify(result.outcome);
    },
  };
}

/** The reader of tables alone. */
async function parse(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let rows = 0;
  for await (const event of readCsvStream(bytes, { unguard: true })) if (event.kind === 'row') rows += 1;
  return `${rows} rows`;
}

async function exchangeContext({ db }: Database): Promise<ExchangeContext> {
  const terms = await loadVocabularies(join(ROOT, 'standards'));
  if (terms.kind !== 'loaded') throw new Error('the vocabularies do not load');
  const { vocabularies } = terms;
  const standards = await loadStandards(join(ROOT, 'standards'), { concepts: vocabularies });
  if (standards.kind !== 'loaded') throw new Error('the standards do not load');
  const { catalogue } = standards;
  const registry = {
    ...{ db, rules: catalogueRules(catalogue), projections: [createSearchProjection()] },
    ...{ actorId: await actorId(db, 'administrator'), naan: '99999', shoulder: 'b1' },
  };
  return { registry, catalogue, vocabularies, eras: [] };
}
