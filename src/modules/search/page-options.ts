import type { Db } from '#platform/db/index.ts';
import type { Attempt } from './attempt.ts';
import type { Differs } from './clause.ts';
import { atMost } from './counting.ts';
import { lookUpLower } from './lexicon-queries.ts';
import type { PageOptions } from './page.ts';

/** What the lexicon knows that the reading of pages needs. `total`: of all hits, where it is known. */
export function lexiconOptions(
  db: Db,
  { lexicon, scope }: Attempt,
  total = Number.POSITIVE_INFINITY,
): Pick<PageOptions, 'scope' | 'atMost' | 'importanceIds' | 'otherForms'> {
  return {
    scope,
    atMost: ({ clause }) => Math.min(total, atMost(clause, lexicon)),
    importanceIds: (importance) => lexicon.facetIds('importance', String(importance)),
    otherForms: async ({ tier, lower, typed }: Differs) => {
      const forms = await lookUpLower(db, scope.classes, { tier, lower });
      const others = forms.filter(({ lexeme }) => !typed.includes(lexeme));
      lexicon.learn(others);
      return others.map(({ id }) => id);
    },
  };
}
