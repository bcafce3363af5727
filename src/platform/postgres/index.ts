export { systemPostgresBinaries } from './binaries.ts';
export { describeFailure } from './messages.ts';
export type { CollationChange, Connection, RunningPostgres, StartFailure, StartOutcome } from './outcome.ts';
export { findCollationChanges } from './queries.ts';
export { type StartOptions, startPostgres } from './start.ts';
