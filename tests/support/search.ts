import { reindex } from '#modules/search/index.ts';
import type { Database } from '#platform/db/index.ts';
import { starterContext, starterDatabase } from './starter.ts';

/** The starter data in a database of its own, with a search index. */
export async function searchableStarter(): Promise<Database> {
  const database = await starterDatabase();
  const { catalogue, vocabularies } = await starterContext(database.db);
  await reindex({ db: database.db, catalogue, vocabularies });
  return database;
}
