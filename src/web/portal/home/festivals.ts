import { formatDateRange } from '#formats/dates/index.ts';
import { type Occurrence, occurrences } from '#formats/lunar/index.ts';
import { slugify } from '#formats/vietnamese/index.ts';
import type { FieldOfRecord } from '#modules/registry/index.ts';
import type { Values } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordAddress } from '#web/layout/index.ts';
import { recurrenceRule } from '../record/value/recurrence-value.tsx';
import { homeMessages } from './messages.ts';
import type { FestivalDay, Today } from './view.ts';

/** The strip looks two weeks ahead (ux.md P1); when that is empty, to the next festival within thirteen months. */
const WINDOW_DAYS = 14;
const HORIZON_DAYS = 400;
/** More would push the heritage itself off the first screen. */
const SHOWN = 8;

type Festival = FieldOfRecord & { occurrence: Occurrence };

/** What is celebrated from `today` on: within two weeks, else the next festival with its days. */
export function comingFestivals(
  records: readonly FieldOfRecord[],
  { today, lang }: { today: number; lang: Lang },
): Pick<Today, 'festivals' | 'soon'> {
  const soon = within(records, { from: today, to: today + WINDOW_DAYS });
  if (soon.length > 0)
    return { soon: true, festivals: soon.slice(0, SHOWN).map((found) => shown(found, lang)) };
  const later = within(records, { from: today, to: today + HORIZON_DAYS });
  return { soon: false, festivals: later.slice(0, 1).map((found) => shown(found, lang)) };
}

function within(records: readonly FieldOfRecord[], window: { from: number; to: number }): Festival[] {
  const found = records.flatMap((record) =>
    record.statements.flatMap(({ value }) => {
      const recurrence = value as Values['recurrence'] | undefined;
      return recurrence ? festivalsOf(record, recurrence, window) : [];
    }),
  );
  return found.sort((a, b) => a.occurrence.start - b.occurrence.start || (a.pid < b.pid ? -1 : 1));
}

function festivalsOf(
  record: FieldOfRecord,
  value: Values['recurrence'],
  window: { from: number; to: number },
): Festival[] {
  const rule = recurrenceRule(value);
  const outcome = rule ? occurrences(rule, window) : { kind: 'invalid-rule' as const };
  const first = outcome.kind === 'occurrences' ? outcome.items[0] : undefined;
  return first ? [{ ...record, occurrence: first }] : [];
}

function shown({ pid, kind, title, occurrence }: Festival, lang: Lang): FestivalDay {
  const text = homeMessages[lang];
  const name = lang === 'en' ? (title.en ?? title.vi) : title.vi;
  const { certainty } = occurrence;
  return {
    name,
    ...(lang === 'en' && title.en === undefined ? { nameLang: 'vi' } : {}),
    href: recordAddress(lang, kind, pid, slugify(title.vi)),
    dates: formatDateRange({ earliest: occurrence.start, latest: occurrence.end }, lang),
    ...(certainty === 'computed' ? {} : { certainty: text.certainty[certainty] }),
  };
}
