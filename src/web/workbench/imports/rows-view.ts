import { listRows, publishedAmong, type RowOutcome } from '#modules/exchange/index.ts';
import { queryOf } from '../frame/visit.ts';
import type { JobVisit } from './job-visit.ts';
import type { RowsView } from './row-table.tsx';
import { OUTCOME_NAMES } from './words.ts';

const ROWS_PER_PAGE = 50;

/** The page of rows that the address asks for; undefined before there was a dry run. */
export async function rowsOf({ visit, job }: JobVisit): Promise<RowsView | undefined> {
  if (job.checked === null) return undefined;
  const { db } = visit.workbench;
  const query = queryOf(visit);
  const outcome = OUTCOME_NAMES.find((name) => name === query.loc) satisfies RowOutcome | undefined;
  const after = /^\d{1,9}$/.test(query.sau ?? '') ? Number(query.sau) : undefined;
  const found = await listRows(db, job.id, {
    ...{ outcome, limit: ROWS_PER_PAGE + 1 },
    ...(after === undefined ? {} : { after }),
  });
  const rows = found.slice(0, ROWS_PER_PAGE);
  const published = await publishedAmong(
    db,
    rows.map(({ pid }) => pid),
  );
  const next = found.length > ROWS_PER_PAGE ? rows.at(-1)?.place : undefined;
  return { rows, counts: job.checked.counts, outcome, after, next, published };
}
