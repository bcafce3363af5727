export { dayFromCivil, dayFromIso, isoFromDay, yearOfDay } from './days.ts';
