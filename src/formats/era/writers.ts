import type { DateStep } from '#formats/dates/index.ts';
import type { EraStep } from './outcome.ts';

/** One thing done on the way from a written date to days. */
export type Step = DateStep | EraStep;

/** One sentence per kind of step. */
export type Writers = { [K in Step['step']]: (step: Extract<Step, { step: K }>) => string };
