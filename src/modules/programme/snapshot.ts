import Type, { type Static } from 'typebox';
import { canonicalJson } from '#formats/jcs/index.ts';
import { hasDenominator, type Tally, type TargetProgress } from './tally.ts';

const COUNTS = { listed: Type.Integer(), digitised: Type.Integer(), applied: Type.Integer() };
const PLACE = Type.Object({ code: Type.String(), ...COUNTS });

/** What a snapshot says of one target; the shape of what is stored and hashed. */
const SNAPSHOT_TARGET = Type.Object({
  id: Type.String(),
  listVersion: Type.Union([Type.Integer(), Type.Null()]),
  listDigest: Type.Union([Type.String(), Type.Null()]),
  ...COUNTS,
  levels: Type.Record(Type.String(), Type.Integer()),
  outside: Type.Integer(),
  provinces: Type.Array(PLACE),
});

export type SnapshotTarget = Static<typeof SNAPSHOT_TARGET>;

/** `takenOn`: YYYY-MM-DD in Vietnam. */
export interface SnapshotContent {
  takenOn: string;
  targets: SnapshotTarget[];
}

const counts = ({ listed, digitised, applied }: Tally) => ({ listed, digitised, applied });

/** The canonical text of the numbers of a day: targets without a population say nothing and are left out. */
export function snapshotText(takenOn: string, progress: readonly TargetProgress[]): string {
  const content: SnapshotContent = {
    takenOn,
    targets: progress
      .filter((one) => one.target.measure === 'count' || hasDenominator(one))
      .map(({ target, list, total, provinces, outside }) => ({
        id: target.id,
        listVersion: list?.version ?? null,
        listDigest: list?.digest ?? null,
        ...counts(total),
        levels: total.levels,
        outside,
        provinces: [...provinces]
          .map(([code, tally]) => ({ code, ...counts(tally) }))
          .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      })),
  };
  const outcome = canonicalJson(content);
  if (outcome.kind !== 'canonical') throw new Error(`a snapshot is no JSON: ${outcome.reason}`);
  return outcome.text;
}
