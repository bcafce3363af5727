export { systemPostgresBinaries } from './binaries.ts';
export { describeFailure } from './messages.ts';
export { findCollationChanges } from './queries.ts';
export { startPostgres } from './start.ts';
