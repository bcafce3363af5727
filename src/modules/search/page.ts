import type { Db } from '#platform/db/index.ts';
import type { Differs } from './clause.ts';
import type { Scope } from './hit-queries.ts';
import { byImportance, type OrderedRow, type Position, type Step } from './order.ts';
import { type PagePart, readRows, sortedRows, walkedRows } from './page-queries.ts';

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
  const rows = found.slice(0, limit);
  return { rows: backwards ? rows.reverse() : rows, more: found.length > limit };
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
const MANY = 20_000;

async function readPart(db: Db, part: PagePart, options: PageOptions): Promise<OrderedRow[]> {
  const count = options.atMost(part.step);
  if (count === 0) return [];
  if (count <= MANY) return await readRows(db, part.step, sortedRows(part));
  const narrowed = await narrow(db, part.step, options);
  const split = byImportance(narrowed, options.importanceIds);
  const found: OrderedRow[] = [];
  for (const step of part.backwards ? split.toReversed() : split) {
    const limit = part.limit - found.length;
    found.push(...(await readFrequent(db, { ...part, step, limit }, options)));
    if (found.length >= part.limit) break;
  }
  return found;
}

/** A frequent step of a lower tier reads only rows that hold another form of a word. */
async function narrow(_db: Db, step: Step, { otherForms }: PageOptions): Promise<Step> {
  if (!step.differs) return step;
  const { must, not } = step.clause;
  return { ...step, clause: { must: [...must, await otherForms(step.differs)], not } };
}

async function readFrequent(db: Db, part: PagePart, { atMost }: PageOptions): Promise<OrderedRow[]> {
  const count = atMost(part.step);
  if (count === 0) return [];
  if (count > MANY) {
    const walked = await readRows(db, part.step, walkedRows(part));
    if (walked.length >= part.limit) return walked;
  }
  return await readRows(db, part.step, sortedRows(part));
}
