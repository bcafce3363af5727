export type { Connection, Database, Db, Trx } from './database.ts';
export { openDatabase } from './database.ts';
export type { MigrateOutcome } from './migrate.ts';
export { migrate } from './migrate.ts';
