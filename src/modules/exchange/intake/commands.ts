import { isDeepStrictEqual } from 'node:util';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { Db, Trx } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import { tableFormatOf } from '../import/table-formats.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { planSheet, type SheetProblem } from '../sheet/plan.ts';
import { fileBeginning } from './beginning.ts';
import { columnsByName, fittedTo, headerSignature } from './columns.ts';
import { inspectionOf, readHead } from './inspect.ts';
import type { Intake } from './intake.ts';
import { type ImportJob, type ImportState, type Inspection, OPEN_STATES } from './job.ts';
import { findJob } from './job-queries.ts';
import { changeJob, deleteRows, insertJob, type JobChange } from './job-store.ts';
import { findProfile, profileFor } from './profile-queries.ts';
import { saveProfile } from './profile-store.ts';
import { removeUpload, saveUpload, uploadBytes } from './uploads.ts';

/** Where and how the table stands in a file: of one file, not of such sheets. */
export type Reading = Pick<Mapping, 'delimiter' | 'encoding' | 'sheet' | 'headerRow'>;

export interface ReceivedFile {
  bytes: AsyncIterable<Uint8Array>;
  fileName: string;
  kind: string;
  actorId: number;
  /** What somebody knows about the file. */
  reading?: Reading | undefined;
}

export type ReceiveOutcome =
  | { kind: 'received'; id: number }
  | { kind: 'unknown-format' }
  | { kind: 'unknown-kind' }
  | { kind: 'empty' }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'disk-full' }
  /** Nothing of the file was kept. */
  | { kind: 'unreadable'; problems: LocalizedText[] };

/** Takes a file in, looks at its first rows, and lays the columns out by name or by the profile of such a sheet. */
export async function receiveFile(intake: Intake, file: ReceivedFile): Promise<ReceiveOutcome> {
  const format = tableFormatOf(file.fileName);
  if (format === undefined) return { kind: 'unknown-format' };
  const standard = intake.catalogue.standard(file.kind);
  if (standard === undefined) return { kind: 'unknown-kind' };
  const saved = await saveUpload(file.bytes, intake);
  if (saved.kind !== 'saved') return saved;
  const reading = file.reading ?? {};
  const inspected = await inspectUpload(intake, { spool: saved.spool, format, standard, mapping: reading });
  if (inspected.kind === 'unreadable') {
    await removeUpload(intake.folder, saved.spool);
    return inspected;
  }
  const laidOut = await layOut(intake.db, { ...inspected, standard, reading });
  const id = await insertJob(intake.db, {
    ...{ actorId: file.actorId, fileName: file.fileName, kind: standard.kind, format },
    ...{ spool: saved.spool, fileBytes: saved.bytes, fileDigest: saved.digest },
    ...{ inspection: inspected.inspection, ...laidOut },
  });
  return { kind: 'received', id };
}

type Upload = Pick<ImportJob, 'spool' | 'format' | 'mapping'> & { standard: RecordStandard };

async function inspectUpload({ folder }: Intake, { spool, ...source }: Upload) {
  const head = await readHead(uploadBytes(folder, spool), source);
  if (head.kind === 'unreadable') return head;
  const start = await fileBeginning(uploadBytes(folder, spool));
  return { kind: 'inspected' as const, header: head.header.header, inspection: inspectionOf(head, start) };
}

interface Layout {
  header: readonly string[];
  standard: RecordStandard;
  reading: Mapping;
}

async function layOut(
  db: Db,
  { header, standard, reading }: Layout,
): Promise<{ mapping: Mapping; profile: string | null }> {
  const profile = await profileFor(db, { kind: standard.kind, signature: headerSignature(header) });
  if (profile)
    return { mapping: { ...fittedTo(header, profile.mapping), ...reading }, profile: profile.name };
  return { mapping: { ...reading, columns: columnsByName(header, standard) }, profile: null };
}

/** Two windows may show one import: whoever comes second, or too late, changes nothing. */
export type ChangeOutcome = { kind: 'changed' } | { kind: 'stale' } | { kind: 'not-found' };

/** The import that somebody changes, and the revision that they saw. */
export interface Seen {
  id: number;
  revision: number;
}

