export { dayFromCivil, dayFromIso, isoFromDay, yearOfDay } from './days.ts';
export { type EdtfOutcome, parseEdtf } from './edtf.ts';
