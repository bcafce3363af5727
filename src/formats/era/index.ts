export { resolveDateText } from './date-text.ts';
export { describeDerivation } from './describe.ts';
export type { EraRow } from './era-names.ts';
export type { EraCandidate, EraDate, EraOutcome, EraRefusal, EraStep } from './outcome.ts';
export { resolveEra } from './resolve.ts';
