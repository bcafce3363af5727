import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { createRecord } from '../record/commands.ts';
import { type LockStrength, lockRecords } from '../record/record-store.ts';
import { touchesOf } from './touches.ts';

describe('touchesOf', () => {
  const [a, b] = [{ pid: 'a' }, { pid: 'b' }];

  it('holds firmly what is edited, loosely what is only referred to', () => {
    expect(touchesOf({ op: 'update', record: a, body: {} })).toEqual([{ ref: a, strength: 'write' }]);
    expect(touchesOf({ op: 'merge', from: a, into: b })).toEqual([
      { ref: a, strength: 'close' },
      { ref: b, strength: 'write' },
    ]);
    expect(
      touchesOf({ op: 'addRelation', type: 'x', from: a, to: b }).map((touch) => touch.strength),
    ).toEqual(['refer', 'refer']);
    expect(touchesOf({ op: 'create', body: {} })).toEqual([]);
  });
});

describe('locks on records', async () => {
  const { db, close } = await testDatabase();
  afterAll(close);
  const ctx = await aContext(db);
  const { pid } = only(await createRecord(ctx, { body: aBody('artefact', { name: 'Vật' }) }), 'created');
  const { id } = await db.selectFrom('record').select('id').where('pid', '=', pid).executeTakeFirstOrThrow();

  /** Whether a second writer would have to wait while a first one holds the record. */
  const waits = async (held: LockStrength, wanted: LockStrength) => {
    const first = await db.startTransaction().execute();
    await lockRecords(first, new Map([[id, held]]));
    const second = await db.startTransaction().execute();
    const { sql } = await import('kysely');
    await sql`set local lock_timeout = '100ms'`.execute(second);
    const outcome = await lockRecords(second, new Map([[id, wanted]])).then(
      () => false,
      () => true,
    );
    await second.rollback().execute();
    await first.rollback().execute();
    return outcome;
  };

  it.each([
    ['refer', 'refer', false],
    ['refer', 'write', false],
    ['write', 'refer', false],
    ['write', 'write', true],
    ['close', 'write', true],
    ['close', 'refer', true],
    ['refer', 'close', true],
  ] as const)('%s lets %s wait: %s', async (held, wanted, expected) => {
    expect(await waits(held, wanted)).toBe(expected);
  });
});
