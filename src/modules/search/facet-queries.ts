import { sql } from 'kysely';
import type { Lang } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';

export interface BilingualValue {
  id: number;
  facet: string;
  value: string;
  vi: string;
  en: string;
}

export interface LabelledValue {
  id: number;
  facet: string;
  value: string;
  label: string;
}

const label = (lang: Lang) => sql.ref(`label.${lang}`);

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

export interface NamedPlace extends LabelledValue {
  folded: string;
}

/** Places of today and before that a span of the query names, where the reader may see a record of them. */
export async function placesNamed(
  db: Db,
  { spans, classes, lang }: { spans: readonly string[]; classes: readonly number[]; lang: Lang },
): Promise<NamedPlace[]> {
  const { rows } = await sql<NamedPlace>`
    select l.id, name.folded, name.facet, name.value, ${label(lang)} as label
    from facet_name name join facet_label label using (facet, value)
    cross join unnest(${classes}::smallint[]) as visible(id)
    join lexicon l on l.access_class = visible.id and l.class = 'facet' and l.tier = 0
      and l.lexeme = name.facet || '=' || name.value and l.df > 0
    where name.folded = any(${spans}::text[]) and name.facet in ('place', 'formerPlace', 'commune')
    order by array_position(array['place', 'formerPlace', 'commune'], name.facet::text), label.vi, name.value`.execute(
    db,
  );
  return rows;
}
