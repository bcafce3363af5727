import { sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import { wordsOf } from './analysis.ts';
import type { NamedFacetValue } from './projected.ts';

/** Labels and names of facet values as they are now; a value keeps the names it once had. */
export async function writeFacetValues(trx: Trx, values: readonly NamedFacetValue[]): Promise<void> {
  const distinct = [...new Map(values.map((value) => [`${value.facet}=${value.value}`, value])).values()];
  if (distinct.length === 0) return;
  const labels = distinct.map(({ facet, value, label }) => ({ facet, value, ...label }));
  await sql`insert into facet_label (facet, value, vi, en)
    select facet, value, vi, en from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
      as l(facet text, value text, vi text, en text)
    on conflict (facet, value) do update set vi = excluded.vi, en = excluded.en
    where row(facet_label.vi, facet_label.en) is distinct from row(excluded.vi, excluded.en)`.execute(trx);
  const names = distinct.flatMap(({ facet, value, label, names: others = [] }) =>
    [label.vi, label.en, ...others].map((name) => ({ facet, value, folded: foldedWords(name) })),
  );
  await sql`insert into facet_name (folded, facet, value)
    select distinct folded, facet, value from jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
      as n(facet text, value text, folded text)
    where folded <> '' on conflict do nothing`.execute(trx);
}

/** The folded words of a name with one blank between: how names and spans of a query are compared. */
export function foldedWords(text: string): string {
  return wordsOf(text)
    .map((word) => word.forms.folded)
    .join(' ')
    .slice(0, 200);
}
