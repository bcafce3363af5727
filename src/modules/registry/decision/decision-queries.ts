import { sql } from 'kysely';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type ActView, loadActs } from '../designation/act-queries.ts';
import { type Page, pageOf } from '../keyset.ts';

export interface DecisionView {
  key: string;
  number: string;
  date: string | null;
  dateNote: string | null;
  issuer: string;
  signer: string | null;
  summary: { vi: string | null; en: string | null };
  inForceFrom: string | null;
  /** Keys of decisions. */
  replaces: string | null;
  replacedBy: string[];
  source: string;
  /** How many acts it contains. */
  acts: number;
}

type Row = Omit<DecisionView, 'summary'> & {
  id: number;
  summaryVi: string | null;
  summaryEn: string | null;
  day: string;
};

function decisionRows(db: Db) {
  return db
    .selectFrom('decision as d')
    .leftJoin('decision as old', 'old.id', 'd.replaces')
    .select([
      'd.id',
      'd.key',
      'd.number',
      'd.date',
      'd.date_note as dateNote',
      'd.issuer',
      'd.signer',
      'd.summary_vi as summaryVi',
      'd.summary_en as summaryEn',
      'd.in_force_from as inForceFrom',
      'd.source',
      'old.key as replaces',
      sql<string>`coalesce(d.date, '-infinity'::date)::text`.as('day'),
      sql<
        string[]
      >`array(select n.key from decision n where n.replaces = d.id and n.voided_in is null order by n.key)`.as(
        'replacedBy',
      ),
      sql<number>`(select count(*) from designation a where a.decision_id = d.id and a.voided_in is null)`.as(
        'acts',
      ),
    ])
    .where('d.voided_in', 'is', null);
}

function viewOf({ id: _id, day: _day, summaryVi, summaryEn, ...row }: Row): DecisionView {
  return { ...row, summary: { vi: summaryVi, en: summaryEn } };
}

/** Where a page of decisions ends: the day (`-infinity` without a date) and the id. */
export interface DecisionKey {
  day: string;
  id: number;
}

export interface DecisionsRequest {
  issuer?: string | undefined;
  after?: DecisionKey | undefined;
  limit: number;
}

/** Newest first; decisions without a date come last. */
export async function listDecisions(
  db: Db,
  request: DecisionsRequest,
): Promise<Page<DecisionView, DecisionKey>> {
  const { issuer, after, limit } = request;
  const rows = await decisionRows(db)
    .$if(issuer !== undefined, (query) => query.where('d.issuer', '=', issuer ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(coalesce(d.date, '-infinity'::date), d.id) < (${after?.day}::date, ${after?.id}::bigint)`,
      ),
    )
    .orderBy(sql`coalesce(d.date, '-infinity'::date) desc`)
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, ({ day, id }): DecisionKey => ({ day, id }));
  return { ...page, items: page.items.map(viewOf) };
}

export type DecisionOutcome =
  | { kind: 'found'; decision: DecisionView; designations: Page<ActView, number> }
  | { kind: 'not-found' };

export interface DecisionRequest {
  key: string;
  /** The day for which the standing of its acts is told. */
  on: string;
  after?: number | undefined;
  limit: number;
}

const MEMBERS_NAMED = 50;

/** A decision with a page of its acts. Decisions are law, hence public; their records are shown as the reader may see. */
export async function readDecision(
  db: Db,
  reader: Reader,
  request: DecisionRequest,
): Promise<DecisionOutcome> {
  const { key, on, after = 0, limit } = request;
  const row = await decisionRows(db).where('d.key', '=', key).executeTakeFirst();
  if (row === undefined) return { kind: 'not-found' };
  const acts = await db
    .selectFrom('designation')
    .select('id')
    .where('decision_id', '=', row.id)
    .where('voided_in', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const page = pageOf(
    acts.map((act) => act.id),
    limit,
    (id) => id,
  );
  const classes = await visibleClasses(db, reader);
  const items = await loadActs(db, page.items, { classes, on, memberLimit: MEMBERS_NAMED });
  return { kind: 'found', decision: viewOf(row), designations: { ...page, items } };
}
