import { sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import { lexemeKey, TIERS } from './analysis.ts';
import { deletionsOf } from './deletions.ts';
import { type ClassedLexeme, type LexiconKey, lexiconKey } from './projected.ts';

interface IdRow {
  id: number;
  class: ClassedLexeme['class'];
  tier: number;
  lexeme: string;
}

/** The ids of lexemes in the lexicon of a class; those that it lacks are added. */
export async function ensureLexemes(
  trx: Trx,
  accessClass: number,
  lexemes: ReadonlyMap<LexiconKey, ClassedLexeme>,
): Promise<Map<LexiconKey, number>> {
  const known = await findLexemes(trx, accessClass, [...lexemes.values()]);
  const missing = [...lexemes].filter(([key]) => !known.has(key)).map(([, lexeme]) => lexeme);
  if (missing.length === 0) return known;
  const added = await insertLexemes(trx, accessClass, missing);
  await insertDeletions(trx, accessClass, missing);
  return new Map([...known, ...added]);
}

const columns = (lexemes: readonly ClassedLexeme[]) =>
  sql`${lexemes.map((lexeme) => lexeme.class)}::text[], ${lexemes.map((lexeme) => lexeme.tier)}::smallint[],
    ${lexemes.map((lexeme) => lexeme.lexeme)}::text[]`;

const byKey = (rows: readonly IdRow[]): Map<LexiconKey, number> =>
  new Map(rows.map((row) => [lexiconKey(row.class, lexemeKey(row.tier, row.lexeme)), row.id]));

async function findLexemes(
  trx: Trx,
  accessClass: number,
  lexemes: readonly ClassedLexeme[],
): Promise<Map<LexiconKey, number>> {
  const { rows } = await sql<IdRow>`
    select l.id, l.class, l.tier, l.lexeme from unnest(${columns(lexemes)}) as wanted(class, tier, lexeme)
    join lexicon l on l.access_class = ${accessClass} and l.class = wanted.class collate "C"
      and l.tier = wanted.tier and l.lexeme = wanted.lexeme collate "C"`.execute(trx);
  return byKey(rows);
}

async function insertLexemes(
  trx: Trx,
  accessClass: number,
  lexemes: readonly ClassedLexeme[],
): Promise<Map<LexiconKey, number>> {
  const { rows } = await sql<IdRow>`
    insert into lexicon (access_class, class, tier, lexeme, lower)
    select ${accessClass}, class, tier, lexeme, lower
    from unnest(${columns(lexemes)}, ${lexemes.map((lexeme) => lexeme.lower)}::text[]) as new(class, tier, lexeme, lower)
    returning id, class, tier, lexeme`.execute(trx);
  return byKey(rows);
}

async function insertDeletions(
  trx: Trx,
  accessClass: number,
  lexemes: readonly ClassedLexeme[],
): Promise<void> {
  const folded = lexemes.filter((lexeme) => lexeme.tier === TIERS.folded && lexeme.class !== 'facet');
  const entries = folded.flatMap(({ lexeme }) =>
    deletionsOf(lexeme).map((deletion) => ({ lexeme, deletion })),
  );
  if (entries.length === 0) return;
  await sql`insert into lexicon_deletion (access_class, deletion, lexeme)
    select distinct ${accessClass}::smallint, deletion, lexeme
    from unnest(${entries.map((e) => e.deletion)}::text[], ${entries.map((e) => e.lexeme)}::text[]) e(deletion, lexeme)
    on conflict do nothing`.execute(trx);
}

/** Adds to the number of rows that hold each lexeme; ids in ascending order, so that two writers cannot block each other. */
export async function addFrequencies(trx: Trx, changes: ReadonlyMap<number, number>): Promise<void> {
  const entries = [...changes]
    .filter(([id, change]) => id > 0 && change !== 0)
    .toSorted((a, b) => a[0] - b[0]);
  if (entries.length === 0) return;
  await sql`update lexicon l set df = l.df + c.change
    from unnest(${entries.map(([id]) => id)}::int[], ${entries.map(([, change]) => change)}::int[]) c(id, change)
    where l.id = c.id`.execute(trx);
}

/** Counts all frequencies anew and forgets lexemes that no row holds any more. */
export async function recountLexicon(trx: Trx): Promise<void> {
  await sql`create temporary table counted on commit drop as
    select token as id, count(*)::int as df from search_row, unnest(tokens) as token where token > 0 group by token`.execute(
    trx,
  );
  await sql`update lexicon l set df = counted.df from counted where counted.id = l.id and l.df <> counted.df`.execute(
    trx,
  );
  await sql`delete from lexicon l where not exists (select from counted where counted.id = l.id)`.execute(
    trx,
  );
  await sql`delete from lexicon_deletion d where not exists (select from lexicon l where l.access_class = d.access_class
    and l.class in ('name', 'text') and l.tier = ${TIERS.folded} and l.lexeme = d.lexeme)`.execute(trx);
}
