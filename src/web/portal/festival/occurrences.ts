import { type Occurrence, occurrences } from '#formats/lunar/index.ts';
import type { FieldOfRecord } from '#modules/registry/index.ts';
import { type Recurrence, recurrenceRule } from './recurrence.ts';

type Statement = FieldOfRecord['statements'][number];

/** One rule of one record: an element may have several festivals, as Hội Gióng has. */
export interface Festival {
  record: FieldOfRecord;
  statement: Statement;
  /** Absent where nobody knows when it is held. */
  value?: Recurrence;
  /** Which of the record's festivals this is, by a name of its own. */
  occasion?: string;
}

/** A festival on its days. */
export interface FestivalTime extends Festival {
  value: Recurrence;
  occurrence: Occurrence;
}

/** Days, both included. */
export interface Window {
  from: number;
  to: number;
}

export function festivalsOf(records: readonly FieldOfRecord[]): Festival[] {
  return records.flatMap((record) =>
    record.statements.map((statement): Festival => {
      const value = statement.value as Recurrence | undefined;
      const occasion = occasionOf(record, statement);
      return {
        record,
        statement,
        ...(value === undefined ? {} : { value }),
        ...(occasion === undefined ? {} : { occasion }),
      };
    }),
  );
}

/** A note that begins with another name of the record says which festival of it the rule is about. */
function occasionOf({ title, names }: FieldOfRecord, { note }: Statement): string | undefined {
  if (note === undefined) return undefined;
  return names.find((name) => name !== title.vi && (note === name || note.startsWith(`${name} · `)));
}

/** All times at which festivals touch the window, in order of their first day. */
export function festivalTimes(festivals: readonly Festival[], window: Window): FestivalTime[] {
  return festivals
    .flatMap((festival) => timesOf(festival, window))
    .sort(
      (a, b) =>
        a.occurrence.start - b.occurrence.start ||
        a.occurrence.end - b.occurrence.end ||
        (a.record.pid < b.record.pid ? -1 : 1),
    );
}

function timesOf(festival: Festival, window: Window): FestivalTime[] {
  const { value } = festival;
  const rule = value && recurrenceRule(value);
  if (!value || !rule) return [];
  const outcome = occurrences(rule, window);
  if (outcome.kind !== 'occurrences') return [];
  return outcome.items.map((occurrence) => ({ ...festival, value, occurrence }));
}

/** Festivals that are computed from no calendar: by a rule in words, of another calendar, or of no known date. */
export function uncomputed(festivals: readonly Festival[]): {
  byWords: (Festival & { value: Recurrence })[];
  unknown: Festival[];
} {
  const byWords = festivals.flatMap((festival) =>
    festival.value && !isComputed(festival.value) && (festival.value.words ?? '') !== ''
      ? [{ ...festival, value: festival.value }]
      : [],
  );
  const unknown = festivals.filter(
    ({ value }) => !value || (!isComputed(value) && (value.words ?? '') === '' && !value.overrides?.length),
  );
  return { byWords, unknown };
}

function isComputed({ calendar, start }: Recurrence): boolean {
  return (calendar === 'lunar-vi' || calendar === 'gregorian') && start !== undefined;
}
