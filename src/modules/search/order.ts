import type { GeoPoint } from '#formats/geo/index.ts';
import type { CardOfRecord } from './card.ts';
import type { Clause, Differs, Group } from './clause.ts';
import { IMPORTANCES } from './importance.ts';
import type { Sort } from './search-query.ts';

/** A place between two rows of one group. */
export interface Position {
  key: string | number | null;
  id: number;
}

/** A row where it stands in the order, with its card. */
export interface OrderedRow extends Position, CardOfRecord {
  group: number;
}

/** Rows of one clause in one order. All steps of a search one after the other are its whole order. */
export interface Step {
  group: number;
  clause: Clause;
  differs?: Differs | undefined;
  order: Order;
  /** Only rows of this importance: by relevance, one importance follows the other. */
  importance?: number;
}

export type Order =
  | { sort: 'relevance' }
  /** Rows without a key come last, by id: `keyed` says which part is meant. */
  | { sort: 'newest' | 'date'; keyed: boolean }
  | { sort: 'name' }
  | { sort: 'near'; near: GeoPoint; keyed: boolean };

/** Groups of the orders other than relevance: rows with a key, then those without. */
const KEYED = 1;
const KEYLESS = 2;

interface StepOptions {
  sort: Sort;
  near: GeoPoint | null;
  cover: Clause;
  groups: readonly Group[];
}

export function stepsOf({ sort, near, cover, groups }: StepOptions): Step[] {
  switch (sort) {
    case 'relevance':
      return groups.map(({ group, must, not, differs }) => ({
        group,
        clause: { must, not },
        differs,
        order: { sort },
      }));
    case 'name':
      return [{ group: KEYED, clause: cover, order: { sort } }];
    case 'newest':
    case 'date':
      return inTwoParts(cover, (keyed) => ({ sort, keyed }));
    case 'near':
      return near === null ? [] : inTwoParts(cover, (keyed) => ({ sort, near, keyed }));
  }
}

function inTwoParts(clause: Clause, order: (keyed: boolean) => Order): Step[] {
  return [
    { group: KEYED, clause, order: order(true) },
    { group: KEYLESS, clause, order: order(false) },
  ];
}

/** A frequent clause is read importance by importance: within one, its hits are spread evenly. */
export function byImportance(step: Step, idsOf: (importance: number) => readonly number[]): Step[] {
  return IMPORTANCES.map((importance) => ({
    ...step,
    importance,
    clause: { ...step.clause, must: [...step.clause.must, idsOf(importance)] },
  }));
}
