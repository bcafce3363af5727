import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import {
  everyRow,
  listRows,
  type RowReport,
  rejectedLines,
  rejectedWorkbook,
  reportLines,
} from '#modules/exchange/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { NOT_KEPT } from '../frame/visit.ts';
import type { Workbench } from '../frame/workbench.ts';
import { type JobVisit, routeJob } from './job-visit.ts';
import { MOST_IN_BOOK } from './words.ts';

/** The files that tell of a dry run. */
export function registerDownloads(scope: HttpServer, workbench: Workbench): void {
  routeJob(scope, workbench, { page: 'bao-cao.csv', answer: report });
  routeJob(scope, workbench, { page: 'dong-loi.csv', answer: rejected });
  routeJob(scope, workbench, { page: 'dong-loi.xlsx', answer: rejectedBook });
}

function report(found: JobVisit): FastifyReply {
  const { visit, job } = found;
  const rows = everyRow(visit.workbench.db, job.id);
  return sendCsv(
    found,
    'bao-cao',
    tableOf(rows, (page) => reportLines(page, visit.lang)),
  );
}

function rejected(found: JobVisit): FastifyReply {
  const { visit, job } = found;
  const header = headerOf(found);
  const rows = everyRow(visit.workbench.db, job.id, 'rejected');
  const write = (page: RowReport[]) => rejectedLines(page, { header, lang: visit.lang });
  return sendCsv(found, 'dong-loi', tableOf(rows, write));
}

async function rejectedBook(found: JobVisit): Promise<FastifyReply> {
  const { visit, job } = found;
  if (job.checked === null) return refuse(visit.request, visit.reply, { kind: 'not-found' });
  const rows = await listRows(visit.workbench.db, job.id, { outcome: 'rejected', limit: MOST_IN_BOOK });
  const book = rejectedWorkbook(rows, { header: headerOf(found), lang: visit.lang });
  return visit.reply
    .headers({ ...NOT_KEPT, 'content-disposition': attachment(job.fileName, 'dong-loi', 'xlsx') })
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(Readable.from(book, { objectMode: false }));
}

function headerOf({ job }: JobVisit): string[] {
  return job.inspection.columns.map(({ header }) => header);
}

const PAGE = 500;

/** Writers make a table of the rows they get; of the tables of several pages only the first keeps its header. */
async function* tableOf(
  rows: AsyncIterable<RowReport>,
  write: (page: RowReport[]) => Iterable<string>,
): AsyncGenerator<string> {
  yield* write([]);
  let page: RowReport[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield* withoutHeader(write(page));
    page = [];
  }
  yield* withoutHeader(write(page));
}

function* withoutHeader(lines: Iterable<string>): Generator<string> {
  let first = true;
  for (const line of lines) {
    if (!first) yield line;
    first = false;
  }
}

function sendCsv({ visit, job }: JobVisit, what: string, lines: AsyncIterable<string>): FastifyReply {
  const { request, reply } = visit;
  if (job.checked === null) return refuse(request, reply, { kind: 'not-found' });
  return reply
    .headers({ ...NOT_KEPT, 'content-disposition': attachment(job.fileName, what, 'csv') })
    .type('text/csv; charset=utf-8')
    .send(Readable.from(lines));
}

/** RFC 6266: a name in ASCII for old readers, and the real one. */
function attachment(fileName: string, what: string, extension: string): string {
  const name = `${fileName.replace(/\.[a-z0-9]+$/i, '')}.${what}.${extension}`;
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${what}.${extension}"; filename*=UTF-8''${encoded}`;
}
