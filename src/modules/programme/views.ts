import Type, { type Static } from 'typebox';
import { meaning } from '#platform/http/index.ts';
import { EVIDENCE, LEVELS } from './evidence.ts';
import { hasDenominator, type Tally, type TargetProgress } from './tally.ts';
import { documentOf } from './targets.ts';

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const COUNT = Type.Integer({ minimum: 0 });
const TEXT = Type.Object({ vi: Type.String(), en: Type.String() });
const DAY = Type.String({ format: 'date' });

export const LIST = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  asOf: DAY,
  decision: orNull(Type.String()),
  evidence: Type.String(),
  digest: Type.String(meaning('SHA-256 của các mã', 'SHA-256 of the identifiers, one a line, in order')),
  size: COUNT,
});

const TALLY = Type.Object({
  listed: COUNT,
  digitised: COUNT,
  applied: COUNT,
  levels: Type.Record(Type.String(), COUNT),
  gone: Type.Object({ withdrawn: COUNT, merged: COUNT, revoked: COUNT }),
});

export const TARGET = Type.Object({
  id: Type.String(),
  document: Type.String(),
  due: DAY,
  clause: orNull(Type.String()),
  label: TEXT,
  wording: TEXT,
  note: TEXT,
  share: orNull(Type.Number(meaning('phần trăm phải đạt', 'percent to be reached'))),
  requirement: orNull(
    Type.Object({ level: Type.Enum(LEVELS), preserved: Type.Boolean(), used: Type.Boolean() }),
  ),
  measure: Type.Enum(['share', 'count', 'not-frozen'] as const, {
    ...meaning(
      '`not-frozen`: chưa chốt danh mục, không có tỷ lệ nào',
      '`not-frozen`: no list is frozen, so there is no share, neither 0 nor 100',
    ),
  }),
  list: orNull(LIST),
  total: TALLY,
  outside: COUNT,
});

export const ITEM = Type.Object({
  pid: orNull(Type.String()),
  kind: orNull(Type.String()),
  title: orNull(Type.Object({ vi: Type.String(), en: Type.Optional(Type.String()) })),
  part: Type.String(),
  provinces: Type.Array(Type.String()),
  level: orNull(Type.Enum(LEVELS)),
  digitised: Type.Boolean(),
  missing: Type.Array(Type.Enum(EVIDENCE)),
  gone: orNull(Type.Enum(['withdrawn', 'merged', 'revoked'] as const)),
});

/** What the API tells of a target. */
export function targetView(progress: TargetProgress): Static<typeof TARGET> {
  const { target, list, total, outside } = progress;
  const { id, document, clause, label, wording, note, share, requirement } = target;
  const isShare = target.measure === 'share';
  return {
    ...{ id, document, clause, label, wording, note, share, requirement, total, outside },
    due: documentOf(target).due,
    measure: isShare && !hasDenominator(progress) ? 'not-frozen' : target.measure,
    list: list && listView(list),
  };
}

export function listView(list: Static<typeof LIST>): Static<typeof LIST> {
  const { version, asOf, decision, evidence, digest, size } = list;
  return { version, asOf, decision, evidence, digest, size };
}

/** The three numbers of a cell. */
export const CELL = Type.Object({ listed: COUNT, digitised: COUNT, applied: COUNT });

export function cellView({ listed, digitised, applied }: Tally): Static<typeof CELL> {
  return { listed, digitised, applied };
}