/** Reads the file anew, as another kind or with another delimiter or encoding. */
export async function rereadFile(
  intake: Intake,
  { kind, reading, ...seen }: Seen & { kind: string; reading: Reading },
): Promise<ChangeOutcome | { kind: 'unknown-kind' } | Extract<ReceiveOutcome, { kind: 'unreadable' }>> {
  const job = await findJob(intake.db, seen.id);
  if (job === undefined) return { kind: 'not-found' };
  const standard = intake.catalogue.standard(kind);
  if (standard === undefined) return { kind: 'unknown-kind' };
  if (isSameReading(job, kind, reading)) return { kind: 'changed' };
  const inspected = await inspectUpload(intake, { ...job, standard, mapping: reading });
  if (inspected.kind === 'unreadable') return inspected;
  const laidOut = await layOut(intake.db, { ...inspected, standard, reading });
  return await change(intake.db, seen, {
    ...{ kind: standard.kind, inspection: inspected.inspection, ...laidOut },
    ...{ state: 'uploaded', checked: null, refusal: null },
  });
}

function isSameReading({ kind, mapping }: ImportJob, wanted: string, reading: Reading): boolean {
  return kind === wanted && isDeepStrictEqual(readingOf(mapping), readingOf(reading));
}

function readingOf({ delimiter, encoding, sheet, headerRow }: Mapping): Reading {
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
  };
}

async function change(
  db: Db,
  { id, revision }: Seen,
  wanted: JobChange,
  from: readonly ImportState[] = OPEN_STATES,
): Promise<ChangeOutcome> {
  return (await changeJob(db, { id, from, revision }, wanted)) ? { kind: 'changed' } : { kind: 'stale' };
}

/** Which column says which record a row is; null where every row is a record of its own. */
export async function chooseKey(
  { db }: Intake,
  { column, emptyCells, ...seen }: Seen & { column: string | null; emptyCells: 'keep' | 'clear' },
): Promise<ChangeOutcome> {
  const job = await findJob(db, seen.id);
  if (job === undefined) return { kind: 'not-found' };
  const others = Object.entries(job.mapping.columns ?? {}).map(([name, key]) => [
    name,
    key === 'id' ? null : key,
  ]);
  const columns = { ...Object.fromEntries(others), ...(column === null ? {} : { [column]: 'id' }) };
  return await change(db, seen, { mapping: { ...job.mapping, columns, emptyCells } });
}

/** Lays the columns out as a profile says. */
export async function applyProfile(
  { db }: Intake,
  { name, ...seen }: Seen & { name: string },
): Promise<ChangeOutcome> {
  const [job, profile] = await Promise.all([findJob(db, seen.id), findProfile(db, name)]);
  if (job === undefined || profile?.kind !== job.kind) return { kind: 'not-found' };
  const mapping = { ...fittedTo(headerOf(job.inspection), profile.mapping), ...readingOf(job.mapping) };
  return await change(db, seen, { mapping, profile: name });
}

function headerOf({ columns }: Inspection): string[] {
  return columns.map(({ header }) => header);
}

export type MapOutcome = ChangeOutcome | { kind: 'invalid'; problems: SheetProblem[] };

/** Takes the layout of the columns, keeps it under a name where one is given, and begins the dry run. */
export async function mapColumns(
  intake: Intake,
  { mapping, saveAs, ...seen }: Seen & { mapping: Mapping; saveAs?: string | undefined },
): Promise<MapOutcome> {
  const { db, catalogue } = intake;
  const job = await findJob(db, seen.id);
  const standard = job && catalogue.standard(job.kind);
  if (job === undefined || standard === undefined) return { kind: 'not-found' };
  const planned = planSheet(headerOf(job.inspection), standard, mapping);
  if (planned.kind === 'refused') return { kind: 'invalid', problems: planned.problems };
  const signature = headerSignature(headerOf(job.inspection));
  return await db.transaction().execute(async (trx) => {
    const profile = saveAs ?? job.profile;
    const begun = await beginCheck(trx, seen, { mapping, profile });
    if (begun.kind === 'changed' && saveAs !== undefined) {
      const { delimiter: _delimiter, encoding: _encoding, sheet: _sheet, headerRow: _row, ...kept } = mapping;
      await saveProfile(trx, { name: saveAs, kind: job.kind, signature, mapping: kept });
    }
    return begun;
  });
}

/** Begins the dry run with the reading as it is. */
export async function startCheck({ db }: Intake, seen: Seen): Promise<ChangeOutcome> {
  return await db.transaction().execute((trx) => beginCheck(trx, seen, {}));
}

/** Adds what words of the sheet mean (null: nothing), and begins the dry run again. */
export async function meanTerms(
  { db }: Intake,
  { terms, ...seen }: Seen & { terms: readonly { key: string; text: string; code: string | null }[] },
): Promise<ChangeOutcome> {
  const job = await findJob(db, seen.id);
  if (job === undefined) return { kind: 'not-found' };
  const values: Record<string, Record<string, string | null>> = structuredClone(job.mapping.values ?? {});
  for (const { key, text, code } of terms) values[key] = { ...values[key], [text]: code };
  return await db.transaction().execute(async (trx) => {
    const begun = await beginCheck(trx, seen, { mapping: { ...job.mapping, values } });
    if (begun.kind === 'changed' && job.profile !== null) await learn(trx, job.profile, values);
    return begun;
  });
}

