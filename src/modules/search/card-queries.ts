import { sql } from 'kysely';
import { visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { CardOfRecord } from './card.ts';

export interface CardRow extends CardOfRecord {
  id: number;
}

/** The cards of these records, for a reader of these classes; in no order. */
export async function readCards(
  db: Db,
  ids: readonly number[],
  classes: readonly number[],
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select card.record_id as id, card.pid, card.kind, card.card
    from search_card card join search_row using (record_id)
    where card.record_id = any(${ids}::int[]) and ${visibleTo(classes, 'search_row')}`.execute(db);
  return rows;
}
