import { type Publication, recordAudit, recordPublications } from '#modules/audit/index.ts';
import { publicationEvent } from '../record/record.ts';
import { refuseCircles } from '../relation/relations.ts';
import { lockHierarchy, writeDetail } from './changeset-store.ts';
import type { Touched, Writing } from './writing.ts';

/** Everything that follows from a change, in the same transaction: feeds, search, the trail, the last check. */
export async function finishWriting(writing: Writing, action: string): Promise<void> {
  const { trx, ctx, changesetId, counts } = writing;
  const changed = [...writing.records.values()].filter((record) => record.changed);
  await recordPublications(trx, changed.flatMap(publicationOf), { at: writing.at });
  const recordIds = changed.map((record) => record.id);
  for (const projection of ctx.projections) await projection.recordsChanged(trx, { changesetId, recordIds });
  const { requestDigest } = ctx;
  await writeDetail(trx, changesetId, {
    counts,
    records: changed.length,
    ...(requestDigest === undefined ? {} : { requestDigest }),
  });
  await recordAudit(trx, {
    ...auditSubject(writing, changed),
    actorId: ctx.actorId,
    action,
    requestId: ctx.requestId,
  });
  await checkHierarchy(writing);
}

function publicationOf(record: Touched): Publication[] {
  const event = publicationEvent(record.before?.state ?? null, record);
  if (event === undefined) return [];
  return [{ recordId: record.id, version: record.version, event, accessClass: record.accessClass }];
}

/** A change of one record is found in the trail under that record, anything larger under its changeset. */
function auditSubject({ changesetId, kind, reason, counts }: Writing, changed: readonly Touched[]) {
  const detail = { changeset: changesetId, kind, reason, counts };
  const [only] = changed;
  return changed.length === 1 && only
    ? {
        subjectKind: 'record',
        subjectId: only.pid,
        detail: { ...detail, version: only.version, state: only.state },
      }
    : { subjectKind: 'changeset', subjectId: String(changesetId), detail };
}

/** Comes last, so that the one lock that writers share is held for as short as possible. */
async function checkHierarchy(writing: Writing): Promise<void> {
  if (writing.hierarchy.size === 0) return;
  await lockHierarchy(writing.trx);
  await refuseCircles(writing);
}
