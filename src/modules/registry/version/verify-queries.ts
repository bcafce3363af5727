import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { RecordBody } from '../body.ts';
import { sealedDigest, sealedReferences } from '../sealed/sealed.ts';
import { bodyHash, chainHash } from './hash.ts';

export type VerifyOutcome =
  | { kind: 'intact'; versions: number }
  /** The first version, in order of record and version, that is not what was written. */
  | { kind: 'broken'; pid: string; version: number; reason: 'missing' | 'body' | 'chain' | 'sealed' };

interface Link {
  recordId: number;
  pid: string;
  current: number;
  version: number;
  body: RecordBody;
  bodyHash: Buffer;
  chainHash: Buffer;
}

const BATCH = 1_000;

/** Recomputes the chain of every record, a batch of versions in memory at a time. */
export async function verifyChains(db: Db): Promise<VerifyOutcome> {
  let previous: Link | undefined;
  let versions = 0;
  for (;;) {
    const links = await nextLinks(db, previous);
    const broken = firstBreak(previous, { links, altered: await alteredSeals(db, links) });
    if (broken) return broken;
    versions += links.length;
    previous = links.at(-1) ?? previous;
    if (links.length < BATCH) break;
  }
  return shortEnd(previous, undefined) ?? (await complete(db, versions));
}

type Batch = { links: readonly Link[]; altered: ReadonlySet<string> };

function firstBreak(before: Link | undefined, { links, altered }: Batch): VerifyOutcome | undefined {
  let previous = before;
  for (const link of links) {
    const short = shortEnd(previous, link);
    if (short) return short;
    const seals = altered.has(`${link.recordId} ${link.version}`) ? 'sealed' : undefined;
    const reason = breakOf(previous, link) ?? seals;
    if (reason) return { kind: 'broken', pid: link.pid, version: brokenAt(previous, link, reason), reason };
    previous = link;
  }
  return undefined;
}

/** A gap is reported as the version that should have come. */
function brokenAt(previous: Link | undefined, link: Link, reason: string): number {
  if (reason !== 'missing') return link.version;
  return previous?.recordId === link.recordId ? previous.version + 1 : 1;
}

async function nextLinks(db: Db, after: Link | undefined): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select v.record_id as "recordId", record.pid, record.version as current, v.version, v.body,
      v.body_hash as "bodyHash", v.chain_hash as "chainHash"
    from record_version v join record on record.id = v.record_id
    where (v.record_id, v.version) > (${after?.recordId ?? 0}::bigint, ${after?.version ?? 0}::int)
    order by v.record_id, v.version limit ${BATCH}`.execute(db);
  return rows;
}

function breakOf(previous: Link | undefined, link: Link): 'missing' | 'body' | 'chain' | undefined {
  const before = previous?.recordId === link.recordId ? previous : undefined;
  if (link.version !== (before?.version ?? 0) + 1) return 'missing';
  const outcome = bodyHash(link.body);
  if (outcome.kind !== 'hashed' || !outcome.hash.equals(link.bodyHash)) return 'body';
  return chainHash(before?.chainHash ?? null, link.bodyHash).equals(link.chainHash) ? undefined : 'chain';
}

/** When the last version of a record was reached, and it is not the one the record says it has. */
function shortEnd(previous: Link | undefined, link: Link | undefined): VerifyOutcome | undefined {
  if (
    previous === undefined ||
    previous.recordId === link?.recordId ||
    previous.version === previous.current
  ) {
    return undefined;
  }
  return { kind: 'broken', pid: previous.pid, version: previous.version + 1, reason: 'missing' };
}

/** A record without any version is not met on the walk. */
async function complete(db: Db, versions: number): Promise<VerifyOutcome> {
  const { rows } = await sql<{ pid: string }>`select pid from record
    where not exists (select from record_version v where v.record_id = record.id) order by id limit 1`.execute(
    db,
  );
  const [bare] = rows;
  return bare
    ? { kind: 'broken', pid: bare.pid, version: 1, reason: 'missing' }
    : { kind: 'intact', versions };
}

/** Versions that refer to a personal value which is not the one that was sealed; erased ones are as they should be. */
async function alteredSeals(db: Db, links: readonly Link[]): Promise<Set<string>> {
  const references = links.flatMap((link) => {
    return sealedReferences(link.body).map((reference) => ({
      ...reference,
      key: `${link.recordId} ${link.version}`,
    }));
  });
  if (references.length === 0) return new Set();
  const ids = references.map((reference) => reference.sealed);
  const { rows } = await sql<{ id: string; value: unknown; salt: Buffer | null }>`
    select id, value, salt from sealed_value where id::text = any(${ids}::text[])`.execute(db);
  const values = new Map(rows.map((row) => [row.id, row]));
  const altered = references.filter(({ sealed, digest }) => {
    const kept = values.get(sealed);
    return kept === undefined || (kept.salt !== null && sealedDigest(kept.salt, kept.value) !== digest);
  });
  return new Set(altered.map((reference) => reference.key));
}
