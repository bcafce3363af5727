import { actorId, createAdministratorToken } from '#modules/access/index.ts';
import { recordAct } from '#modules/audit/index.ts';
import type { Db } from '#platform/db/index.ts';

/** Issues the token and leaves in the trail that it was issued; the token itself is kept nowhere. */
export async function issueAdministratorToken(db: Db): Promise<string> {
  const token = await createAdministratorToken(db);
  await recordAct(db, {
    actorId: await actorId(db, 'system'),
    action: 'credential.issue',
    subjectKind: 'credential',
    subjectId: 'administrator',
  });
  return token;
}
