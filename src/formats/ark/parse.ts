import { checkCharacter } from './check.ts';

/** `qualifier` (parts `/…`, variants `.…`) keeps its leading separator and is outside the check. */
export type Ark = { naan: string; name: string; qualifier?: string };

export type ArkOutcome =
  | ({ kind: 'valid' } & Ark)
  // `suggestion`: the name in lower case, given only where that makes the check right
  | ({ kind: 'bad-check'; suggestion?: string } & Ark)
  | { kind: 'not-an-ark' };

// A NAAN is five betanumeric characters today; the specification allows for growth.
const ARK =
  /^(?:https?:\/\/[^/]+\/(?:[^?#]*\/)?)?ark:\/?([0-9bcdfghjkmnpqrstvwxz]{5,9})\/([^/.]+)([/.].*)?$/is;

// draft-kunze-ark-38 §2.7: hyphens carry no meaning, nor do the dashes that word processors make of them
// (U+2010 … U+2015); nor does white space that line wrapping put into a printed identifier.
const IGNORED = /%2d|[-\u2010-\u2015\s]/gi;

/**
 * Reads `ark:NAAN/NAME` and `ark:/NAAN/NAME`, alone or as the end of a web address.
 * The label and the NAAN may be in either case; case in a name is significant (draft-kunze-ark-38 §2.7).
 * `mintedUnder`: NAANs under which names were minted before; their check characters stay right for ever.
 */
export function parseArk(text: string, { mintedUnder = [] as readonly string[] } = {}): ArkOutcome {
  const match = ARK.exec(withoutInflection(text).replace(IGNORED, ''));
  const [naan, name] = [match?.[1]?.toLowerCase(), match?.[2]];
  if (naan === undefined || name === undefined) return { kind: 'not-an-ark' };
  const qualifier = match?.[3]?.replace(/[/.]+$/, '') ?? '';
  const ark: Ark = { naan, name, ...(qualifier === '' ? {} : { qualifier }) };
  const naans = [naan, ...mintedUnder];
  if (naans.some((candidate) => isMintedName({ naan: candidate, name }))) return { kind: 'valid', ...ark };
  const lower = name.toLowerCase();
  const suggested = naans.some((candidate) => isMintedName({ naan: candidate, name: lower }));
  return { kind: 'bad-check', ...ark, ...(suggested ? { suggestion: lower } : {}) };
}

/** Whether `name` consists of betanumeric characters and ends with its check character under `naan`. */
export function isMintedName({ naan, name }: { naan: string; name: string }): boolean {
  return (
    /^[0-9bcdfghjkmnpqrstvwxz]{2,}$/.test(name) &&
    checkCharacter(`${naan}/${name.slice(0, -1)}`) === name.slice(-1)
  );
}

/** `modern` writes `ark:99999/…`; `classic` writes `ark:/99999/…`, which older resolvers still expect. */
export function formatArk(ark: Ark, style: 'modern' | 'classic' = 'modern'): string {
  return `ark:${style === 'classic' ? '/' : ''}${ark.naan}/${ark.name}${ark.qualifier ?? ''}`;
}

/** `?`, `??` and `?info` ask for metadata about the ARK and are not part of it (draft-kunze-ark-38 §5). */
function withoutInflection(text: string): string {
  return text.trim().replace(/[?#].*$/s, '');
}
