import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, type ChainedEvent, chainHash } from './chain.ts';

const EVENT: ChainedEvent = {
  position: 1,
  id: 7,
  at: '2027-02-01T01:00:00.123456Z',
  actorId: 2,
  action: 'record.update',
  subjectKind: 'record',
  subjectId: 'd1x7',
  detail: { tên: 'Trống đồng', từ: [1, 2.5, null] },
  requestId: null,
};

describe('the hash of an event', () => {
  it('is SHA-256 over the hash before and the canonical JSON of the event (RFC 8785), as anybody can compute it', () => {
    const canonical =
      '{"action":"record.update","actorId":2,"at":"2027-02-01T01:00:00.123456Z",' +
      '"detail":{"tên":"Trống đồng","từ":[1,2.5,null]},"id":7,"position":1,"requestId":null,' +
      '"subjectId":"d1x7","subjectKind":"record"}';
    const bytes = Buffer.concat([Buffer.alloc(32), Buffer.from(canonical, 'utf8')]);
    expect(chainHash(CHAIN_START, EVENT)).toEqual(createHash('sha256').update(bytes).digest());
  });

  it('does not depend on the order in which properties were written', () => {
    const turned = Object.fromEntries(Object.entries(EVENT).reverse()) as unknown as ChainedEvent;
    expect(chainHash(CHAIN_START, turned)).toEqual(chainHash(CHAIN_START, EVENT));
  });

  it('changes with every property and with the hash before', () => {
    const changes: Partial<ChainedEvent>[] = [
      { position: 2 },
      { id: 8 },
      { at: '2027-02-01T01:00:00.123457Z' },
      { actorId: 3 },
      { action: 'record.create' },
      { subjectKind: 'recor' },
      { subjectId: 'dd1x7' },
      { detail: { tên: 'Trống đồng', từ: [1, 2.5] } },
      { detail: {} },
      { requestId: '' },
    ];
    const hashes = [
      ...[{}, ...changes].map((change) => chainHash(CHAIN_START, { ...EVENT, ...change })),
      chainHash(Buffer.alloc(32, 1), EVENT),
    ].map((hash) => hash.toString('hex'));
    expect(new Set(hashes).size).toBe(changes.length + 2);
  });

  it('holds for what a database gives back as JSON', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, (detail) => {
        const again = JSON.parse(JSON.stringify(detail)) as unknown;
        const hash = chainHash(CHAIN_START, { ...EVENT, detail });
        expect(chainHash(CHAIN_START, { ...EVENT, detail: again })).toEqual(hash);
      }),
      { numRuns: 50 },
    );
  });

  it('of what is no JSON is a mistake of the program', () => {
    expect(() => chainHash(CHAIN_START, { ...EVENT, detail: { lost: '\ud800' } })).toThrow(/Audit event 7/);
    expect(() => chainHash(CHAIN_START, { ...EVENT, detail: { n: Number.NaN } })).toThrow(/Audit event 7/);
  });
});
