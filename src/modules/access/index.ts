export {
  createAdministratorToken,
  hasAdministratorToken,
  type ReaderOutcome,
  readerFor,
} from './commands.ts';
export { identifyReaders, readerOf } from './identification.ts';
export { type Actor, actorId, findActor, visibleClasses, visibleTo } from './queries.ts';
export { ANONYMOUS, mayReadField, type Reader, type Visibility } from './reader.ts';
export type { ActorKind } from './tables.ts';
