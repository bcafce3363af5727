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
  differs?: Differs;
}

/**
 * What a row that matches only in a lower tier must have: one of the words in another form of the tier above, "đống" or
 * "dòng" where "đồng" was typed. For frequent words this finds the few that differ among the many that do not.
 */
export interface Differs {
  tier: number;
  /** Forms of the words one tier below. */
  lower: readonly string[];
  /** The forms that were typed. */
  typed: readonly string[];
}
