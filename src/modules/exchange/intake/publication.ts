import {
  applyChangeset,
  type Context,
  type CurrentRecord,
  changesetOfKey,
  currentRecords,
  type Operation,
  type Problem,
} from '#modules/registry/index.ts';
import { type Catalogue, fieldMap } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { draftsOf } from './publication-queries.ts';

/** A draft that may not be published, and what stands in the way. */
export interface Unready {
  pid: string;
  lacking: LocalizedText[];
}

export type PublicationOutcome =
  | { kind: 'published'; changesetId: number }
  | { kind: 'nothing-to-publish' }
  /** Nothing was written. The first few drafts that are not ready, out of `count`. */
  | { kind: 'unready'; unready: Unready[]; count: number; drafts: number }
  /** A record was changed while it was to be published; nothing was written. */
  | { kind: 'refused'; problems: Problem[] };

interface Publication {
  /** Of the import. */
  changesetId: number;
  /** Publishes those that are ready; without it, one that is not keeps all from being published. */
  onlyReady: boolean;
  reason: string;
  /** Sent again with the same key, it is not done again. */
  key: string;
}

/** Publishes the drafts that an import made, as one changeset: all of them, or nothing. */
export async function publishDrafts(
  registry: Context,
  catalogue: Catalogue,
  { changesetId, onlyReady, reason, key }: Publication,
): Promise<PublicationOutcome> {
  const { ready, unready, count } = await judgeDrafts(registry, catalogue, changesetId);
  const drafts = ready.length + count;
  if (count > 0 && (!onlyReady || ready.length === 0)) return { kind: 'unready', unready, count, drafts };
  if (drafts === 0 && !(await changesetOfKey(registry.db, key))) return { kind: 'nothing-to-publish' };
  const operations = { [Symbol.iterator]: () => moves(ready) };
  const outcome = await applyChangeset(registry, {
    kind: 'bulk',
    key,
    reason,
    action: 'import.publish',
    operations,
  });
  if (outcome.kind === 'refused') return outcome;
  return outcome.kind === 'applied' || outcome.kind === 'repeated'
    ? { kind: 'published', changesetId: outcome.changesetId }
    : { kind: 'nothing-to-publish' };
}

const TOGETHER = 500;
const MOST_NAMED = 20;

type Ready = Pick<CurrentRecord, 'pid' | 'version'>;

async function judgeDrafts({ db, rules }: Context, catalogue: Catalogue, changesetId: number) {
  const [ready, unready]: [Ready[], Unready[]] = [[], []];
  let [after, count] = [0, 0];
  for (;;) {
    const ids = await draftsOf(db, { changesetId, after, limit: TOGETHER });
    const last = ids.at(-1);
    if (last === undefined) return { ready, unready, count };
    for (const { pid, version, body } of await currentRecords(db, ids)) {
      const issues = rules.validate(body, 'published');
      if (issues.length === 0) ready.push({ pid, version });
      else {
        count += 1;
        const lacking = issues.map((issue) => lackingField(issue, body.standard, catalogue));
        if (unready.length < MOST_NAMED) unready.push({ pid, lacking });
      }
    }
    after = last;
  }
}

function lackingField(
  { code, pointer, message }: { code: string; pointer: string; message: LocalizedText },
  reference: string,
  catalogue: Catalogue,
): LocalizedText {
  const standard = catalogue.standardByReference(reference);
  const label = standard && fieldMap(standard).get(pointer.split('/')[2] ?? '')?.label;
  return code === 'missing-mandatory' && label ? label : message;
}

/** Nobody skips a step of a record's life; whoever publishes takes all of them. */
const STEPS = ['submitted', 'verified', 'published'] as const;

/** Part by part, since a part whose records come up again is written before. */
function* moves(ready: readonly Ready[]): Generator<Operation> {
  for (let first = 0; first < ready.length; first += TOGETHER) {
    const part = ready.slice(first, first + TOGETHER);
    for (const to of STEPS)
      for (const { pid, version } of part)
        yield { op: 'transition', record: { pid }, to, expectedVersion: version };
  }
}
