import { describe, expect, it } from 'vitest';
import type { StarterChanges } from './changes.ts';
import { aliasKey, type Known, newerChanges, relationKey } from './known.ts';

const create = (starterKey: string, pid: string): StarterChanges['creates'][number] => ({
  op: 'create',
  body: { standard: 'museum@1.0', fields: {} },
  pid,
  starterKey,
  state: 'published',
  aliases: [{ scheme: 'starter', value: starterKey }],
});
const relation = (from: string, to: string): StarterChanges['relations'][number] => ({
  op: 'addRelation',
  type: 'partOf',
  from: { pid: from },
  to: { pid: to },
});
const act = (key: string, pid: string): StarterChanges['designations'][number] => ({
  op: 'addDesignation',
  key,
  decision: { absent: 'not-found' },
  list: 'L',
  act: 'designate',
  source: 's',
  members: [{ record: { pid }, verbatimName: 'n' }],
});
const decision = (key: string): StarterChanges['decisions'][number] => ({
  op: 'addDecision',
  key,
  number: key,
  issuer: 'I',
  source: 's',
});

const changes: StarterChanges = {
  creates: [create('a', 'p1'), create('b', 'p2'), create('c', 'p3')],
  decisions: [decision('d1'), decision('d2')],
  designations: [act('a', 'p1'), act('b', 'p2'), act('c', 'p3')],
  relations: [relation('p1', 'p3'), relation('p2', 'p3'), relation('p3', 'p1')],
};
const nothing: Known = {
  records: new Map(),
  decisions: new Set(),
  designations: new Set(),
  relations: new Set(),
  aliases: new Set(),
};

describe('newerChanges', () => {
  it('does everything where nothing is known', () => {
    expect(newerChanges(changes, nothing).map((operation) => operation.op)).toEqual([
      ...Array(3).fill('create'),
      ...Array(2).fill('addDecision'),
      ...Array(3).fill('addDesignation'),
      ...Array(3).fill('addRelation'),
    ]);
  });

  it('updates what is there if nobody touched it, leaves closed records alone, adds the rest', () => {
    const known: Known = {
      records: new Map([
        ['a', { pid: 'p1', open: true }],
        ['b', { pid: 'p2', open: false }],
      ]),
      decisions: new Set(['d1']),
      designations: new Set(['a']),
      relations: new Set([relationKey('partOf', 'p1', 'p3')]),
      aliases: new Set(),
    };
    const told = newerChanges(changes, known).map((operation) => {
      if (operation.op === 'create') return `create ${operation.starterKey}`;
      if (operation.op === 'update')
        return `update ${JSON.stringify(operation.record)} ${operation.onlyIfUntouched}`;
      if (operation.op === 'addAlias') return `alias ${operation.value}`;
      if (operation.op === 'addDecision' || operation.op === 'addDesignation')
        return `${operation.op} ${operation.key}`;
      return operation.op;
    });
    expect(told).toEqual([
      'update {"pid":"p1"} true',
      'create c',
      'alias a',
      'addDecision d2',
      'addDesignation c',
      // p2 is closed, p1 → p3 was known, p3 → p1 is new.
      'addRelation',
    ]);
  });

  it('brings back no alias that was there once', () => {
    const known: Known = {
      ...nothing,
      records: new Map([['a', { pid: 'p1', open: true }]]),
      aliases: new Set([aliasKey('starter', 'a')]),
    };
    expect(
      newerChanges({ ...changes, creates: [create('a', 'p1')] }, known).filter(({ op }) => op === 'addAlias'),
    ).toEqual([]);
  });
});
