import type { FastifyReply } from 'fastify';
import { isFormToken, sessionIn } from '#modules/access/index.ts';
import {
  applyProfile,
  approve,
  chooseKey,
  discard,
  type Mapping,
  mapColumns,
  type ReceiveOutcome,
  receiveFile,
  rereadFile,
  startCheck,
  startPublication,
  startPublicationUndo,
  startUndo,
} from '#modules/exchange/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { TOKEN_FIELD } from '../frame/form-parts.tsx';
import { STRANGE_FORM } from '../frame/guard.ts';
import { actorOf, formOf, goTo, type Visit, visitOf } from '../frame/visit.ts';
import { IMPORTS, type Workbench } from '../frame/workbench.ts';
import { APPROVE_TEXT } from './approve-page.tsx';
import { addressOf } from './job-frame.tsx';
import { follow, type JobVisit, routeJob, seenIn } from './job-visit.ts';
import { takeColumns } from './map-form.ts';
import { readUpload, type UploadedFile } from './multipart.ts';
import { showApproval, showFile, showResult, showUpload } from './page-routes.tsx';
import { readingIn } from './reading-fields.tsx';
import { RESULT_TEXT } from './result-page.tsx';
import { takeTerms } from './terms-form.ts';
import { receiveProblems } from './upload-texts.ts';

/** A large file over a slow line. */
const UPLOAD_WITHIN_MS = 15 * 60_000;

/** What the forms of the import do. Each goes on to a page, so that a reload sends nothing twice. */
export function registerImportForms(scope: HttpServer, workbench: Workbench): void {
  scope.post(IMPORTS, { handlerTimeout: UPLOAD_WITHIN_MS, config: { slowBody: true } }, (request, reply) =>
    takeFile(visitOf(workbench, request, reply)),
  );
  const post = (page: string, answer: (found: JobVisit) => Promise<FastifyReply>) =>
    routeJob(scope, workbench, { method: 'POST', page, answer });
  post('tep', takeReading);
  post('khoa', takeKey);
  post('anh-xa', takeProfile);
  post('cot', takeColumns);
  post('thuat-ngu', takeTerms);
  post('chay-thu', async (found) =>
    follow(found, await startCheck(found.visit.workbench.intake, seenIn(found)), 'chay-thu'),
  );
  post('luu-nhap', takeDrafts);
  post('cong-bo', takePublication);
  post('hoan-tac-cong-bo', takePublicationUndo);
  post('bo', async (found) =>
    follow(found, await discard(found.visit.workbench.intake, seenIn(found)), 'ket-qua'),
  );
  post('ghi', takeApproval);
  post('hoan-tac', takeUndo);
}

type TakenFile = ReceiveOutcome | { kind: 'strange-form' };

async function takeFile(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit;
  const reading = await readUpload(request, (file) => receive(visit, file));
  if (reading.kind !== 'taken') return showUpload(visit, receiveProblems(reading), 422);
  const outcome = reading.value;
  if (outcome.kind === 'strange-form')
    return refuse(request, reply, { kind: 'forbidden', reason: STRANGE_FORM });
  if (outcome.kind === 'received') return goTo(visit, addressOf(outcome, 'tep'));
  return showUpload(visit, receiveProblems(outcome), outcome.kind === 'too-large' ? 413 : 422);
}

/** The token stands before the file: a form of somebody else's is not even kept on disk. */
async function receive(visit: Visit, { fields, name, bytes }: UploadedFile): Promise<TakenFile> {
  const session = sessionIn(visit.request) ?? '';
  if (!isFormToken(session, fields.get(TOKEN_FIELD) ?? '')) return { kind: 'strange-form' };
  return await receiveFile(visit.workbench.intake, {
    ...{ bytes, fileName: name, kind: fields.get('loai') ?? '', actorId: actorOf(visit) },
    reading: readingIn(fields),
  });
}

