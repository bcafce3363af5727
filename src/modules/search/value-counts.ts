import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { rowsWithLexemes } from './value-count-queries.ts';

/**
 * How many records a search by each of these values of one field finds, without any other filter; values that none has
 * are left out. Also for fields too long to be listed as a facet: communes, all concepts of a vocabulary.
 */
export async function valueCounts(
  db: Db,
  reader: Reader,
  { field, values }: { field: string; values: readonly string[] },
): Promise<Map<string, number>> {
  const classes = await visibleClasses(db, reader);
  const rows = await rowsWithLexemes(
    db,
    classes,
    values.map((value) => `${field}=${value}`),
  );
  return new Map(rows.map(({ lexeme, rows: count }) => [lexeme.slice(field.length + 1), count]));
}
