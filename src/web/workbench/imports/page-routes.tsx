import type { FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import {
  isOpen,
  isRunning,
  keyPreview,
  listJobs,
  listProfiles,
  revertOf,
  standingAmong,
  statesOfCreated,
} from '#modules/exchange/index.ts';
import type { HttpServer } from '#platform/http/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { sendDesk } from '../frame/answer.ts';
import { NOT_KEPT, queryOf, type Visit, visitOf } from '../frame/visit.ts';
import { IMPORTS, type Workbench } from '../frame/workbench.ts';
import { APPROVE_TEXT, ApprovePage } from './approve-page.tsx';
import { CHECK_TEXT, CheckPage } from './check-page.tsx';
import { COLUMNS_TEXT, ColumnsPage } from './columns-page.tsx';
import { FILE_TEXT, FilePage } from './file-page.tsx';
import { addressOf, type JobView } from './job-frame.tsx';
import { type JobVisit, problemsOf, routeJob, toCurrentStep } from './job-visit.ts';
import { KEY_TEXT, KeyPage } from './key-page.tsx';
import { LIST_TEXT, ListPage } from './list-page.tsx';
import { REFRESH_SECONDS } from './progress.tsx';
import { RESULT_TEXT, ResultPage } from './result-page.tsx';
import { rowsOf } from './rows-view.ts';
import { TERMS_TEXT, TermsPage } from './terms-page.tsx';
import { UPLOAD_TEXT, UploadPage } from './upload-page.tsx';
import { currentStep } from './words.ts';

/** The pages of the import; what their forms do is in form-routes. */
export function registerImportPages(scope: HttpServer, workbench: Workbench): void {
  scope.get(IMPORTS, (request, reply) => showList(visitOf(workbench, request, reply)));
  scope.get(`${IMPORTS}/moi`, (request, reply) => showUpload(visitOf(workbench, request, reply), []));
  routeJob(scope, workbench, { page: '', answer: toCurrentStep });
  routeJob(scope, workbench, { page: 'tep', answer: (found) => whileOpen(found, showFile) });
  routeJob(scope, workbench, { page: 'khoa', answer: (found) => whileOpen(found, showKey) });
  routeJob(scope, workbench, { page: 'cot', answer: (found) => whileOpen(found, showColumns) });
  routeJob(scope, workbench, { page: 'thuat-ngu', answer: (found) => whileOpen(found, showTerms) });
  routeJob(scope, workbench, { page: 'chay-thu', answer: showCheck });
  routeJob(scope, workbench, { page: 'ghi', answer: showApproval });
  routeJob(scope, workbench, { page: 'ket-qua', answer: (found) => showResult(found) });
  routeJob(scope, workbench, { page: 'tien-trinh', answer: tellProgress });
}

const IMPORTS_PER_PAGE = 25;

async function showList(visit: Visit): Promise<FastifyReply> {
  const { db, intake } = visit.workbench;
  const { truoc = '' } = queryOf(visit);
  const before = /^\d{1,15}$/.test(truoc) ? Number(truoc) : undefined;
  const found = await listJobs(db, { before, limit: IMPORTS_PER_PAGE + 1 });
  const jobs = found.slice(0, IMPORTS_PER_PAGE);
  const older = found.length > IMPORTS_PER_PAGE ? jobs.at(-1)?.id : undefined;
  const kindName = (kind: string) => intake.catalogue.standard(kind)?.label[visit.lang] ?? kind;
  const { title } = LIST_TEXT[visit.lang];
  return sendDesk(visit, {
    title,
    body: <ListPage visit={visit} jobs={jobs} kindName={kindName} older={older} />,
  });
}

export function showUpload(visit: Visit, problems: readonly LocalizedText[], status = 200): FastifyReply {
  const { catalogue, limitBytes } = visit.workbench.intake;
  const body = (
    <UploadPage visit={visit} standards={catalogue.inForce()} limitBytes={limitBytes} problems={problems} />
  );
  return sendDesk(
    visit,
    { title: UPLOAD_TEXT[visit.lang].title, hasErrors: problems.length > 0, body },
    status,
  );
}

type Show = (found: JobVisit) => Promise<FastifyReply> | FastifyReply;

/** How a file is read may be changed until something is written or being read. */
function whileOpen(found: JobVisit, show: Show): Promise<FastifyReply> | FastifyReply {
  return isOpen(found.job) ? show(found) : toCurrentStep(found);
}

/** What a step shows again when its form was not taken. */
export interface Again {
  problems: readonly LocalizedText[];
  form: URLSearchParams;
}

function viewOf(found: JobVisit, again?: Again): JobView {
  return { visit: found.visit, job: found.job, problems: again?.problems ?? problemsOf(found) };
}

function send(
  { visit, job }: JobVisit,
  { title, body, again }: { title: string; body: ComponentChildren; again?: Again | undefined },
): FastifyReply {
  const hasErrors = again !== undefined;
  return sendDesk(visit, { title: `${title} · ${job.fileName}`, hasErrors, body }, hasErrors ? 422 : 200);
}

export function showFile(found: JobVisit, again?: Again): FastifyReply {
  const standards = found.visit.workbench.intake.catalogue.inForce();
  const body = <FilePage view={viewOf(found, again)} standards={standards} />;
  return send(found, { title: FILE_TEXT[found.visit.lang].title, body, again });
}

async function showKey(found: JobVisit): Promise<FastifyReply> {
  const { visit, job, standard } = found;
  const [column] = Object.entries(job.mapping.columns ?? {}).find(([, key]) => key === 'id') ?? [];
  const preview =
    column === undefined
      ? undefined
      : { column, found: await keyPreview(visit.workbench.intake, job, { column, standard }) };
  const body = <KeyPage view={viewOf(found)} preview={preview} />;
  return send(found, { title: KEY_TEXT[visit.lang].title, body });
}

export async function showColumns(found: JobVisit, again?: Again): Promise<FastifyReply> {
  const { visit, job, standard } = found;
  const profiles = await listProfiles(visit.workbench.db, job.kind);
  const typed = (name: string) => again?.form.get(name) ?? undefined;
  const body = (
    <ColumnsPage view={viewOf(found, again)} standard={standard} profiles={profiles} typed={typed} />
  );
  return send(found, { title: COLUMNS_TEXT[visit.lang].title, body, again });
}

export function showTerms(found: JobVisit, again?: Again): FastifyReply {
  const { visit, standard } = found;
  const typed = (name: string) => again?.form.get(name) ?? undefined;
  const body = (
    <TermsPage
      view={viewOf(found, again)}
      intake={visit.workbench.intake}
      standard={standard}
      typed={typed}
    />
  );
  return send(found, { title: TERMS_TEXT[visit.lang].title, body, again });
}

async function showCheck(found: JobVisit): Promise<FastifyReply> {
  const { visit, job, standard } = found;
  if (job.state === 'uploaded' || job.state === 'discarded') return toCurrentStep(found);
  const body = <CheckPage view={viewOf(found)} standard={standard} rows={await rowsOf(found)} />;
  const refreshSeconds = isRunning(job) ? REFRESH_SECONDS : undefined;
  const title = `${CHECK_TEXT[visit.lang].title} · ${job.fileName}`;
  return sendDesk(visit, { title, refreshSeconds, hasErrors: job.refusal !== null, body });
}

export function showApproval(found: JobVisit, again?: Again): FastifyReply {
  const { visit, job } = found;
  if (job.state !== 'checked') return toCurrentStep(found);
  const body = <ApprovePage view={viewOf(found, again)} />;
  return send(found, { title: APPROVE_TEXT[visit.lang].title, body, again });
}

export async function showResult(found: JobVisit, again?: Again): Promise<FastifyReply> {
  const { visit, job, standard } = found;
  if (currentStep(job) !== 'ket-qua') return toCurrentStep(found);
  const { db } = visit.workbench;
  const { changesetId, publications } = job;
  const undoneBy = changesetId === null ? null : await revertOf(db, changesetId);
  const body = (
    <ResultPage
      view={viewOf(found, again)}
      standard={standard}
      rows={await rowsOf(found)}
      undoneBy={undoneBy}
      fresh={changesetId === null ? {} : await statesOfCreated(db, changesetId)}
      publication={await standingAmong(db, publications)}
      typedReason={again?.form.get('ly-do') ?? ''}
    />
  );
  const refreshSeconds = isRunning(job) ? REFRESH_SECONDS : undefined;
  const title = `${RESULT_TEXT[visit.lang].title} · ${job.fileName}`;
  const hasErrors = again !== undefined;
  return sendDesk(visit, { title, refreshSeconds, hasErrors, body }, hasErrors ? 422 : 200);
}

/** For the script that keeps a page up to date: how far the work is, and where to go when it has ended. */
function tellProgress({ visit, job }: JobVisit): FastifyReply {
  const next = isRunning(job) ? null : addressOf(job, currentStep(job));
  return visit.reply.headers(NOT_KEPT).send({ progress: job.progress, next });
}
