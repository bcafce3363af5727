import type { FastifyReply } from 'fastify';
import { type ChangeOutcome, findJob, type ImportJob } from '#modules/exchange/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { formOf, goTo, pathOf, queryOf, type Visit, visitOf } from '../frame/visit.ts';
import { IMPORTS, type Workbench } from '../frame/workbench.ts';
import { addressOf } from './job-frame.tsx';
import { currentStep, STALE } from './words.ts';

/** A visit to one import. */
export interface JobVisit {
  visit: Visit;
  job: ImportJob;
  standard: RecordStandard;
}

type AnswerJob = (visit: JobVisit) => Promise<FastifyReply> | FastifyReply;

/** Registers a page of one import; an import that is not there is answered with the page for that. */
export function routeJob(
  scope: HttpServer,
  workbench: Workbench,
  { method = 'GET', page, answer }: { method?: 'GET' | 'POST'; page: string; answer: AnswerJob },
): void {
  const url = page === '' ? `${IMPORTS}/:id` : `${IMPORTS}/:id/${page}`;
  scope.route({
    ...{ method, url },
    handler: async (request, reply) => {
      const visit = visitOf(workbench, request, reply);
      const found = await jobOf(visit);
      return found === undefined ? refuse(request, reply, { kind: 'not-found' }) : await answer(found);
    },
  });
}

async function jobOf(visit: Visit): Promise<JobVisit | undefined> {
  const { id = '' } = pathOf(visit);
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
  const { intake } = visit.workbench;
  const job = await findJob(intake.db, Number(id));
  const standard = job && intake.catalogue.standard(job.kind);
  return job && standard && { visit, job, standard };
}

/** The import at the revision that the form was made for. */
export function seenIn({ visit, job }: JobVisit): { id: number; revision: number } {
  const revision = Number(formOf(visit).get('lan-sua'));
  return { id: job.id, revision: Number.isSafeInteger(revision) ? revision : 0 };
}

/** Goes on, or back to the import as it is now where somebody else was faster. */
export function follow(
  { visit, job }: JobVisit,
  outcome: { kind: ChangeOutcome['kind'] },
  next: string,
): FastifyReply {
  if (outcome.kind === 'changed') return goTo(visit, addressOf(job, next));
  return goTo(visit, outcome.kind === 'stale' ? `${IMPORTS}/${job.id}?bao=cu` : IMPORTS);
}

/** Where an import stands; what is to be said goes along. */
export function toCurrentStep({ visit, job }: JobVisit): FastifyReply {
  const said = queryOf(visit).bao === 'cu' ? '?bao=cu' : '';
  return goTo(visit, `${addressOf(job, currentStep(job))}${said}`);
}

/** What stands in the way of an import, and what happened to the form before. */
export function problemsOf({ visit, job }: JobVisit): LocalizedText[] {
  const stale = queryOf(visit).bao === 'cu' ? [STALE] : [];
  return [...stale, ...(job.refusal ?? [])];
}
