import { expect, it } from 'vitest';
import type { RelationView } from '#modules/registry/index.ts';
import { catalogue } from './frame.fixture.ts';
import { groupRelations } from './relation-groups.ts';

function relation(id: number, type: string): RelationView {
  return {
    id,
    type,
    direction: 'out',
    record: { pid: `d1${id}`, kind: 'museum', title: { vi: `Hồ sơ ${id}` } },
    fromDate: null,
    toDate: null,
    note: null,
    source: '',
  };
}

it('groups by meaning in a fixed order, then by type', () => {
  const groups = groupRelations([
    relation(1, 'sameHeritageAs'),
    relation(2, 'housedIn'),
    relation(3, 'hasPart'),
    relation(4, 'housedIn'),
    relation(5, 'ownedBy'),
  ]);
  expect(
    groups.map(({ meaning, types }) => [
      meaning,
      types.map(({ type, relations }) => [type, relations.length]),
    ]),
  ).toEqual([
    ['whole', [['hasPart', 1]]],
    [
      'keeping',
      [
        ['housedIn', 2],
        ['ownedBy', 1],
      ],
    ],
    ['heritage', [['sameHeritageAs', 1]]],
  ]);
});

it('shows a relation and its inverse under the same meaning, for every type of the list', () => {
  const codes = catalogue.codeList('relation-type')?.codes ?? [];
  expect(codes.length).toBeGreaterThan(50);
  for (const { code, mappings } of codes) {
    const [own, inverse] = [code, mappings?.inverse ?? code].map(
      (type) => groupRelations([relation(1, type)])[0]?.meaning,
    );
    expect(inverse, code).toBe(own);
  }
});

it('loses no relation', () => {
  const codes = catalogue.codeList('relation-type')?.codes ?? [];
  const groups = groupRelations(codes.map(({ code }, index) => relation(index, code)));
  expect(groups.flatMap(({ types }) => types.flatMap(({ relations }) => relations))).toHaveLength(
    codes.length,
  );
});
