/** A condition on the tokens of a row. */
export interface Clause {
  /** Of each list, the row must hold at least one id. */
  must: readonly (readonly number[])[];
  /** Conditions of which the row may meet none. */
  not: readonly Condition[];
}

/** Of each list at least one id. */
export type Condition = readonly (readonly number[])[];

/** No row can meet a condition on a word that no row has. */
export function isPossible(condition: Condition): boolean {
  return condition.every((ids) => ids.length > 0);
}

/** One step of the order by relevance. */
export interface Group extends Clause {
  group: number;
}