async function takeReading(found: JobVisit): Promise<FastifyReply> {
  const form = formOf(found.visit);
  const outcome = await rereadFile(found.visit.workbench.intake, {
    ...seenIn(found),
    ...{ kind: form.get('loai') ?? '', reading: readingIn(form) },
  });
  if (outcome.kind === 'unreadable' || outcome.kind === 'unknown-kind')
    return showFile(found, { form, problems: receiveProblems(outcome) });
  return follow(found, outcome, 'khoa');
}

async function takeKey(found: JobVisit): Promise<FastifyReply> {
  const form = formOf(found.visit);
  const outcome = await chooseKey(found.visit.workbench.intake, {
    ...seenIn(found),
    column: form.get('cot') || null,
    emptyCells: form.get('o-trong') === 'clear' ? 'clear' : 'keep',
  });
  return follow(found, outcome, 'cot');
}

async function takeProfile(found: JobVisit): Promise<FastifyReply> {
  const name = formOf(found.visit).get('ten') ?? '';
  const outcome = await applyProfile(found.visit.workbench.intake, { ...seenIn(found), name });
  return follow(found, outcome, 'cot');
}

async function takeApproval(found: JobVisit): Promise<FastifyReply> {
  const form = formOf(found.visit);
  const outcome = await approve(found.visit.workbench.intake, {
    ...seenIn(found),
    digest: form.get('ban-kiem') ?? '',
    skipRejected: form.get('bo-dong-loi') === '1',
    reason: reasonIn(form),
  });
  if (outcome.kind === 'has-rejected')
    return showApproval(found, { form, problems: [inBoth((lang) => APPROVE_TEXT[lang].mustSkip)] });
  return follow(found, outcome.kind === 'nothing-to-write' ? { kind: 'stale' } : outcome, 'ket-qua');
}

/** The same reading once more, with new records as drafts. */
async function takeDrafts(found: JobVisit): Promise<FastifyReply> {
  const { visit, job } = found;
  const mapping: Mapping = { ...job.mapping, state: 'draft' };
  const outcome = await mapColumns(visit.workbench.intake, { ...seenIn(found), mapping });
  // The columns were laid out before and fit.
  return follow(found, outcome.kind === 'invalid' ? { kind: 'stale' } : outcome, 'chay-thu');
}

async function takePublication(found: JobVisit): Promise<FastifyReply> {
  const form = formOf(found.visit);
  const outcome = await startPublication(found.visit.workbench.intake, {
    ...seenIn(found),
    onlyReady: form.get('du-dieu-kien') === '1',
    reason: reasonIn(form),
  });
  return follow(found, outcome, 'ket-qua');
}

async function takePublicationUndo(found: JobVisit): Promise<FastifyReply> {
  const form = formOf(found.visit);
  const reason = reasonIn(form);
  if (reason === '')
    return await showResult(found, { form, problems: [inBoth((lang) => RESULT_TEXT[lang].mustGiveReason)] });
  const outcome = await startPublicationUndo(found.visit.workbench.intake, { ...seenIn(found), reason });
  return follow(found, outcome, 'ket-qua');
}

function reasonIn(form: URLSearchParams): string {
  return (form.get('ly-do') ?? '').trim().slice(0, LONGEST_REASON);
}

const LONGEST_REASON = 2_000;

async function takeUndo(found: JobVisit): Promise<FastifyReply> {
  const form = formOf(found.visit);
  const reason = reasonIn(form);
  if (reason === '' || form.get('xac-nhan') !== '1')
    return await showResult(found, { form, problems: [inBoth((lang) => RESULT_TEXT[lang].mustConfirm)] });
  const outcome = await startUndo(found.visit.workbench.intake, { ...seenIn(found), reason });
  return follow(found, outcome, 'ket-qua');
}

function inBoth(make: (lang: 'vi' | 'en') => string): LocalizedText {
  return { vi: make('vi'), en: make('en') };
}
