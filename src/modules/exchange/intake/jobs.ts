import type { RecordStandard } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Tasks } from '#platform/jobs/index.ts';
import { importTable, undoImport } from '../import/commands.ts';
import type { ImportResult } from '../import/outcome.ts';
import { fileRefusalTexts } from '../import/refusal-texts.ts';
import { batches } from './batches.ts';
import { keepFindings } from './findings.ts';
import { exchangeFor, type Intake } from './intake.ts';
import type { ImportJob, ImportState } from './job.ts';
import { findJob, revertOf } from './job-queries.ts';
import { changeJob, updatePids, updatePidsOfRepeated } from './job-store.ts';
import { CHANGED_MEANWHILE, FAILED, undoProblem } from './job-texts.ts';
import { publish, unpublish, type Wish } from './publication-jobs.ts';
import { uploadBytes } from './uploads.ts';

/** The work behind the desk: dry run, commit and undo. A killed worker's job is done anew by the next one. */
export function importTasks(intake: Intake): Tasks {
  return {
    'import.check': (payload, { attempt }) => work(intake, { payload, attempt, state: 'checking' }, check),
    'import.commit': (payload, { attempt }) =>
      work(intake, { payload, attempt, state: 'committing' }, commit),
    'import.undo': (payload, { attempt }) => work(intake, { payload, attempt, state: 'undoing' }, undo),
    'import.publish': (payload, { attempt }) =>
      work(intake, { payload, attempt, state: 'publishing' }, publish),
    'import.unpublish': (payload, { attempt }) =>
      work(intake, { payload, attempt, state: 'unpublishing' }, unpublish),
  };
}

/** After as many attempts the person who waits is told; the log has the reasons. */
const ATTEMPTS = 3;

interface Asked {
  payload: unknown;
  attempt: number;
  state: ImportState;
}

/** A job whose import is no longer in this state was done already, or is no longer wanted. */
async function work(
  intake: Intake,
  { payload, attempt, state }: Asked,
  act: (intake: Intake, job: ImportJob, wish: Wish) => Promise<void>,
): Promise<void> {
  // Written by the commands of the desk.
  const { id, ...wish } = payload as { id: number } & Wish;
  const job = await findJob(intake.db, id);
  if (job?.state !== state) return;
  try {
    await act(intake, job, wish);
  } catch (error) {
    if (attempt >= ATTEMPTS) await giveUp(intake, job);
    throw error;
  }
}

async function giveUp({ db }: Intake, { id, state }: ImportJob): Promise<void> {
  // What was written stays written, and can still be taken back.
  const next = state === 'checking' || state === 'committing' ? 'failed' : 'committed';
  await changeJob(db, { id, from: [state] }, { state: next, refusal: [FAILED] });
}

type ReadImport = Extract<ImportResult, { kind: 'read' }>;

async function check(intake: Intake, job: ImportJob): Promise<void> {
  await dryRun(intake, job, null);
}

/** Reads and checks everything, writes nothing, and keeps what was found for somebody to approve. */
async function dryRun(intake: Intake, job: ImportJob, refusal: LocalizedText[] | null): Promise<void> {
  await run(intake, job, {
    dryRun: true,
    take: async (result, standard) => {
      const checked = await keepFindings(intake, job, { result, standard });
      const from = { id: job.id, from: [job.state] };
      await changeJob(intake.db, from, { state: 'checked', progress: 100, checked, refusal });
    },
  });
}

interface Run {
  dryRun: boolean;
  take(result: ReadImport, standard: RecordStandard): Promise<void>;
}

async function run(intake: Intake, job: ImportJob, { dryRun: dry, take }: Run): Promise<void> {
  const { id, format, mapping, skipRejected, reason, fileName, state } = job;
  const standard = intake.catalogue.standard(job.kind);
  if (standard === undefined) throw new Error(`There is no standard of ${job.kind} any more`);
  const result = await importTable(exchangeFor(intake, job.actorId), {
    ...{ bytes: watched(intake, job), format, mapping, standard, dryRun: dry },
    ...(dry ? {} : { skipRejected, reason: reason || fileName, expectDigest: job.checked?.digest }),
  });
  if (result.kind === 'refused') {
    const refusal = fileRefusalTexts(result.refusal);
    await changeJob(intake.db, { id, from: [state] }, { state: 'refused', refusal });
    return;
  }
  try {
    await take(result, standard);
  } finally {
    await result.close();
  }
}

/** Reading is about half of the way; what follows cannot be measured from here. */
const READING_PERCENT = 50;
const TELL_EVERY_MS = 500;

async function* watched(
  { db, folder }: Intake,
  { id, spool, fileBytes, state }: ImportJob,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  let told = performance.now();
  for await (const chunk of uploadBytes(folder, spool)) {
    read += chunk.length;
    if (performance.now() - told > TELL_EVERY_MS) {
      told = performance.now();
      const progress = Math.floor((read / fileBytes) * READING_PERCENT);
      await changeJob(db, { id, from: [state] }, { progress });
    }
    yield chunk;
  }
}

/** Writes what was approved, and nothing else: where the registry has moved on, it is to be approved anew. */
async function commit(intake: Intake, job: ImportJob): Promise<void> {
  let isOutdated = false;
  await run(intake, job, {
    dryRun: false,
    take: async (result) => {
      isOutdated = result.outcome.kind === 'outdated' || result.outcome.kind === 'rejected';
      if (!isOutdated) await keepCommit(intake, job, result);
    },
  });
  if (isOutdated) await dryRun(intake, job, [CHANGED_MEANWHILE]);
}

async function keepCommit({ db }: Intake, { id }: ImportJob, { outcome, rows }: ReadImport): Promise<void> {
  let first = 0;
  for (const batch of batches(rows)) {
    await updatePids(db, { id, first }, batch);
    first += batch.length;
  }
  const changesetId = 'changesetId' in outcome ? outcome.changesetId : undefined;
  if (outcome.kind === 'repeated') await updatePidsOfRepeated(db, { id, changesetId: outcome.changesetId });
  const written = { state: 'committed', progress: 100, ...(changesetId ? { changesetId } : {}) } as const;
  await changeJob(db, { id, from: ['committing'] }, written);
}

async function undo(intake: Intake, job: ImportJob): Promise<void> {
  const { db } = intake;
  const { id, changesetId, actorId, undoReason } = job;
  const from = { id, from: ['undoing'] } as const;
  if (changesetId === null) throw new Error(`Import ${id} wrote nothing that could be taken back`);
  const before = await revertOf(db, changesetId);
  if (before !== null) {
    await changeJob(db, from, { state: 'undone', undoChangesetId: before });
    return;
  }
  const outcome = await undoImport(intake.registryFor(actorId), { changesetId, reason: undoReason });
  if (outcome.kind === 'undone')
    await changeJob(db, from, { state: 'undone', undoChangesetId: outcome.changesetId, progress: 100 });
  else await changeJob(db, from, { state: 'committed', refusal: obstacles(outcome) });
}

const MOST_OBSTACLES = 20;

function obstacles(
  outcome: Exclude<Awaited<ReturnType<typeof undoImport>>, { kind: 'undone' }>,
): LocalizedText[] {
  if (outcome.kind === 'not-an-import') return [FAILED];
  return outcome.problems.slice(0, MOST_OBSTACLES).map(undoProblem);
}
