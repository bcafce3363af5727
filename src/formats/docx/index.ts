export { type FillData, type FillOutcome, fillDocx } from './fill.ts';
export { writeDocx } from './write.ts';
