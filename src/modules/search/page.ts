import type { Db } from '#platform/db/index.ts';
import type { Clause, Differs } from './clause.ts';
import { estimateByImportance, type Scope } from './hit-queries.ts';
import { byImportance, type OrderedRow, type Position, type Step } from './order.ts';
import {
  type ClassifiedPart,
  classifiedRows,
  type PagePart,
  readGroupedRows,
  readRows,
  sortedRows,
  walkedRows,
} from './page-queries.ts';

export interface PageOptions {
  steps: readonly Step[];
  scope: Scope;
  cursor: (Position & { group: number; backwards: boolean }) | null;
  limit: number;
  /** The most rows that a step can have. */
  atMost(step: Step): number;
  importanceIds(importance: number): readonly number[];
  /** Ids of the forms of a tier that fold to these, without those that were typed. */
  otherForms(differs: Differs): Promise<readonly number[]>;
}

export interface ReadPage {
  rows: OrderedRow[];
  /** Whether rows follow in the direction that was read. */
  more: boolean;
}

export interface ClassifiedOptions extends Pick<PageOptions, 'scope' | 'cursor' | 'limit'> {
  cover: Clause;
  groups: ClassifiedPart['groups'];
}

/**
 * Up to so many hits all are read and sorted for a page by relevance: with few hits a page would ask group by group
 * down to the last one, and each group walks through the lists of all words.
 */
export const READ_AT_ONCE = 250;

/** A page by relevance of a query with few hits. */
export async function readClassifiedPage(db: Db, options: ClassifiedOptions): Promise<ReadPage> {
  const { cursor, limit, ...rest } = options;
  const backwards = cursor?.backwards ?? false;
  const found = await readGroupedRows(
    db,
    classifiedRows({ ...rest, from: cursor, backwards, limit: limit + 1 }),
  );
  return pageOf(found, { limit, backwards });
}

function pageOf(
  found: readonly OrderedRow[],
  { limit, backwards }: { limit: number; backwards: boolean },
): ReadPage {
  const rows = found.slice(0, limit);
  return { rows: backwards ? rows.toReversed() : rows, more: found.length > limit };
}

/** Reads step after step from the cursor on until the page is full. */
export async function readPage(db: Db, options: PageOptions): Promise<ReadPage> {
  const { cursor, limit, scope } = options;
  const backwards = cursor?.backwards ?? false;
  const wanted = limit + 1;
  const found: OrderedRow[] = [];
  for (const step of remainingSteps(options)) {
    const from = cursor?.group === step.group ? cursor : null;
    const part: PagePart = { step, scope, from, backwards, limit: wanted - found.length };
    found.push(...(await readPart(db, part, options)));
    if (found.length >= wanted) break;
  }
  return pageOf(found, { limit, backwards });
}

/** Steps from that of the cursor on, in reading direction. */
function remainingSteps({ steps, cursor }: PageOptions): Step[] {
  const ordered = cursor?.backwards ? steps.toReversed() : [...steps];
  if (cursor === null) return ordered;
  const start = ordered.findIndex((step) => step.group === cursor.group);
  // The group of the cursor may have lost its last record since: what comes after it in the order follows.
  const isAfter = ({ group }: Step) => (cursor.backwards ? group < cursor.group : group > cursor.group);
  return start >= 0 ? ordered.slice(start) : ordered.filter(isAfter);
}

/** Above this number of hits sorting them all takes longer than meeting a page of them in the order itself. */
const MANY = 6_000;

async function readPart(db: Db, part: PagePart, options: PageOptions): Promise<OrderedRow[]> {
  const count = options.atMost(part.step);
  if (count === 0) return [];
  if (count <= MANY) return await readRows(db, part.step, sortedRows(part));
  const step = await narrow(part.step, options);
  if (options.atMost(step) <= MANY) return await readRows(db, step, sortedRows({ ...part, step }));
  return step.order.sort === 'relevance'
    ? await readByImportance(db, { ...part, step }, options)
    : await readFrequent(db, { ...part, step });
}

/** A frequent step of a lower tier reads only rows that hold another form of a word. */
async function narrow(step: Step, { otherForms }: PageOptions): Promise<Step> {
  if (!step.differs) return step;
  const { must, not } = step.clause;
  return { ...step, clause: { must: [...must, await otherForms(step.differs)], not } };
}

/** One importance after the other: those with few hits through the index of tokens, the others row by row. */
async function readByImportance(db: Db, part: PagePart, options: PageOptions): Promise<OrderedRow[]> {
  const split = byImportance(part.step, options.importanceIds);
  const { clause } = part.step;
  const estimates = await estimateByImportance(db, { clause, scope: part.scope });
  const found: OrderedRow[] = [];
  for (const step of part.backwards ? split.toReversed() : split) {
    if (options.atMost(step) === 0) continue;
    const rest: PagePart = { ...part, step, limit: part.limit - found.length };
    const isFrequent = (estimates.get(step.importance ?? 0) ?? 0) > MANY;
    found.push(...(isFrequent ? await readFrequent(db, rest) : await readRows(db, step, sortedRows(rest))));
    if (found.length >= part.limit) break;
  }
  return found;
}

async function readFrequent(db: Db, part: PagePart): Promise<OrderedRow[]> {
  const walked = await readRows(db, part.step, walkedRows(part));
  return walked.length >= part.limit ? walked : await readRows(db, part.step, sortedRows(part));
}
