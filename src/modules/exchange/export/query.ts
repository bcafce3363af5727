import type { RecordFilter } from '#modules/registry/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

export type QueryOutcome =
  | { kind: 'query'; filter: RecordFilter }
  /** `accepted`: the keys, or the values of the key. */
  | { kind: 'refused'; part: string; accepted: LocalizedText };

const STATES = ['draft', 'submitted', 'verified', 'published', 'withdrawn', 'merged'] as const;
const VERIFICATIONS = ['unconfirmed', 'confirmed'] as const;

type Reader = (value: string) => RecordFilter | undefined;

const KEYS: Readonly<Record<string, { read: Reader; accepted: string }>> = {
  kind: { read: (value) => oneOf(KINDS, value, 'kind'), accepted: KINDS.join(', ') },
  state: { read: (value) => oneOf(STATES, value, 'state'), accepted: STATES.join(', ') },
  verification: {
    read: (value) => oneOf(VERIFICATIONS, value, 'verification'),
    accepted: VERIFICATIONS.join(', '),
  },
  changeset: {
    read: (value) => (/^[1-9]\d{0,14}$/.test(value) ? { changeset: Number(value) } : undefined),
    accepted: '1, 2, 3, …',
  },
  pid: { read: (value) => (value === '' ? undefined : { pid: value }), accepted: 'PID' },
};

function oneOf<K extends keyof RecordFilter>(
  values: readonly string[],
  value: string,
  key: K,
): RecordFilter | undefined {
  return values.includes(value) ? { [key]: value } : undefined;
}

/** Reads `kind=artefact&state=published`; parts may also come as words of their own. */
export function readQuery(words: readonly string[]): QueryOutcome {
  let filter: RecordFilter = {};
  for (const part of words.flatMap((word) => word.split('&')).filter((word) => word !== '')) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    const read = key?.read(value);
    if (!read) return { kind: 'refused', part, accepted: acceptedIn(name, key?.accepted) };
    filter = { ...filter, ...read };
  }
  return { kind: 'query', filter };
}

function acceptedIn(name: string, values: string | undefined): LocalizedText {
  const names = Object.keys(KEYS).join(', ');
  return values === undefined
    ? { vi: `các khóa: ${names}`, en: `the keys: ${names}` }
    : { vi: `giá trị của ${name}: ${values}`, en: `values of ${name}: ${values}` };
}
