export type { Connection, Database, Db, Trx } from './database.ts';
export { openDatabase, serverVersion } from './database.ts';
export type { MigrateOutcome } from './migrate.ts';
export { migrate } from './migrate.ts';
