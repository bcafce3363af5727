import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { currentRecords } from '../record/bulk-queries.ts';
import { createRecord, eraseSealed, transitionRecord, updateRecord } from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';
import { isSealedReference, openBody, sealBody, sealedDigest } from './sealed.ts';

describe('sealing', () => {
  const body = aBody('artefact', { name: 'Trống', ownerContact: '0901 234 567' });

  it('puts a salted digest in the place of a personal value, and the value back', () => {
    const { body: sealed, added } = sealBody(body, ['ownerContact'], []);
    expect(JSON.stringify(sealed)).not.toContain('0901');
    expect(sealed.fields.name).toEqual(body.fields.name);
    const [value] = added;
    expect(value && sealed.fields.ownerContact?.[0]?.value).toEqual({
      sealed: value?.id,
      digest: sealedDigest(value?.salt ?? Buffer.alloc(0), '0901 234 567'),
    });
    expect(openBody(sealed, new Map(added.map((one) => [one.id, one])))).toEqual(body);
  });

  it('keeps the reference while the value stays, so that an unchanged body stays unchanged', () => {
    const first = sealBody(body, ['ownerContact'], []);
    expect(sealBody(body, ['ownerContact'], first.added)).toEqual({ body: first.body, added: [] });
    const other = aBody('artefact', { name: 'Trống', ownerContact: '0902' });
    expect(sealBody(other, ['ownerContact'], first.added).added).toHaveLength(1);
  });

  it('gives two equal values of two records digests that do not show that they are equal', () => {
    const digests = [1, 2].map(
      () => sealBody(body, ['ownerContact'], []).body.fields.ownerContact?.[0]?.value,
    );
    expect(digests[0]).not.toEqual(digests[1]);
  });

  it('reads an erased value as restricted, and leaves references that nobody knows', () => {
    const { body: sealed, added } = sealBody(body, ['ownerContact'], []);
    const erased = new Map(added.map((one) => [one.id, { ...one, value: null, salt: null }]));
    expect(openBody(sealed, erased).fields.ownerContact).toEqual([
      { id: 'ownerContact-1', absent: 'restricted' },
    ]);
    const others = new Map([['other', { id: 'other', field: 'x', value: 1, salt: Buffer.alloc(1) }]]);
    expect(isSealedReference(openBody(sealed, others).fields.ownerContact?.[0]?.value)).toBe(true);
  });
});

describe('personal values in the registry', async () => {
  const { db, close } = await testDatabase();
  afterAll(close);
  const ctx = await aContext(db);
  const staff = { actorId: ctx.actorId, staff: true };
  const body = (ownerContact: string) => aBody('artefact', { name: 'Trống', description: 'x', ownerContact });
  const contact = async (pid: string, reader = staff, version?: number) => {
    const { record } = only(await readRecord(ctx, reader, { pid, version }), 'found');
    return record.body.fields.ownerContact?.[0];
  };

  it('stand beside the body, are read by staff and kept from everybody else', async () => {
    const { pid } = only(await createRecord(ctx, { body: body('0901 234 567') }), 'created');
    for (const to of ['submitted', 'verified', 'published'] as const)
      await transitionRecord(ctx, { pid, to });
    const versions = await db.selectFrom('record_version').select('body').execute();
    expect(JSON.stringify(versions)).not.toContain('0901');
    expect(await contact(pid)).toMatchObject({ value: '0901 234 567' });
    expect(await contact(pid, ANONYMOUS as typeof staff)).toEqual({
      id: 'ownerContact-restricted',
      absent: 'restricted',
    });
    expect(await updateRecord(ctx, { pid, expectedVersion: 1, body: body('0901 234 567') })).toMatchObject({
      change: 'unchanged',
    });
  });

  it('are erased from every version for good; hashes and the trail stay', async () => {
    const { pid } = only(await createRecord(ctx, { body: body('0903') }), 'created');
    await updateRecord(ctx, { pid, expectedVersion: 1, body: body('0904') });
    const before = await db.selectFrom('record_version').select(['body', 'body_hash']).execute();
    expect(await eraseSealed(ctx, { pid, fields: ['other'], reason: 'x' })).toMatchObject({
      change: 'unchanged',
    });
    expect(await eraseSealed(ctx, { pid, reason: ' ' })).toMatchObject({ kind: 'invalid' });
    expect(await eraseSealed(ctx, { pid: 'none', reason: 'x' })).toMatchObject({ kind: 'not-found' });
    const outcome = await eraseSealed(ctx, { pid, fields: ['ownerContact'], reason: 'chủ sở hữu yêu cầu' });
    expect(outcome).toMatchObject({ kind: 'ok', change: 'erased', version: 2 });
    expect([await contact(pid, staff, 1), await contact(pid, staff, 2)]).toEqual([
      { id: 'ownerContact-1', absent: 'restricted' },
      { id: 'ownerContact-1', absent: 'restricted' },
    ]);
    expect(await db.selectFrom('record_version').select(['body', 'body_hash']).execute()).toEqual(before);
    const kept = await db.selectFrom('sealed_value').selectAll().where('erased_at', 'is not', null).execute();
    expect(kept).toHaveLength(2);
    expect(kept.every((row) => row.value === null && row.salt === null)).toBe(true);
    expect(kept[0]?.erased_reason).toBe('chủ sở hữu yêu cầu');
    const audit = await db.selectFrom('audit_event').select('action').where('subject_id', '=', pid).execute();
    expect(audit.map((row) => row.action)).toContain('record.erase');
    expect(JSON.stringify(await currentRecords(db, [1, 2]))).not.toContain('090 3');
  });

  it('cannot be read by pointing at those of another record', async () => {
    const { pid: victim } = only(await createRecord(ctx, { body: body('0905') }), 'created');
    const row = await db
      .selectFrom('record_version')
      .innerJoin('record', 'record.id', 'record_id')
      .select('body')
      .where('pid', '=', victim)
      .executeTakeFirstOrThrow();
    const stolen = {
      ...body('x'),
      fields: { ...body('x').fields, ownerContact: row.body.fields.ownerContact },
    };
    const { pid } = only(await createRecord(ctx, { body: stolen }), 'created');
    const statement = await contact(pid);
    expect(JSON.stringify(statement)).not.toContain('0905');
  });
});
