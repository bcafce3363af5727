import Type from 'typebox';
import {
  type HttpServer,
  jsonAnswer,
  meaning,
  operation,
  PAGE_PARAMETERS,
  pageOf,
  query,
  refuse,
} from '#platform/http/index.ts';
import { answerEntry, contextOf, ENTRY_ANSWER, KEY_HEADER, keyOf, type RegistryParts } from '../http.ts';
import { presentPage, refuseToken, startOf } from '../page-routes.ts';
import { REASON } from '../record/write-routes.ts';
import { ACT, orNull, ROW_ID } from '../shapes.ts';
import { dayInVietnam } from '../version/moment.ts';
import { addDecision } from './commands.ts';
import { dateIssues } from './decision.ts';
import { listDecisions, readDecision } from './decision-queries.ts';

const KEY = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 120,
  examples: ['1426-qd-ttg-2012'],
});
const ISSUER = Type.String(
  meaning('mã trong danh mục decision-issuer', 'code of the list decision-issuer', { maxLength: 60 }),
);
const DAY = Type.String({ examples: ['2015-01-01'], maxLength: 10 });

const DECISION = Type.Object({
  key: KEY,
  number: Type.String(),
  date: orNull(Type.String({ format: 'date' })),
  dateNote: orNull(Type.String()),
  issuer: Type.String(),
  signer: orNull(Type.String()),
  summary: Type.Object({ vi: orNull(Type.String()), en: orNull(Type.String()) }),
  inForceFrom: orNull(Type.String({ format: 'date' })),
  replaces: orNull(Type.String()),
  replacedBy: Type.Array(Type.String()),
  source: Type.String(),
  acts: Type.Integer({ description: 'How many acts it contains' }),
});

/** Decisions: the legal documents behind every designation. */
export function registerDecisionRoutes(server: HttpServer, parts: RegistryParts): void {
  list(server, parts);
  read(server, parts);
  add(server, parts);
}

const LIST_KEY = Type.Object({
  day: Type.String({ pattern: '^(-infinity|\\d{4}-\\d{2}-\\d{2})$' }),
  id: ROW_ID,
});

function list(server: HttpServer, { db }: RegistryParts): void {
  const words = {
    id: 'listDecisions',
    tag: 'decisions',
    summary: { vi: 'Các quyết định, mới trước', en: 'Decisions, newest first' },
  };
  const schema = {
    querystring: query({ issuer: Type.Optional(ISSUER), ...PAGE_PARAMETERS }),
    ...operation(words, { 200: jsonAnswer('Those without a date come last', pageOf(DECISION)) }),
  };
  server.get('/api/v1/decisions', { schema }, async (request, reply) => {
    const { issuer, after, limit } = request.query;
    const start = startOf(LIST_KEY, after);
    if (start.kind === 'wrong' || dateIssues('', dayOf(start.after?.day)).length > 0)
      return refuseToken(request, reply);
    return presentPage(await listDecisions(db, { issuer, after: start.after, limit }));
  });
}

function dayOf(day: string | undefined): string | undefined {
  return day === '-infinity' ? undefined : day;
}

function read(server: HttpServer, { db, now }: RegistryParts): void {
  const words = {
    id: 'readDecision',
    tag: 'decisions',
    summary: { vi: 'Một quyết định cùng các hành vi trong đó', en: 'A decision with its acts' },
  };
  const on = Type.Optional(
    Type.String(
      meaning('ngày xét hiệu lực; mặc định hôm nay', 'the day whose standing is told; today unless given', {
        maxLength: 10,
      }),
    ),
  );
  const schema = {
    params: Type.Object({ key: KEY }),
    querystring: query({ on, ...PAGE_PARAMETERS }),
    ...operation(words, {
      200: jsonAnswer(
        'The decision and a page of its acts',
        Type.Object({ ...DECISION.properties, designations: pageOf(ACT) }),
      ),
    }),
  };
  server.get('/api/v1/decisions/:key', { schema }, async (request, reply) => {
    const { on: day = dayInVietnam(now()), after, limit } = request.query;
    const issues = dateIssues('/query/on', day);
    if (issues.length > 0) return refuse(request, reply, { kind: 'invalid', issues });
    const start = startOf(ROW_ID, after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    const wanted = { key: request.params.key, on: day, after: start.after, limit };
    const outcome = await readDecision(db, request.reader, wanted);
    if (outcome.kind === 'not-found') return refuse(request, reply, outcome);
    return { ...outcome.decision, designations: presentPage(outcome.designations) };
  });
}

function add(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'addDecision',
    tag: 'decisions',
    summary: { vi: 'Ghi một quyết định', en: 'Enter a decision' },
  };
  const text = (maxLength: number) => Type.String({ maxLength });
  const body = Type.Object(
    {
      key: KEY,
      number: text(200),
      date: Type.Optional(DAY),
      dateNote: Type.Optional(text(2_000)),
      issuer: ISSUER,
      signer: Type.Optional(text(200)),
      summary: Type.Optional(
        Type.Object(
          { vi: Type.Optional(text(10_000)), en: Type.Optional(text(10_000)) },
          { additionalProperties: false },
        ),
      ),
      inForceFrom: Type.Optional(DAY),
      replaces: Type.Optional(KEY),
      source: text(2_000),
      reason: REASON,
    },
    { additionalProperties: false },
  );
  const answer = jsonAnswer('Entered, or known already with the same content', ENTRY_ANSWER);
  const schema = { headers: KEY_HEADER, body, ...operation(words, { 200: answer, 201: answer }) };
  server.post('/api/v1/decisions', { schema }, async (request, reply) => {
    const { reason, ...decision } = request.body;
    const outcome = await addDecision(contextOf(parts, request), decision, { reason, ...keyOf(request) });
    if (outcome.kind === 'created') reply.header('location', `/api/v1/decisions/${decision.key}`);
    return answerEntry(request, reply, outcome);
  });
}
