export { type CalendarEvent, writeCalendar } from './calendar.ts';
