import { isMintedName, parseArk } from '#formats/ark/index.ts';
import { type CellProblem, problem } from '../cells/problem.ts';

/** Under which identifiers of this installation were made. */
export interface Authority {
  naan: string;
  shoulder: string;
}

/** Names minted before the institution had a number of its own stay right for ever. */
const TEST_NAAN = '99999';

/** Kept for the records of the starter data, on every node. */
const STARTER_SHOULDER = 'k0';
/** Shoulder (consonants, one digit), six characters, check character. */
const NAME = /^[bcdfghjkmnpqrstvwxz]+[0-9][0-9bcdfghjkmnpqrstvwxz]{7}$/;

/** The identifier in a text, alone or as an ARK, of this node or another; undefined for every other text. */
export function pidIn(text: string, { naan }: Pick<Authority, 'naan'>): string | undefined {
  const ark = parseArk(text, { mintedUnder: [naan, TEST_NAAN] });
  if (ark.kind === 'valid') return ark.name;
  const minted = [naan, TEST_NAAN].some((authority) => isMintedName({ naan: authority, name: text }));
  return minted && NAME.test(text) ? text : undefined;
}

/** A record by its identifier, if there is one with this text, else by its alias. */
export interface RecordKey {
  kind: 'key';
  text: string;
  pid: string;
  /** Whose identifier it can only be: a new record of this node gets it, one of the starter data must be there. */
  names: 'own' | 'starter' | 'alias';
  scheme: string;
  value: string;
}

export type RowKey =
  /** A record of its own each time the row is imported. */
  { kind: 'none' } | RecordKey | { kind: 'problem'; problem: CellProblem };

const SCHEMED = /^([a-z0-9]+(?:-[a-z0-9]+)*):(?!\/\/)(.+)$/su;
const LONGEST_VALUE = 500;

/** Reads the `id` cell: identifier, ARK, `scheme:value`, or a key of the owner's own system (scheme `local`). */
export function readRowKey(cell: string, authority: Authority): RowKey {
  const text = cell.trim();
  if (text === '') return { kind: 'none' };
  const ark = parseArk(text, { mintedUnder: [authority.naan, TEST_NAAN] });
  if (ark.kind === 'bad-check' || isMistyped(text, authority)) {
    return { kind: 'problem', problem: problem('no-such-identifier', { given: text }) };
  }
  const [, scheme = 'local', value = text] = SCHEMED.exec(text) ?? [];
  if (value.length > LONGEST_VALUE) {
    return { kind: 'problem', problem: problem('bad-row-key', { given: text.slice(0, 60) }) };
  }
  const pid = pidIn(text, authority) ?? text;
  const names =
    ark.kind === 'valid' || pidIn(text, authority) !== undefined ? nameKind(pid, authority) : 'alias';
  return { kind: 'key', text, pid, names, scheme, value: value.trim() };
}

/** A key of somebody's own system may by chance look like a name of a shoulder that is not used here. */
function nameKind(pid: string, { shoulder }: Authority): RecordKey['names'] {
  if (pid.startsWith(shoulder)) return 'own';
  return pid.startsWith(STARTER_SHOULDER) ? 'starter' : 'alias';
}

/** Has the form of an identifier of this node, but not its check character. */
function isMistyped(text: string, authority: Authority): boolean {
  const ours = text.startsWith(authority.shoulder) || text.startsWith(STARTER_SHOULDER);
  return ours && NAME.test(text) && pidIn(text, authority) === undefined;
}
