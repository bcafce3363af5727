export {
  type FreezeOutcome,
  freezeList,
  openProgramme,
  type ProgrammeContext,
  type SnapshotOutcome,
  takeSnapshot,
} from './commands.ts';
export { type Evidence, LEVELS, type Level, type Requirement } from './evidence.ts';
export { type ComparedFigure, compareFigures } from './figure-queries.ts';
export type { Departure } from './item-queries.ts';
export { ITEM_STATES, type ItemState, listItems, type ProgrammeItem } from './listing-queries.ts';
export { type FrozenList, listVersions } from './lists-queries.ts';
export { readProgress } from './progress-queries.ts';
export { projectShare, type TrendPoint } from './projection.ts';
export { registerProgrammeRoutes } from './routes.ts';
export { listSnapshots, type Snapshot } from './snapshot-queries.ts';
export { hasDenominator, type Tally, type TargetProgress } from './tally.ts';
export { DOCUMENTS, documentOf, type PolicyDocument, type Target, targetById } from './targets.ts';
