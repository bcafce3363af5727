import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ABSENCES } from '#modules/standards/index.ts';
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
import { dateIssues } from '../decision/decision.ts';
import { answerEntry, contextOf, ENTRY_ANSWER, KEY_HEADER, keyOf, type RegistryParts } from '../http.ts';
import { presentPage, refuseToken, startOf } from '../page-routes.ts';
import { REASON } from '../record/write-routes.ts';
import { ACT, PID, ROW_ID } from '../shapes.ts';
import { dayInVietnam } from '../version/moment.ts';
import { addDesignation, voidDesignation } from './commands.ts';
import { ACTS } from './designation.ts';
import { type ListCode, listCode } from './list-code.ts';
import { stateOn } from './state-queries.ts';
import { actsWithoutDecision } from './work-queries.ts';

const LIST = Type.Optional(
  Type.String(
    meaning('mã danh sách, ví dụ bao-vat-quoc-gia', 'code of a list, for instance bao-vat-quoc-gia', {
      maxLength: 60,
    }),
  ),
);

/** What decisions did to the standing of things, and what stood on a day. */
export function registerDesignationRoutes(server: HttpServer, parts: RegistryParts): void {
  state(server, parts);
  work(server, parts);
  add(server, parts);
  remove(server, parts);
}

function state(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'readRegistryState',
    tag: 'registry',
    summary: { vi: 'Trạng thái sổ đăng ký vào một ngày', en: 'State of the registry on a day' },
    detail: {
      vi: 'Các lần xếp hạng, ghi danh, công nhận còn hiệu lực vào ngày đó theo pháp luật, tổng số theo danh sách, và những lần mà nguồn không nói rõ.',
      en: 'Designations in force on that day by law, totals by list, and those of which the sources do not say.',
    },
  };
  const at = Type.Optional(
    Type.String(
      meaning('NĂM-THÁNG-NGÀY; mặc định hôm nay', 'YEAR-MONTH-DAY; today unless given', {
        maxLength: 10,
        examples: ['2015-01-01'],
      }),
    ),
  );
  const standing = Type.Enum(
    ['in-force', 'uncertain'] as const,
    meaning(
      'in-force: chắc chắn có hiệu lực; uncertain: chưa rõ',
      'in-force: surely so; uncertain: the sources do not say',
      { default: 'in-force' },
    ),
  );
  const total = Type.Object({
    list: Type.String(),
    acts: Type.Integer(),
    records: Type.Integer(),
    uncertainActs: Type.Integer(),
  });
  const shape = Type.Object({
    date: Type.String({ format: 'date' }),
    totals: Type.Array(total),
    ...pageOf(ACT).properties,
  });
  const schema = {
    querystring: query({ at, list: LIST, standing, ...PAGE_PARAMETERS }),
    ...operation(words, { 200: jsonAnswer('Totals, and a page of acts', shape) }),
  };
  server.get('/api/v1/registry/state', { schema }, async (request, reply) => {
    const { at: date = dayInVietnam(parts.now()), list, standing: wanted, after, limit } = request.query;
    const start = startOf(ROW_ID, after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    const chosen = listCode(parts.catalogue, list);
    const issues = [...dateIssues('/query/at', date), ...chosen.issues];
    if (issues.length > 0) return refuse(request, reply, { kind: 'invalid', issues });
    const asked = { date, list: chosen.code, standing: wanted, after: start.after, limit };
    const { date: day, totals, ...page } = await stateOn(parts.db, request.reader, asked);
    return { date: day, totals, ...presentPage(page) };
  });
}

function work(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'listUnknownDecisions',
    tag: 'registry',
    summary: { vi: 'Những lần chưa tìm được quyết định', en: 'Acts whose decision is still to be found' },
  };
  const schema = {
    querystring: query({ list: LIST, ...PAGE_PARAMETERS }),
    ...operation(words, { 200: jsonAnswer('Acts without a known decision', pageOf(ACT)) }),
  };
  server.get('/api/v1/work/unknown-decisions', { schema }, async (request, reply) => {
    const start = startOf(ROW_ID, request.query.after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    const chosen: ListCode = listCode(parts.catalogue, request.query.list);
    if (chosen.issues.length > 0) return refuse(request, reply, { kind: 'invalid', issues: chosen.issues });
    const wanted = {
      on: dayInVietnam(parts.now()),
      list: chosen.code,
      after: start.after,
      limit: request.query.limit,
    };
    return presentPage(await actsWithoutDecision(parts.db, request.reader, wanted));
  });
}

const text = (maxLength: number) => Type.String({ maxLength });
const DAY = Type.String({ maxLength: 10, examples: ['2012-10-01'] });
const closed = { additionalProperties: false } as const;

const MEMBER = Type.Object(
  {
    record: PID,
    component: Type.Optional(text(500)),
    verbatimName: text(2_000),
    verbatimPlace: Type.Optional(text(2_000)),
  },
  closed,
);

const NEW_ACT = Type.Object(
  {
    key: Type.Optional(text(200)),
    decision: Type.Union([
      Type.Object({ key: text(120) }, closed),
      Type.Object({ absent: Type.Enum(ABSENCES) }, closed),
    ]),
    list: text(60),
    rank: Type.Optional(text(60)),
    act: Type.Enum(ACTS),
    of: Type.Optional(
      Type.Union([Type.Object({ key: text(200) }, closed), Type.Object({ id: ROW_ID }, closed)]),
    ),
    earliest: Type.Optional(DAY),
    latest: Type.Optional(DAY),
    edtf: Type.Optional(text(100)),
    batch: Type.Optional(text(200)),
    registryNumber: Type.Optional(text(200)),
    criteria: Type.Optional(text(2_000)),
    note: Type.Optional(text(10_000)),
    source: text(2_000),
    members: Type.Array(MEMBER, { maxItems: 2_000 }),
    reason: REASON,
  },
  closed,
);

function add(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'addDesignation',
    tag: 'decisions',
    summary: { vi: 'Ghi một hành vi của quyết định', en: 'Enter an act of a decision' },
    detail: {
      vi: 'designate: xếp hạng, ghi danh, công nhận; extend: bổ sung; correct: đính chính; revoke: hủy bỏ.',
      en: 'designate puts on a list; extend adds to it; correct mends its words; revoke takes off.',
    },
  };
  const answer = jsonAnswer('Entered', ENTRY_ANSWER);
  const schema = { headers: KEY_HEADER, body: NEW_ACT, ...operation(words, { 200: answer, 201: answer }) };
  server.post('/api/v1/designations', { schema }, async (request, reply) => {
    const { reason, members, ...act } = request.body;
    const named = members.map(({ record, ...member }) => ({ ...member, record: { pid: record } }));
    const why = { reason, ...keyOf(request) };
    return answerEntry(
      request,
      reply,
      await addDesignation(contextOf(parts, request), { ...act, members: named }, why),
    );
  });
}

function remove(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'voidDesignation',
    tag: 'decisions',
    summary: { vi: 'Bỏ một hành vi đã ghi nhầm', en: 'Take back an act that was entered wrongly' },
  };
  const answer = jsonAnswer('Taken back', ENTRY_ANSWER);
  const schema = {
    headers: KEY_HEADER,
    params: Type.Object({ id: ROW_ID }),
    ...operation(words, { 200: answer, 201: answer }),
  };
  server.delete(
    '/api/v1/designations/:id',
    { schema },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { id } = request.params as { id: number };
      return answerEntry(
        request,
        reply,
        await voidDesignation(contextOf(parts, request), id, keyOf(request)),
      );
    },
  );
}
