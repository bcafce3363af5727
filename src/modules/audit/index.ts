export { recordAct, type Sealed, seal } from './commands.ts';
export { closedSince, newestPublications, newestPublicChange } from './newest-queries.ts';
export {
  type ChainOutcome,
  countUnsealed,
  listPublications,
  type SealedPublication,
  verifyAuditChain,
} from './queries.ts';
export { type AuditEvent, type Publication, recordAudit, recordPublications } from './store.ts';
export type { PublicationEvent } from './tables.ts';
