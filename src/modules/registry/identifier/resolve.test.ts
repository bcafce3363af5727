import { afterAll, describe, expect, it } from 'vitest';
import { mintName } from '#formats/ark/index.ts';
import { ANONYMOUS } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { applyChangeset } from '../changeset/commands.ts';
import { createRecord, mergeRecords, transitionRecord } from '../record/commands.ts';
import { addAlias, voidAlias } from './commands.ts';
import { isPid, mintPids } from './mint.ts';
import { resolve } from './resolve-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };

const ask = async (text: string, { reader = staff, naan = '99999' } = {}) =>
  await resolve(db, reader, { text, naan });
const published = async (name: string) => {
  const body = aBody('artefact', { name, description: 'x' });
  const outcome = await applyChangeset(ctx, {
    kind: 'edit',
    operations: [{ op: 'create', state: 'published', body }],
  });
  return only(outcome, 'applied').results[0]?.pid ?? '';
};

describe('resolve', () => {
  it('reads every way to write an identifier', async () => {
    const pid = await published('Trống');
    const hyphened = `${pid.slice(0, 4)}-${pid.slice(4)}`;
    for (const text of [
      pid,
      ` ${pid} `,
      `ark:99999/${pid}`,
      `ark:/99999/${pid}`,
      `ARK:99999/${hyphened}`,
      `https://disan.vn/ark:/99999/${pid}?info`,
    ]) {
      expect(await ask(text), text).toEqual({ kind: 'found', pid });
    }
  });

  it('still knows the names from before the institution had its own number', async () => {
    const pid = await published('Cũ');
    expect(await ask(`ark:99999/${pid}`, { naan: '12345' })).toEqual({ kind: 'found', pid });
    expect(await ask(`ark:12345/${pid}`, { naan: '12345' })).toEqual({ kind: 'found', pid });
    const own = { ...ctx, naan: '12345' };
    const { pid: newer } = only(
      await createRecord(own, { body: aBody('artefact', { name: 'Mới' }) }),
      'created',
    );
    expect(isPid(newer, '12345')).toBe(true);
    expect(await ask(`ark:12345/${newer}`, { naan: '12345' })).toEqual({ kind: 'found', pid: newer });
  });

  it('tells a typing error from a name that is not there', async () => {
    const pid = await published('Gõ');
    const swapped = `${pid.slice(0, -3)}${pid.at(-2)}${pid.at(-3)}${pid.at(-1)}`;
    if (swapped !== pid) {
      expect((await ask(swapped)).kind).toBe('bad-check-character');
      expect((await ask(`ark:99999/${swapped}`)).kind).toBe('bad-check-character');
    }
    expect(await ask(`ark:99999/${pid.toUpperCase()}`)).toEqual({
      kind: 'bad-check-character',
      suggestion: pid,
    });
    const never = mintName({ naan: '99999', shoulder: 'ds1', sequence: 9_999_999 });
    expect(await ask(never)).toEqual({ kind: 'not-found' });
    expect(await ask(`ark:99999/${never}`)).toEqual({ kind: 'not-found' });
  });

  it.each([
    '',
    ' ',
    ':',
    'ark:',
    'unesco:',
    "'; drop table record; --",
    'x'.repeat(10_000),
    '\u0000'.replace('\u0000', '␀'),
  ])('finds nothing for %j', async (text) => {
    expect(await ask(text)).toEqual({ kind: 'not-found' });
  });

  it('finds a record by what others call it', async () => {
    const pid = await published('Bí danh');
    expect(await addAlias(ctx, pid, { scheme: 'unesco', value: 'WH-678' })).toMatchObject({
      kind: 'created',
    });
    expect(await addAlias(ctx, pid, { scheme: 'unesco', value: 'WH-678' })).toEqual({ kind: 'ok' });
    expect(await addAlias(ctx, pid, { scheme: 'url', value: 'https://cu.vn/ho-so?id=7' })).toMatchObject({
      kind: 'created',
    });
    expect(await ask('unesco:WH-678')).toEqual({ kind: 'found', pid });
    expect(await ask('url:https://cu.vn/ho-so?id=7')).toEqual({ kind: 'found', pid });
    const other = await published('Khác');
    expect(await addAlias(ctx, other, { scheme: 'unesco', value: 'WH-678' })).toMatchObject({
      kind: 'conflict',
      code: 'alias-taken',
      records: [pid],
    });
    await voidAlias(ctx, { scheme: 'unesco', value: 'WH-678' });
    expect(await ask('unesco:WH-678')).toEqual({ kind: 'not-found' });
    expect(await addAlias(ctx, other, { scheme: 'unesco', value: 'WH-678' })).toMatchObject({
      kind: 'created',
    });
  });

  it('leads along merges to the record that is left', async () => {
    const [a, b, c] = [await published('A'), await published('B'), await published('C')];
    await mergeRecords(ctx, { from: a, into: b, reason: 'trùng' });
    await mergeRecords(ctx, { from: b, into: c, reason: 'trùng' });
    expect(await ask(a)).toEqual({ kind: 'merged', pid: c });
    expect(await ask(`ark:/99999/${a}`, { reader: ANONYMOUS as typeof staff })).toEqual({
      kind: 'merged',
      pid: c,
    });
  });

  it('shows a tombstone of what was public, and nothing of a draft', async () => {
    const pid = await published('Rút');
    const draft = only(await createRecord(ctx, { body: aBody('artefact', { name: 'Nháp' }) }), 'created').pid;
    await transitionRecord(ctx, { pid, to: 'withdrawn', reason: 'không có thật' });
    const anonymous = { reader: ANONYMOUS as typeof staff };
    expect(await ask(pid, anonymous)).toMatchObject({
      kind: 'withdrawn',
      tombstone: { pid, reason: 'không có thật' },
    });
    expect(await ask(draft, anonymous)).toEqual({ kind: 'not-found' });
    expect(await ask(draft)).toEqual({ kind: 'found', pid: draft });
    await mergeRecords(ctx, { from: await published('Vào nháp'), into: draft, reason: 'trùng' });
    await transitionRecord(ctx, { pid: draft, to: 'withdrawn', reason: 'nhầm' });
    expect(await ask(draft, anonymous)).toEqual({ kind: 'not-found' });
  });
});

describe('mintPids', () => {
  it('never gives a name twice, also not one that the starter data brought', async () => {
    const upcoming = await db.transaction().execute(async (trx) => {
      const [last] = await mintPids(trx, 1, ctx);
      return last;
    });
    const start = Array.from({ length: 500 }, (_, i) =>
      mintName({ naan: '99999', shoulder: 'ds1', sequence: i + 1 }),
    );
    const place = start.indexOf(upcoming ?? '');
    const brought = start[place + 1] ?? '';
    only(await createRecord(ctx, { pid: brought, body: aBody('artefact', { name: 'Có sẵn' }) }), 'created');
    const minted = await db.transaction().execute((trx) => mintPids(trx, 3, ctx));
    expect(minted).toHaveLength(3);
    expect(minted).not.toContain(brought);
  });
});
