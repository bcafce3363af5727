import { slugify } from '#formats/vietnamese/index.ts';
import { type RecordView, readRecord } from '#modules/registry/index.ts';
import type { RecordBody } from '#modules/standards/index.ts';
import type { PageContext } from '../page-context.ts';
import type { LinkedRecord } from './frame.ts';

/** A record rarely names more; beyond, identifiers are shown instead of titles. */
const LIMIT = 24;

/** The records that statements point to, by identifier, as far as this reader may see them. */
export async function linkedRecords(
  { portal, reader }: PageContext,
  record: RecordView,
): Promise<Map<string, LinkedRecord>> {
  const known = new Map(record.relations.map(({ record: other }) => [other.pid, linked(other)]));
  const missing = [...referencedPids(record.body)].filter((pid) => !known.has(pid)).slice(0, LIMIT);
  const found = await Promise.all(missing.map((pid) => readRecord(portal.source, reader, { pid })));
  const others = found.flatMap((outcome) => (outcome.kind === 'found' ? [linked(outcome.record)] : []));
  return new Map([...known, ...others.map((other) => [other.pid, other] as const)]);
}

function linked({ pid, kind, title }: Pick<RecordView, 'pid' | 'kind' | 'title'>): LinkedRecord {
  return { pid, kind, title: title.vi, slug: slugify(title.vi) };
}

/** Identifiers in the values of references and roles. */
function referencedPids(body: RecordBody): Set<string> {
  const values = Object.values(body.fields).flatMap((list) => list.map((statement) => statement.value));
  return new Set(values.flatMap((value) => pidIn(value)));
}

function pidIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('pid' in value)) return [];
  return typeof value.pid === 'string' ? [value.pid] : [];
}
