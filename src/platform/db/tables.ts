/**
 * The tables of the database. Each module declares its own by declaration merging in its `tables.ts`:
 * `declare module '#platform/db/tables.ts' { interface Tables { record: RecordTable } }`.
 */
export interface Tables {
  schema_migration: { name: string; digest: string; applied_at: string };
}
