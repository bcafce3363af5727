import { recordIdsByAlias, recordIdsByPid } from '#modules/registry/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import { type RecordKey, readRowKey } from '../sheet/row-key.ts';
import { readHead } from './inspect.ts';
import type { Intake } from './intake.ts';
import type { ImportJob } from './job.ts';
import { uploadBytes } from './uploads.ts';

/** How the first rows meet the records that are there. */
export interface KeyPreview {
  /** Rows looked at. */
  rows: number;
  empty: number;
  /** Records that are there already. */
  known: number;
  fresh: number;
  /** Keys that several rows have, or that are mistyped identifiers. */
  repeated: string[];
  wrong: string[];
}

const MOST_NAMED = 5;

export async function keyPreview(
  intake: Intake,
  { spool, format, mapping, actorId }: ImportJob,
  { column, standard }: { column: string; standard: RecordStandard },
): Promise<KeyPreview> {
  const head = await readHead(uploadBytes(intake.folder, spool), { format, mapping, standard });
  if (head.kind === 'unreadable') return { rows: 0, empty: 0, known: 0, fresh: 0, repeated: [], wrong: [] };
  const index = head.header.header.indexOf(column);
  const texts = head.rows.map((cells) => cells[index] ?? '');
  const read = texts.map((text) => ({ text, key: readRowKey(text, intake.registryFor(actorId)) }));
  const keys = read.flatMap(({ key }) => (key.kind === 'key' ? [key] : []));
  const different = new Map(keys.map((key) => [`${key.scheme}:${key.value}`, key]));
  const known = await knownAmong([...different.values()], intake);
  return {
    rows: texts.length,
    empty: read.filter(({ key }) => key.kind === 'none').length,
    known,
    fresh: different.size - known,
    repeated: repeatedIn(keys.map(({ text }) => text)).slice(0, MOST_NAMED),
    wrong: read.flatMap(({ text, key }) => (key.kind === 'problem' ? [text] : [])).slice(0, MOST_NAMED),
  };
}

async function knownAmong(keys: readonly RecordKey[], { db }: Intake): Promise<number> {
  const byPid = await recordIdsByPid(
    db,
    keys.map(({ pid }) => pid),
  );
  const byAlias = await recordIdsByAlias(db, keys);
  return keys.filter(({ pid, scheme, value }) => byPid.has(pid) || byAlias.has(`${scheme}:${value}`)).length;
}

function repeatedIn(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(texts.filter((text) => seen.has(text) || !seen.add(text)))];
}
