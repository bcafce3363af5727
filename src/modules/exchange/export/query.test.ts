import { expect, test } from 'vitest';
import { readQuery } from './query.ts';

test.each([
  [[], {}],
  [['kind=artefact'], { kind: 'artefact' }],
  [['kind=artefact&state=published'], { kind: 'artefact', state: 'published' }],
  [
    ['kind=museum', 'verification=confirmed', 'changeset=12'],
    { kind: 'museum', verification: 'confirmed', changeset: 12 },
  ],
  [['pid=d1abc'], { pid: 'd1abc' }],
])('%j', (words, filter) => {
  expect(readQuery(words)).toEqual({ kind: 'query', filter });
});

test.each([
  ['kind=drum', 'monument, artefact'],
  ['state=', 'draft, submitted'],
  ['changeset=-1', '1, 2, 3'],
  ['province=38', 'kind, state'],
  ['kind', 'monument'],
  ['__proto__=x', 'kind, state'],
])('%s is refused with what is accepted', (word, accepted) => {
  const outcome = readQuery([word]);
  expect(outcome).toMatchObject({ kind: 'refused', part: word });
  expect(outcome.kind === 'refused' && outcome.accepted.en).toContain(accepted);
});
