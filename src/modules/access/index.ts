export {
  createAdministratorToken,
  hasAdministratorToken,
  type ReaderOutcome,
  readerFor,
} from './commands.ts';
export { identifyReaders, identifySessions, readerOf } from './identification.ts';
export { type Actor, actorId, findActor, visibleClasses, visibleTo } from './queries.ts';
export { ANONYMOUS, mayReadField, type Reader, type Visibility } from './reader.ts';
export { formToken, isFormToken, sessionCookie, sessionIn, signIn, signOut } from './session.ts';
export type { ActorKind } from './tables.ts';
