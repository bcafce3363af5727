import { revertChangeset } from '#modules/registry/index.ts';
import type { Intake } from './intake.ts';
import type { ImportJob } from './job.ts';
import { changeJob } from './job-store.ts';
import { NOTHING_TO_PUBLISH, undoProblem, unreadyTexts } from './job-texts.ts';
import { type PublicationOutcome, publishDrafts } from './publication.ts';
import { linesOf, standingAmong } from './publication-queries.ts';

/** What was asked for along with the work; only some works ask. */
export interface Wish {
  onlyReady?: boolean;
  reason?: string;
}

const MOST_PROBLEMS = 20;

/** Publishes the drafts of an import. Done again by the next worker, it is answered as the first time. */
export async function publish(
  intake: Intake,
  job: ImportJob,
  { onlyReady = false, reason = '' }: Wish,
): Promise<void> {
  const { id, changesetId, actorId, revision, fileName, publications } = job;
  if (changesetId === null) throw new Error(`Import ${id} wrote nothing that could be published`);
  const outcome = await publishDrafts(intake.registryFor(actorId), intake.catalogue, {
    ...{ changesetId, onlyReady, reason: reason || fileName },
    key: `import.publish:${id}:${revision}`,
  });
  await changeJob(
    intake.db,
    { id, from: ['publishing'] },
    outcome.kind === 'published'
      ? { state: 'committed', progress: 100, publications: [...publications, outcome.changesetId] }
      : { state: 'committed', refusal: await refusalOf(intake, id, outcome) },
  );
}

async function refusalOf(
  { db }: Intake,
  id: number,
  outcome: Exclude<PublicationOutcome, { kind: 'published' }>,
) {
  switch (outcome.kind) {
    case 'nothing-to-publish':
      return [NOTHING_TO_PUBLISH];
    case 'refused':
      return outcome.problems.slice(0, MOST_PROBLEMS).map(undoProblem);
    case 'unready': {
      const pids = outcome.unready.map(({ pid }) => pid);
      return unreadyTexts(outcome, await linesOf(db, id, pids));
    }
  }
}

/** Takes the last publication back that still stands: its records are drafts again. */
export async function unpublish(intake: Intake, job: ImportJob, { reason = '' }: Wish): Promise<void> {
  const from = { id: job.id, from: ['unpublishing'] } as const;
  const changesetId = await standingAmong(intake.db, job.publications);
  const outcome =
    changesetId === null
      ? undefined
      : await revertChangeset(intake.registryFor(job.actorId), { changesetId, reason });
  await changeJob(
    intake.db,
    from,
    outcome?.kind === 'refused'
      ? { state: 'committed', refusal: outcome.problems.slice(0, MOST_PROBLEMS).map(undoProblem) }
      : { state: 'committed', progress: 100 },
  );
}
