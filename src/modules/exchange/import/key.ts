import { canonicalJson, sha256Hex } from '#formats/jcs/index.ts';
import { changesetOfKey } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Mapping } from '../sheet/mapping.ts';

/** The same file, read in the same way as the same kind, is the same import. */
export function importKey({
  digest,
  kind,
  mapping,
}: {
  digest: string;
  kind: string;
  mapping: Mapping;
}): string {
  const { state, ...reading } = mapping;
  // A draft is what new records are anyhow: whoever says so does not say anything else.
  const said = state === 'published' ? mapping : reading;
  const canonical = canonicalJson({ digest, kind, mapping: said });
  if (canonical.kind !== 'canonical')
    throw new Error(`A mapping that was read as JSON is not: ${canonical.reason}`);
  return `import:${sha256Hex(canonical.text)}`;
}

export type KeyOutcome = { kind: 'free'; key: string } | { kind: 'used'; changesetId: number };

/** An import that was taken back may be made again, under the next key. */
export async function findKey(db: Db, first: string): Promise<KeyOutcome> {
  for (let round = 1; ; round += 1) {
    const key = round === 1 ? first : `${first}:${round}`;
    const used = await changesetOfKey(db, key);
    if (!used) return { kind: 'free', key };
    if (!used.reverted) return { kind: 'used', changesetId: used.id };
  }
}
