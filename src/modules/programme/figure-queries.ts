import { sql } from 'kysely';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import { visibleMembers } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import { mayStand, revokedActs, surelyStands } from './standing-queries.ts';
import { PUBLISHED_FIGURES, type PublishedFigure } from './targets.ts';

/** A published figure beside the registry's own: today, and on the day of the figure by the dates of the decisions. */
export interface ComparedFigure {
  figure: PublishedFigure;
  now: number;
  sameDay: number;
}

/** `on`: YYYY-MM-DD. Items whose day is left open by the sources count today, but not on the day of the figure. */
export async function compareFigures(db: Db, reader: Reader, on: string): Promise<ComparedFigure[]> {
  const classes = await visibleClasses(db, reader);
  return await Promise.all(
    PUBLISHED_FIGURES.map(async (figure) => {
      const { rows } = await sql<{
        now: number;
        sameDay: number;
      }>`with revoked as materialized (${revokedActs})
        select count(distinct m.record_id) filter (where ${mayStand(on)})::int as now,
          count(distinct m.record_id) filter (where ${surelyStands(figure.on)})::int as "sameDay"
        from ${visibleMembers(classes)}
        where d.voided_in is null and d.act in ('designate', 'extend') and d.list = any(${figure.lists}::text[])
          and record.state = 'published'`.execute(db);
      return { figure, now: rows[0]?.now ?? 0, sameDay: rows[0]?.sameDay ?? 0 };
    }),
  );
}
