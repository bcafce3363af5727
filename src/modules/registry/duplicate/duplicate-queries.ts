import type { Db } from '#platform/db/index.ts';
import { type Page, pageOf } from '../keyset.ts';
import { type Title, titlesOf } from '../record/name-store.ts';
import { type CandidatePage, listCandidates } from './duplicate-store.ts';

export interface Duplicate {
  id: number;
  /** 0–100 */
  score: number;
  reasons: string[];
  records: [{ pid: string; title: Title }, { pid: string; title: Title }];
}

/** Open pairs. For staff: drafts are among them. Merging a pair decides it; `declareDistinct` is the other answer. */
export async function listDuplicates(db: Db, page: CandidatePage): Promise<Page<Duplicate, number>> {
  const rows = await listCandidates(db, { ...page, limit: page.limit + 1 });
  const titles = await titlesOf(
    db,
    rows.flatMap((row) => [row.recordA, row.recordB]),
  );
  const side = (id: number, pid: string) => ({ pid, title: titles.get(id) ?? { vi: pid } });
  const found = rows.map(
    ({ id, score, reasons, pidA, pidB, recordA, recordB }): Duplicate => ({
      id,
      score,
      reasons,
      records: [side(recordA, pidA), side(recordB, pidB)],
    }),
  );
  return pageOf(found, page.limit, (duplicate) => duplicate.id);
}
