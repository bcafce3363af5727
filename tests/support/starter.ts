import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { checkTerritory } from '#formats/geo/index.ts';
import { catalogueRules } from '#modules/registry/index.ts';
import { reindex } from '#modules/search/index.ts';
import { loadStandards } from '#modules/standards/index.ts';
import { loadStarter, type StarterContext } from '#modules/starter/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { type Database, type Db, openDatabase } from '#platform/db/index.ts';
import { connectionTo } from './connection.ts';

/** The shipped standards, vocabularies, eras and map, with a registry on this database. */
export async function starterContext(db: Db): Promise<StarterContext> {
  const terms = await loadVocabularies('standards');
  if (terms.kind === 'refused') throw new Error(JSON.stringify(terms.issues.slice(0, 5)));
  const { vocabularies } = terms;
  const standards = await loadStandards('standards', { concepts: vocabularies });
  if (standards.kind === 'refused') throw new Error(JSON.stringify(standards.issues.slice(0, 5)));
  const { catalogue } = standards;
  const territory = checkTerritory(JSON.parse(await readFile('data/map/provinces.json', 'utf8')));
  if (territory.kind === 'refused') throw new Error(JSON.stringify(territory.violations.slice(0, 5)));
  const eras = (vocabularies.vocabulary('reign-eras')?.concepts ?? []).flatMap((concept) => {
    const { dynasty = '', ruler = '', era = '', eraHan = '', from, to } = concept;
    return from === undefined || to === undefined
      ? []
      : [{ dynasty, ruler, era, eraHan, start: from, end: to }];
  });
  const rules = catalogueRules(catalogue);
  const registry = { db, rules, projections: [], naan: '99999', shoulder: 'd1' };
  return { registry, catalogue, vocabularies, eras, map: territory.map };
}

/**
 * A database of its own for one test file, like `testDatabase`, with the starter data in it, findable by search. The data is loaded once per
 * run, by the first file that asks, into a template that the others copy.
 */
export async function starterDatabase(): Promise<Database> {
  const { connection, template } = inject('testServer');
  const administration = openDatabase({ ...connection, maxConnections: 1 });
  const full = `${template}_starter`;
  await withLock(administration.db, async (held) => {
    if (!(await exists(held, full))) await makeTemplate(held, template, full);
  });
  const name = `disan_test_${randomBytes(8).toString('hex')}`;
  await sql.raw(`create database ${name} template ${full}`).execute(administration.db);
  const database = openDatabase(connectionTo(connection, name));
  return {
    ...database,
    close: async () => {
      await database.close();
      await sql.raw(`drop database ${name}`).execute(administration.db);
      await administration.close();
    },
  };
}

// Any constant works; it keeps two test files from making the template at once.
const TEMPLATE_LOCK = 730_228;

/** The lock belongs to a connection, which the pool would close after some idle seconds: it is held all the while. */
async function withLock(db: Db, work: (held: Db) => Promise<void>): Promise<void> {
  await db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(held);
    try {
      await work(held);
    } finally {
      await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`.execute(held);
    }
  });
}

async function exists(db: Db, name: string): Promise<boolean> {
  const { rows } = await sql`select from pg_database where datname = ${name}`.execute(db);
  return rows.length > 0;
}

/** Filled under another name first: a template that is there is complete. */
async function makeTemplate(administration: Db, template: string, full: string): Promise<void> {
  const unfinished = `${full}_unfinished`;
  await sql.raw(`drop database if exists ${unfinished}`).execute(administration);
  await sql.raw(`create database ${unfinished} template ${template}`).execute(administration);
  const { db, close } = openDatabase(connectionTo(inject('testServer').connection, unfinished));
  try {
    const context = await starterContext(db);
    const outcome = await loadStarter(context, 'data');
    if (outcome.kind !== 'loaded')
      throw new Error(`The starter data does not load: ${JSON.stringify(outcome).slice(0, 2000)}`);
    await reindex({ ...context, db });
  } finally {
    await close();
  }
  await sql.raw(`alter database ${unfinished} rename to ${full}`).execute(administration);
}
