import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVIDENCE, type Evidence } from './evidence.ts';
import type { FrozenList } from './lists-queries.ts';
import { snapshotText } from './snapshot.ts';
import { type GroupedItems, hasDenominator, progressOf } from './tally.ts';
import type { Target } from './targets.ts';
import { TARGETS } from './targets.ts';
import { targetView } from './views.ts';

const found = TARGETS.find(({ measure, parts }) => measure === 'share' && parts.length > 0);
if (found === undefined) throw new Error('no target has a share');
const TARGET: Target = {
  ...found,
  requirement: { level: 'M3', preserved: true, used: true },
  parts: [
    { id: 'a', label: { vi: 'a', en: 'a' }, inscription: false, lists: [] },
    { id: 'b', label: { vi: 'b', en: 'b' }, inscription: false, lists: [] },
  ],
};
const LIST: FrozenList = {
  ...{ id: 1, target: TARGET.id, version: 2, asOf: '2026-01-01', decision: null },
  ...{ evidence: 'e', digest: 'd', size: 3 },
};

const bits = (...held: Evidence[]) => held.reduce((sum, one) => sum | (1 << EVIDENCE.indexOf(one)), 0);
const DIGITISED = bits('decision', 'public', 'described', 'images', 'preserved');
const items = (changes: Partial<GroupedItems>): GroupedItems => ({
  ...{ target: TARGET.id, part: 'a', province: null, bits: 0, gone: null, items: 1 },
  ...changes,
});
const progress = (rows: GroupedItems[], list: FrozenList | null = LIST, target = TARGET) =>
  progressOf(target, { rows, list, outside: 4 });

describe('the tally of a target', () => {
  it('counts each item at the level that it reaches, digitised and applied by what is asked', () => {
    const { total } = progress([
      items({ bits: DIGITISED, items: 5 }),
      items({ bits: DIGITISED | bits('used'), items: 2 }),
      items({ bits: DIGITISED & ~bits('preserved'), items: 3 }),
      items({ bits: bits('public'), items: 7 }),
    ]);
    expect(total).toMatchObject({
      listed: 17,
      digitised: 7,
      applied: 2,
      levels: { M3: 10, below: 7, M0: 0 },
    });
  });

  it('keeps those that left beside the rest, each under its reason', () => {
    const rows = (['withdrawn', 'merged', 'revoked'] as const).map((gone, index) =>
      items({ gone, bits: DIGITISED, items: index + 1 }),
    );
    expect(progress(rows).total).toMatchObject({
      ...{ listed: 0, digitised: 0, applied: 0 },
      gone: { withdrawn: 1, merged: 2, revoked: 3 },
    });
  });

  it('takes rows of provinces for provinces only, under no code where none is known', () => {
    const { total, provinces, parts } = progress([
      items({ items: 3 }),
      items({ part: null, province: '01', items: 2 }),
      items({ part: null, province: '46', items: 2 }),
      items({ part: null, province: null, items: 1 }),
    ]);
    expect(total.listed).toBe(3);
    expect([...provinces].map(([code, { listed }]) => [code, listed])).toEqual([
      ['01', 2],
      ['46', 2],
      ['', 1],
    ]);
    expect([...parts].map(([id, { listed }]) => [id, listed])).toEqual([
      ['a', 3],
      ['b', 0],
    ]);
  });

  it('takes no item of another target, and none for digitised where nothing is asked', () => {
    expect(progress([items({ target: 'other', items: 9 })]).total.listed).toBe(0);
    const counted = progress([items({ bits: DIGITISED })], null, { ...TARGET, requirement: null });
    expect(counted.total).toMatchObject({ listed: 1, digitised: 0, applied: 0 });
  });

  it('adds up: levels and parts make the whole, and applied ≤ digitised ≤ listed', () => {
    const anyItems = fc.record({
      target: fc.constant(TARGET.id),
      part: fc.constantFrom('a', 'b'),
      province: fc.constant(null),
      bits: fc.nat((1 << EVIDENCE.length) - 1),
      gone: fc.constantFrom(null, null, 'revoked' as const),
      items: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(anyItems), (rows) => {
        const { total, parts } = progress(rows);
        const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
        expect(sum(Object.values(total.levels))).toBe(total.listed);
        expect(total.listed + total.gone.revoked).toBe(sum(rows.map((one) => one.items)));
        for (const key of ['listed', 'digitised', 'applied'] as const)
          expect(sum([...parts.values()].map((part) => part[key]))).toBe(total[key]);
        expect(total.digitised).toBeLessThanOrEqual(total.listed);
        expect(total.applied).toBeLessThanOrEqual(total.digitised);
      }),
    );
  });
});

describe('a share', () => {
  it.each([
    ['of a frozen list', progress([items({})]), true, 'share'],
    ['without a list', progress([items({})], null), false, 'not-frozen'],
    ['of a list that nothing is left of', progress([items({ gone: 'merged' })]), false, 'not-frozen'],
    [
      'where items are only counted',
      progress([items({})], LIST, { ...TARGET, measure: 'count' }),
      false,
      'count',
    ],
  ])('%s', (_what, of, can, measure) => {
    expect(hasDenominator(of)).toBe(can);
    expect(targetView(of)).toMatchObject({ measure, outside: 4 });
  });

  it('is told with its list, without the number of the row in the database', () => {
    expect(targetView(progress([items({})])).list).toEqual({
      ...{ version: 2, asOf: '2026-01-01', decision: null, evidence: 'e', digest: 'd', size: 3 },
    });
    expect(targetView(progress([], null)).list).toBeNull();
  });
});

describe('the text of a snapshot', () => {
  const cells = ['46', null, '01'].map((province) => items({ part: null, province }));

  it('is the same in whatever order the database gave the rows', () => {
    const rows = [items({ bits: DIGITISED, items: 2 }), ...cells];
    const text = snapshotText('2026-01-31', [progress(rows)]);
    expect(snapshotText('2026-01-31', [progress(rows.toReversed())])).toBe(text);
    const [target] = JSON.parse(text).targets;
    expect(target.provinces.map(({ code }: { code: string }) => code)).toEqual(['', '01', '46']);
    expect(target).toMatchObject({ listVersion: 2, listDigest: 'd', listed: 2, digitised: 2, outside: 4 });
  });

  it('leaves out a share that has no list, and keeps what is only counted', () => {
    const counted = progress([], null, { ...TARGET, id: 'counted', measure: 'count' });
    const text = snapshotText('2026-01-31', [progress([items({})], null), counted]);
    expect(JSON.parse(text)).toMatchObject({
      takenOn: '2026-01-31',
      targets: [{ id: 'counted', listVersion: null, listDigest: null }],
    });
  });
});
