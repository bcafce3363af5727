import { bestStatement } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { Absence, RecordBody } from '../body.ts';

/** One value per field; `null` where there is none, and then the reason in `absences`. */
export interface CompactBody {
  standard: string;
  values: Record<string, unknown>;
  absences: Record<string, Absence>;
}

/** The short form of a body: of each field the value to show first to a reader of that language. */
export function compactView(body: RecordBody, lang: Lang): CompactBody {
  const values: Record<string, unknown> = {};
  const absences: Record<string, Absence> = {};
  for (const [field, list] of Object.entries(body.fields)) {
    const best = bestStatement(list, lang);
    values[field] = best?.value ?? null;
    const absent =
      best === undefined ? list.find((statement) => statement.absent !== undefined)?.absent : undefined;
    if (absent !== undefined) absences[field] = absent;
  }
  return { standard: body.standard, values, absences };
}
