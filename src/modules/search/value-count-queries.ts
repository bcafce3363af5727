import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { FACET_TIER } from './analysis.ts';

/** Rows that hold each facet value, from the lexicon: every row belongs to one access class, so the sum is exact. */
export async function rowsWithLexemes(
  db: Db,
  classes: readonly number[],
  lexemes: readonly string[],
): Promise<{ lexeme: string; rows: number }[]> {
  const { rows } = await sql<{ lexeme: string; rows: number }>`
    select lexeme, sum(df)::int as rows from lexicon
    where access_class = any(${classes}::smallint[]) and class = 'facet' and tier = ${FACET_TIER}
      and lexeme = any(${lexemes}::text[]) and df > 0
    group by lexeme`.execute(db);
  return rows;
}