/** What was decided for a sheet of a profile holds for the next one too. */
async function learn(trx: Trx, name: string, values: NonNullable<Mapping['values']>): Promise<void> {
  const profile = await findProfile(trx, name);
  if (profile) await saveProfile(trx, { ...profile, mapping: { ...profile.mapping, values } });
}

async function beginCheck(trx: Trx, seen: Seen, wanted: JobChange): Promise<ChangeOutcome> {
  const begun = await change(trx, seen, {
    ...wanted,
    ...{ state: 'checking', progress: 0, checked: null, refusal: null },
  });
  if (begun.kind === 'changed') await enqueue(trx, 'import.check', { id: seen.id }, `import:${seen.id}`);
  return begun;
}

export type ApproveOutcome =
  | ChangeOutcome
  /** There are rejected rows, and nobody said to leave them out. */
  | { kind: 'has-rejected' }
  /** No row would be written. */
  | { kind: 'nothing-to-write' };

/** Approves exactly what a dry run found, named by its digest. */
export async function approve(
  { db }: Intake,
  { digest, skipRejected, reason, ...seen }: Seen & { digest: string; skipRejected: boolean; reason: string },
): Promise<ApproveOutcome> {
  const job = await findJob(db, seen.id);
  if (job === undefined) return { kind: 'not-found' };
  const { checked } = job;
  if (checked === null || checked.digest !== digest || checked.repeats !== null) return { kind: 'stale' };
  const { created, updated, rejected } = checked.counts;
  if (rejected > 0 && !skipRejected) return { kind: 'has-rejected' };
  if (created + updated === 0) return { kind: 'nothing-to-write' };
  return await db.transaction().execute(async (trx) => {
    const wanted = { state: 'committing', progress: 0, refusal: null, skipRejected, reason } as const;
    const begun = await change(trx, seen, wanted, ['checked']);
    if (begun.kind === 'changed') await enqueue(trx, 'import.commit', { id: seen.id }, `import:${seen.id}`);
    return begun;
  });
}

/** Takes an import back as a whole. */
export async function startUndo(
  { db }: Intake,
  { reason, ...seen }: Seen & { reason: string },
): Promise<ChangeOutcome> {
  return await db.transaction().execute(async (trx) => {
    const wanted = { state: 'undoing', progress: 0, refusal: null, undoReason: reason } as const;
    const begun = await change(trx, seen, wanted, ['committed']);
    if (begun.kind === 'changed') await enqueue(trx, 'import.undo', { id: seen.id }, `import:${seen.id}`);
    return begun;
  });
}

/** Publishes the drafts that an import made. */
export async function startPublication(
  { db }: Intake,
  { onlyReady, reason, ...seen }: Seen & { onlyReady: boolean; reason: string },
): Promise<ChangeOutcome> {
  const work = { task: 'import.publish', payload: { onlyReady, reason } } as const;
  return await startOver(db, seen, { ...work, state: 'publishing' });
}

/** Takes the publication that was made last back: its records are drafts again. */
export async function startPublicationUndo(
  { db }: Intake,
  { reason, ...seen }: Seen & { reason: string },
): Promise<ChangeOutcome> {
  const work = { task: 'import.unpublish', payload: { reason } } as const;
  return await startOver(db, seen, { ...work, state: 'unpublishing' });
}

/** Begins what may be done with an import that was written. */
async function startOver(
  db: Db,
  seen: Seen,
  { task, payload, state }: { task: string; payload: object; state: ImportState },
): Promise<ChangeOutcome> {
  return await db.transaction().execute(async (trx) => {
    const begun = await change(trx, seen, { state, progress: 0, refusal: null }, ['committed']);
    if (begun.kind === 'changed') await enqueue(trx, task, { id: seen.id, ...payload }, `import:${seen.id}`);
    return begun;
  });
}

/** Gives up an import that has written nothing: file and rows are deleted. */
export async function discard({ db, folder }: Intake, seen: Seen): Promise<ChangeOutcome> {
  const job = await findJob(db, seen.id);
  if (job === undefined) return { kind: 'not-found' };
  const outcome = await change(db, seen, { state: 'discarded', checked: null });
  if (outcome.kind !== 'changed') return outcome;
  await deleteRows(db, seen.id);
  await removeUpload(folder, job.spool);
  return outcome;
}
