import { lockTouched } from '../changeset/touches.ts';
import { count, refuse, type Touched, type Writing } from '../changeset/writing.ts';
import { issue } from '../messages.ts';
import { can } from '../policy.ts';
import { writeIdentities } from '../record/name-store.ts';
import { currentVersions } from '../version/version-store.ts';
import { openBody } from './sealed.ts';
import { eraseSealedValues, sealedValuesOf } from './sealed-store.ts';

type Erasure = { pid: string; fields: readonly string[] | undefined };

/** Also of withdrawn records, whose versions still hold the values. */
export async function eraseValues(writing: Writing, { pid, fields }: Erasure): Promise<void> {
  const { trx, at, reason, kind } = writing;
  if (!can(writing.actor, 'erase', { changeset: kind })) return refuse(writing, 0, { kind: 'forbidden' });
  if (reason.trim() === '') {
    return refuse(writing, 0, { kind: 'invalid', issues: [issue('/reason', 'reason-missing')] });
  }
  await lockTouched(writing, [{ op: 'confirm', record: { pid } }]);
  const id = writing.byPid.get(pid);
  const record = id === undefined ? undefined : writing.records.get(id);
  if (record === undefined) return refuse(writing, 0, { kind: 'not-found', subject: pid });
  const erased = await eraseSealedValues(trx, { recordId: record.id, fields, reason, at });
  writing.results.push({
    operation: 0,
    pid,
    version: record.version,
    change: erased > 0 ? 'erased' : 'unchanged',
  });
  if (erased === 0) return;
  count(writing, 'erased', erased);
  writing.changes += erased;
  record.changed = true;
  await forgetNames(writing, record);
}

/** A personal name must not live on in the names kept for lists. */
async function forgetNames({ trx, ctx }: Writing, { id }: Touched): Promise<void> {
  const current = (await currentVersions(trx, [id])).get(id);
  if (current === undefined) return;
  const sealed = (await sealedValuesOf(trx, [id])).get(id) ?? [];
  const opened = openBody(current.body, new Map(sealed.map((value) => [value.id, value])));
  await writeIdentities(trx, [{ recordId: id, identity: ctx.rules.identity(opened) }]);
}
