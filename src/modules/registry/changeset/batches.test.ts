import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from './batches.ts';
import type { Operation } from './operation.ts';

const pid = fc.constantFrom('a', 'b', 'c').map((name) => ({ pid: name }));
const operation = fc.oneof(
  fc.record({ op: fc.constant('create' as const), body: fc.constant({}) }),
  fc.record({ op: fc.constant('confirm' as const), record: pid }),
  fc.record({ op: fc.constant('transition' as const), record: pid, to: fc.constant('submitted' as const) }),
  fc.record({ op: fc.constant('addRelation' as const), type: fc.constant('partOf'), from: pid, to: pid }),
);

describe('batchesOf', () => {
  it('keeps every operation, in order, with its place', () => {
    fc.assert(
      fc.property(fc.array(operation), fc.integer({ min: 1, max: 4 }), (operations: Operation[], limit) => {
        const batches = [...batchesOf(operations, limit)];
        const items: { index: number; operation: Operation }[] = batches.flatMap(
          (batch): { index: number; operation: Operation }[] => batch.items,
        );
        expect(items.map((item) => item.operation)).toEqual(operations);
        expect(items.map((item) => item.index)).toEqual(operations.map((_, index) => index));
        expect(batches.every((batch) => batch.items.length > 0 && batch.items.length <= limit)).toBe(true);
      }),
    );
  });

  it('never writes one record twice in a batch, because the second edit builds on the first', () => {
    const update = (name: string): Operation => ({ op: 'confirm', record: { pid: name } });
    const batches = [...batchesOf([update('a'), update('b'), update('a'), update('c')])];
    expect(batches.map((batch) => batch.items.map((item) => item.index))).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('has none for nothing', () => {
    expect([...batchesOf([])]).toEqual([]);
  });
});
