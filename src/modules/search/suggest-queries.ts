import { sql } from 'kysely';
import type { Lang } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { LAST_CHARACTER } from './lexicon-queries.ts';

/** A value of a facet that the words may mean: `key=value` is the filter. */
export interface SuggestedValue {
  key: string;
  value: string;
  text: string;
  /** Records the reader would find. */
  count: number;
}

/** Facets whose values have names that people type. */
const NAMED: Readonly<Record<string, string>> = {
  place: 'place',
  formerPlace: 'place',
  commune: 'place',
  period: 'period',
  material: 'material',
  community: 'community',
  type: 'type',
  list: 'list',
};

/** Values with a name that begins like this, the more frequent first, of places and of terms each some. */
export async function valuesBeginning(
  db: Db,
  { classes, folded, lang, limit }: { classes: readonly number[]; folded: string; lang: Lang; limit: number },
): Promise<SuggestedValue[]> {
  const { rows } = await sql<{ facet: string; value: string; text: string; count: number }>`
    select facet, value, text, count from (
      select name.facet, name.value, ${sql.ref(`label.${lang}`)} as text, sum(l.df)::int as count,
        row_number() over (partition by name.facet in ('place', 'formerPlace', 'commune')
          order by sum(l.df) desc, name.facet, name.value) as place
      from (select distinct facet, value from facet_name
        where folded >= ${folded} and folded < ${folded + LAST_CHARACTER} limit 500) name
      join facet_label label using (facet, value)
      join lexicon l on l.access_class = any(${classes}::smallint[]) and l.class = 'facet' and l.tier = 0
        and l.lexeme = name.facet || '=' || name.value and l.df > 0
      where name.facet = any(${Object.keys(NAMED)}::text[])
      group by name.facet, name.value, text) ranked
    where place <= ${limit} order by place`.execute(db);
  return rows.map(({ facet, ...row }) => ({ key: NAMED[facet] ?? facet, ...row }));
}
