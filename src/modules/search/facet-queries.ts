import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

export interface BilingualValue {
  id: number;
  facet: string;
  value: string;
  vi: string;
  en: string;
}

/** What lexicon ids of facet values stand for; only ids that came from rows which the reader may see. */
export async function valuesOfIds(db: Db, ids: readonly number[]): Promise<BilingualValue[]> {
  const { rows } = await sql<BilingualValue>`
    select l.id, split_part(l.lexeme, '=', 1) as facet, substr(l.lexeme, strpos(l.lexeme, '=') + 1) as value,
      coalesce(label.vi, substr(l.lexeme, strpos(l.lexeme, '=') + 1)) as vi,
      coalesce(label.en, substr(l.lexeme, strpos(l.lexeme, '=') + 1)) as en
    from lexicon l left join facet_label label on label.facet = split_part(l.lexeme, '=', 1)
      and label.value = substr(l.lexeme, strpos(l.lexeme, '=') + 1)
    where l.id = any(${ids}::int[])`.execute(db);
  return rows;
}
