export { dayFromCivil, dayFromIso, isoFromDay, yearOfDay } from './days.ts';
export { ENGLISH_MONTHS, formatDateRange } from './display.ts';
export { type EdtfOutcome, parseEdtf } from './edtf.ts';
export type { DateStep, RefusedPart } from './reading.ts';
export type { Period } from './span-readings.ts';
export { type DateCertainty, type DateText, type DateTextOutcome, parseDateText } from './text.ts';
