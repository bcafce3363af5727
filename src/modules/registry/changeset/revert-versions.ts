import { writeIdentities } from '../record/name-store.ts';
import { openBody } from '../sealed/sealed.ts';
import { sealedValuesOf } from '../sealed/sealed-store.ts';
import { moveHeads } from '../version/version-store.ts';
import { copyVersions, type RestoredVersion, type VersionSpan } from './revert-store.ts';
import { report, type Writing } from './writing.ts';

const CHUNK = 1_000;

/** The bodies from before a changeset become new versions; nothing in the history changes. */
export async function restoreBodies(writing: Writing, spans: readonly VersionSpan[]): Promise<void> {
  for (let at = 0; at < spans.length; at += CHUNK) await restoreChunk(writing, spans.slice(at, at + CHUNK));
}

async function restoreChunk(writing: Writing, spans: readonly VersionSpan[]): Promise<void> {
  const { trx, ctx, changesetId, reason, at } = writing;
  const targets = spans.map(({ recordId, first }) => ({ recordId, version: first - 1 }));
  const restored = await copyVersions(trx, targets, { changesetId, actorId: ctx.actorId, reason, at });
  const heads = restored.map(({ recordId, version, body }) => ({
    id: recordId,
    version,
    standard: body.standard,
  }));
  await moveHeads(trx, heads, at);
  await restoreIdentities(writing, restored);
  for (const { recordId, version } of restored) {
    const record = writing.records.get(recordId);
    if (!record) continue;
    record.version = version;
    record.changed = true;
    report(writing, 0, { record, change: 'updated' });
  }
  writing.changes += restored.length;
}

async function restoreIdentities({ trx, ctx }: Writing, restored: readonly RestoredVersion[]): Promise<void> {
  const sealed = await sealedValuesOf(
    trx,
    restored.map((version) => version.recordId),
  );
  const identities = restored.map(({ recordId, body }) => {
    const values = new Map((sealed.get(recordId) ?? []).map((value) => [value.id, value]));
    return { recordId, identity: ctx.rules.identity(openBody(body, values)) };
  });
  await writeIdentities(trx, identities);
}
