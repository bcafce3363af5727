import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchQuery } from '#modules/search/index.ts';
import { type Parameters, stateOf } from './read-state.ts';
import { addressOf } from './state.ts';

function canonical(parameters: Parameters): string {
  const parsed = parseSearchQuery(parameters, { lang: 'vi', mistakes: 'drop' });
  if (parsed.kind !== 'query') throw new Error('not understood');
  return addressOf(stateOf(parsed.query, parameters)).replace('/vi/tim-kiem', '');
}

test.each<[Parameters, string]>([
  [{}, ''],
  [{ q: ' trống  đồng ' }, '?q=tr%E1%BB%91ng+%C4%91%E1%BB%93ng'],
  [{ view: 'list', kind: 'artefact', q: 'a' }, '?q=a&kind=artefact&view=list'],
  [{ kind: ['artefact', 'monument', 'artefact'] }, '?kind=artefact&kind=monument'],
  [{ kind: 'artefact,monument' }, '?kind=artefact&kind=monument'],
  [{ kind: 'spaceship', foo: '1', from: '', to: 'x' }, ''],
  [{ from: '1460', to: '-0199' }, ''],
  [{ from: '-199', to: '938' }, '?from=-199&to=938'],
  [{ near: '21.02,105.85' }, '?near=21.02%2C105.85'],
  [{ sort: 'near' }, ''],
  [{ sort: 'name', view: 'map' }, '?sort=name&view=map'],
  [{ sort: 'name', view: 'globe' }, '?sort=name'],
  [{ after: 'nonsense', exact: '1' }, '?exact=1'],
  [{ q: 'chùa kind:monument', place: '01' }, '?q=ch%C3%B9a&kind=monument&place=01'],
])('%j becomes %s', (parameters, address) => {
  expect(canonical(parameters)).toBe(address);
});

test('a canonical address is its own canonical form', () => {
  const value = fc.oneof(
    fc.constantFrom('artefact', 'name', 'grid', '01', '1460', 'kind:museum đình'),
    fc.string(),
  );
  const key = fc.constantFrom('q', 'kind', 'place', 'from', 'sort', 'view', 'rank', 'nonsense');
  fc.assert(
    fc.property(fc.dictionary(key, value), (parameters) => {
      const once = canonical(parameters);
      const read = Object.groupBy([...new URLSearchParams(once)], ([name]) => name);
      const again = Object.fromEntries(
        Object.entries(read).map(([name, pairs]) => [name, (pairs ?? []).map(([, text]) => text)]),
      );
      expect(canonical(again)).toBe(once);
    }),
  );
});
