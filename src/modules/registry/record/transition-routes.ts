import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { type HttpServer, meaning, operation } from '#platform/http/index.ts';
import { contextOf, keyOf, MATCH_HEADERS, type RegistryParts } from '../http.ts';
import { PID, VERSION_NUMBER } from '../shapes.ts';
import {
  confirmRecord,
  eraseSealed,
  mergeRecords,
  type RecordOutcome,
  restoreVersion,
  transitionRecord,
} from './commands.ts';
import type { TransitionTarget } from './record.ts';
import {
  answerWritten,
  expectedVersion,
  REASON,
  RECORD_PARAMETERS,
  refuseStale,
  WRITTEN,
} from './write-routes.ts';

const ACT = Type.Union([Type.Object({ reason: REASON }, { additionalProperties: false }), Type.Null()]);

/** Acts whose only detail is why. */
const MOVES: Readonly<Record<string, { to: TransitionTarget; vi: string; en: string }>> = {
  submit: { to: 'submitted', vi: 'Gửi hồ sơ đi kiểm tra', en: 'Submit a record for review' },
  verify: { to: 'verified', vi: 'Xác nhận hồ sơ đã kiểm tra', en: 'Mark a record as verified' },
  publish: { to: 'published', vi: 'Công bố hồ sơ', en: 'Publish a record' },
  return: { to: 'draft', vi: 'Trả hồ sơ về bản nháp', en: 'Return a record to its author' },
  withdraw: { to: 'withdrawn', vi: 'Rút hồ sơ; phải nêu lý do', en: 'Withdraw a record; needs a reason' },
};

/** What happens to a record beyond its content: its life from draft to publication, and its end. */
export function registerTransitions(server: HttpServer, parts: RegistryParts): void {
  for (const [name, { to, vi, en }] of Object.entries(MOVES)) {
    act(server, parts, {
      name,
      vi,
      en,
      body: ACT,
      perform: (wish) => transitionRecord(wish.ctx, { ...wish.common, to }),
    });
  }
  act(server, parts, {
    ...{
      name: 'confirm',
      vi: 'Xác nhận hồ sơ đúng với nguồn',
      en: 'Confirm that a record is true to its sources',
    },
    body: ACT,
    perform: ({ ctx, common }) => confirmRecord(ctx, common),
  });
  act(server, parts, {
    ...{
      name: 'restore',
      vi: 'Khôi phục nội dung của một phiên bản cũ',
      en: 'Restore the content of an earlier version',
    },
    body: Type.Object({ version: VERSION_NUMBER, reason: REASON }, { additionalProperties: false }),
    perform: ({ ctx, common, body }) =>
      restoreVersion(ctx, { expectedVersion: undefined, ...common, version: body.version }),
  });
  act(server, parts, {
    ...{ name: 'merge', vi: 'Gộp hồ sơ vào một hồ sơ khác', en: 'Merge a record into another' },
    body: Type.Object(
      { into: PID, reason: Type.String({ minLength: 1, maxLength: 2_000 }) },
      { additionalProperties: false },
    ),
    perform: ({ ctx, common, body }) =>
      mergeRecords(ctx, { from: common.pid, into: body.into, reason: body.reason, ...keyIn(common) }),
  });
  act(server, parts, {
    ...{
      name: 'erase',
      vi: 'Xóa dữ liệu cá nhân ở mọi phiên bản',
      en: 'Erase personal data in every version',
    },
    body: Type.Object(
      {
        fields: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 100 })),
        reason: Type.String(
          meaning('căn cứ của việc xóa', 'legal ground of the erasure', { minLength: 1, maxLength: 2_000 }),
        ),
      },
      { additionalProperties: false },
    ),
    perform: ({ ctx, common, body }) =>
      eraseSealed(ctx, {
        pid: common.pid,
        reason: body.reason,
        ...keyIn(common),
        ...(body.fields === undefined ? {} : { fields: body.fields }),
      }),
  });
}

interface Common {
  pid: string;
  expectedVersion?: number;
  reason?: string;
  key?: string;
}

function keyIn({ key }: Common): { key?: string } {
  return key === undefined ? {} : { key };
}

interface Wish<Body> {
  ctx: ReturnType<typeof contextOf>;
  common: Common;
  body: Body;
}

interface Act<Body extends Type.TSchema> {
  name: string;
  vi: string;
  en: string;
  body: Body;
  perform(wish: Wish<Static<Body>>): Promise<RecordOutcome>;
}

function act<Body extends Type.TSchema>(server: HttpServer, parts: RegistryParts, offer: Act<Body>): void {
  const words = { id: `${offer.name}Record`, tag: 'records', summary: { vi: offer.vi, en: offer.en } };
  const schema = {
    headers: MATCH_HEADERS,
    params: RECORD_PARAMETERS,
    body: offer.body,
    ...operation(words, { 200: WRITTEN }),
  };
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { pid } = request.params as Static<typeof RECORD_PARAMETERS>;
    const body = (request.body ?? {}) as Static<Body>;
    const common = commonOf(request, pid, body);
    const outcome = await offer.perform({ ctx: contextOf(parts, request), common, body });
    if (outcome.kind === 'stale') return await refuseStale(parts, request, reply, pid);
    return answerWritten(request, reply, outcome, pid);
  };
  server.post(`/api/v1/records/:pid/${offer.name}`, { schema }, handle);
}

function commonOf(request: FastifyRequest, pid: string, body: unknown): Common {
  const version = expectedVersion(request, pid);
  const reason =
    typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason) : undefined;
  return {
    pid,
    ...(version === undefined ? {} : { expectedVersion: version }),
    ...(reason === undefined ? {} : { reason }),
    ...keyOf(request),
  };
}
