import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody, SMALL_RULES } from '#tests/support/small-rules.ts';
import { applyChangeset } from '../changeset/commands.ts';
import { addDecision } from '../decision/commands.ts';
import { listDecisions, readDecision } from '../decision/decision-queries.ts';
import { createRecord, mergeRecords } from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';
import { addDesignation, voidDesignation } from './commands.ts';
import { ACTS, designationIssues, mayFollow, type NewDesignation } from './designation.ts';
import { stateOn } from './state-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);
const staff = { actorId: ctx.actorId, staff: true };

const LIST = 'QUOC_GIA_DAC_BIET';
const act = (changes: Partial<NewDesignation>): NewDesignation => ({
  decision: { absent: 'unknown' },
  list: LIST,
  act: 'designate',
  source: 'dsvh.gov.vn',
  members: [],
  ...changes,
});
const on = (day: string) => ({ earliest: day, latest: day });
const published = async (name: string) => {
  const body = aBody('monument', { name, description: 'x' });
  const outcome = await applyChangeset(ctx, {
    kind: 'edit',
    operations: [{ op: 'create', state: 'published', body }],
  });
  return only(outcome, 'applied').results[0]?.pid ?? '';
};
const member = (pid: string, verbatimName: string, component = '') => ({
  record: { pid },
  verbatimName,
  component,
});
const enter = async (changes: Partial<NewDesignation>) =>
  only(await addDesignation(ctx, act(changes)), 'created');
const state = async (date: string, list: string, more = {}) =>
  await stateOn(db, ANONYMOUS, { date, list, limit: 100, ...more });
const keys = async (date: string, list: string, more = {}) =>
  (await state(date, list, more)).items.map((item) => item.key);

describe('what an act must say', () => {
  const codes = (changes: Partial<NewDesignation>) =>
    designationIssues(act({ members: [member('x', 'X')], ...changes }), SMALL_RULES.hasCode).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  it.each([
    [{}, []],
    [{ list: 'nowhere' }, ['/list unknown-code']],
    [{ rank: 'nowhere' }, ['/rank unknown-code']],
    [{ earliest: '2015-02-30' }, ['/earliest impossible-date']],
    [{ latest: '2015' }, ['/latest impossible-date']],
    [{ earliest: '2016-01-01', latest: '2015-01-01' }, ['/latest latest-before-earliest']],
    [{ members: [] }, ['/members no-members']],
    [{ source: ' ' }, ['/source empty']],
    [{ act: 'revoke' as const }, ['/of act-of-what']],
    [{ of: { id: 1 } }, ['/of act-of-nothing']],
  ])('%j: %j', (changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  it('keeps chains of acts short', () => {
    const pairs = ACTS.flatMap((one) => ACTS.filter((of) => mayFollow(one, of)).map((of) => `${one} ${of}`));
    expect(pairs).toEqual([
      'designate designate',
      'designate extend',
      'extend designate',
      'correct designate',
      'correct extend',
      'revoke designate',
      'revoke extend',
    ]);
  });
});

describe('decisions', () => {
  const decision = { key: 'qd-9-2009', number: '9/QĐ', date: '2009-08-12', issuer: 'THU_TUONG', source: 's' };

  it('are entered once', async () => {
    expect((await addDecision(ctx, decision)).kind).toBe('created');
    expect(await addDecision(ctx, decision)).toEqual({ kind: 'ok' });
    expect(await addDecision(ctx, { ...decision, date: '2009-08-13' })).toMatchObject({
      kind: 'conflict',
      code: 'decision-exists',
    });
    expect(
      await addDecision(ctx, {
        ...decision,
        key: 'Số 9',
        issuer: 'ai',
        date: '2009-13-01',
        number: '',
        source: '',
      }),
    ).toMatchObject({
      kind: 'invalid',
      issues: [
        { pointer: '/key' },
        { pointer: '/number' },
        { pointer: '/source' },
        { pointer: '/issuer' },
        { pointer: '/date' },
      ],
    });
    expect(await addDecision(ctx, { ...decision, key: 'new', replaces: 'none' })).toMatchObject({
      kind: 'not-found',
    });
    await addDecision(ctx, { ...decision, key: 'qd-10-2010', date: '2010-01-01', replaces: 'qd-9-2009' });
    const old = only(
      await readDecision(db, ANONYMOUS, { key: 'qd-9-2009', on: '2026-01-01', limit: 10 }),
      'found',
    );
    expect(old.decision).toMatchObject({
      number: '9/QĐ',
      replacedBy: ['qd-10-2010'],
      replaces: null,
      acts: 0,
    });
  });

  it('are listed newest first, those without a date last, page by page', async () => {
    await addDecision(ctx, { key: 'undated', number: '?', issuer: 'BO_TRUONG_BO_VHTTDL', source: 's' });
    await addDecision(ctx, { ...decision, key: 'same-day', number: '10/QĐ' });
    const seen: string[] = [];
    let after: Parameters<typeof listDecisions>[1]['after'];
    do {
      const page = await listDecisions(db, { limit: 1, after });
      seen.push(...page.items.map((item) => item.key));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(['qd-10-2010', 'same-day', 'qd-9-2009', 'undated']);
    expect((await listDecisions(db, { issuer: 'BO_TRUONG_BO_VHTTDL', limit: 9 })).items).toHaveLength(1);
  });

  it('show their acts, and name only what the reader may see', async () => {
    const pid = await published('Hoàng thành');
    const draft = only(await createRecord(ctx, { body: aBody('monument', { name: 'Nháp' }) }), 'created').pid;
    await addDecision(ctx, { ...decision, key: 'with-acts' });
    await enter({
      key: 'wa',
      decision: { key: 'with-acts' },
      ...on('2009-08-12'),
      members: [member(pid, 'Khu Hoàng thành'), member(draft, 'Nháp')],
    });
    const request = { key: 'with-acts', on: '2026-01-01', limit: 10 };
    const forStaff = only(await readDecision(db, staff, request), 'found');
    expect(forStaff.designations.items).toMatchObject([{ key: 'wa', memberCount: 2 }]);
    const forAll = only(await readDecision(db, ANONYMOUS, request), 'found');
    expect(forAll.designations.items).toMatchObject([
      {
        memberCount: 1,
        members: [
          { pid, verbatimName: 'Khu Hoàng thành', title: { vi: 'Hoàng thành' }, standing: 'in-force' },
        ],
      },
    ]);
    expect(await readDecision(db, ANONYMOUS, { ...request, key: 'none' })).toEqual({ kind: 'not-found' });
  });
});

describe('the state of the registry on a day', () => {
  it('holds what had surely taken effect', async () => {
    const list = 'BAO_VAT_QUOC_GIA';
    const [a, b, c] = [await published('A'), await published('B'), await published('C')];
    await enter({ list, key: 'day', ...on('2012-10-01'), members: [member(a, 'A')] });
    await enter({
      list,
      key: 'year',
      earliest: '2013-01-01',
      latest: '2013-12-31',
      members: [member(b, 'B')],
    });
    await enter({ list, key: 'unknown', members: [member(c, 'C')] });
    await enter({ list, key: 'late', earliest: '2012-01-01', members: [member(a, 'A')] });
    expect(await keys('2012-09-30', list)).toEqual([]);
    expect(await keys('2012-10-01', list)).toEqual(['day']);
    expect(await keys('2013-12-30', list)).toEqual(['day']);
    expect(await keys('2013-12-31', list)).toEqual(['day', 'year']);
    expect(await keys('2013-06-01', list, { standing: 'uncertain' })).toEqual(['year', 'unknown', 'late']);
    expect(await keys('2011-12-31', list, { standing: 'uncertain' })).toEqual(['unknown']);
    expect((await state('2013-06-01', list)).totals).toEqual([
      { list, acts: 1, records: 1, uncertainActs: 3 },
    ]);
  });

  it('leaves out what had been revoked, as a whole or in part, and doubts what may have been', async () => {
    const list = 'QUOC_GIA';
    const [a, b, c] = [await published('A'), await published('B'), await published('C')];
    await enter({ list, key: 'set', ...on('2000-01-01'), members: [member(a, 'A'), member(b, 'B')] });
    await enter({
      list,
      key: 'wider',
      act: 'extend',
      of: { key: 'set' },
      ...on('2005-01-01'),
      members: [member(c, 'C')],
    });
    await enter({ list, act: 'revoke', of: { key: 'set' }, ...on('2010-01-01'), members: [member(a, 'A')] });
    const before = await state('2009-12-31', list);
    expect(before.items.map((item) => item.memberCount)).toEqual([2, 1]);
    expect(before.totals).toEqual([{ list, acts: 2, records: 3, uncertainActs: 0 }]);
    const after = await state('2010-01-01', list);
    expect(after.totals).toEqual([{ list, acts: 2, records: 2, uncertainActs: 0 }]);
    expect(after.items[0]?.members.map((one) => [one.verbatimName, one.standing])).toEqual([
      ['A', 'revoked'],
      ['B', 'in-force'],
    ]);
    await enter({ list, act: 'revoke', of: { key: 'set' }, earliest: '2015-01-01', latest: '2015-12-31' });
    expect(await keys('2014-12-31', list)).toEqual(['set', 'wider']);
    expect(await keys('2015-06-01', list)).toEqual([]);
    expect(await keys('2015-06-01', list, { standing: 'uncertain' })).toEqual(['set', 'wider']);
    expect(await keys('2015-12-31', list, { standing: 'uncertain' })).toEqual([]);
  });

  it('says things as they had been corrected until then', async () => {
    const pid = await published('Cố đô Huế');
    await enter({
      key: 'hue',
      rank: LIST,
      registryNumber: '1',
      ...on('2009-08-12'),
      members: [member(pid, 'Quần thể di tích')],
    });
    await enter({
      act: 'correct',
      of: { key: 'hue' },
      registryNumber: '2',
      ...on('2016-01-01'),
      members: [member(pid, 'Quần thể kiến trúc Cố đô Huế')],
    });
    const shown = async (date: string) => {
      const item = (await state(date, LIST)).items.find((one) => one.key === 'hue');
      return [item?.registryNumber, item?.members[0]?.verbatimName];
    };
    expect(await shown('2015-12-31')).toEqual(['1', 'Quần thể di tích']);
    expect(await shown('2016-01-01')).toEqual(['2', 'Quần thể kiến trúc Cố đô Huế']);
    const { designations } = only(await readRecord(ctx, ANONYMOUS, { pid }), 'found').record;
    expect(designations.map((one) => [one.act, one.registryNumber, one.verbatimName])).toEqual([
      ['designate', '2', 'Quần thể kiến trúc Cố đô Huế'],
      ['correct', '2', 'Quần thể kiến trúc Cố đô Huế'],
    ]);
  });

  it('is about the law: what we entered wrongly and took back was never there', async () => {
    const pid = await published('Nhập nhầm');
    await enter({ key: 'wrong', ...on('2001-01-01'), members: [member(pid, 'X')] });
    const [item] = (await state('2001-01-01', LIST)).items;
    expect(item?.key).toBe('wrong');
    expect((await voidDesignation(ctx, item?.id ?? 0)).kind).toBe('created');
    expect(await keys('2001-01-01', LIST)).toEqual([]);
    expect(await voidDesignation(ctx, item?.id ?? 0)).toMatchObject({ kind: 'not-found' });
  });

  it('pages through every act, and shows the public nothing of drafts', async () => {
    const draft = only(await createRecord(ctx, { body: aBody('monument', { name: 'Nháp' }) }), 'created').pid;
    await enter({ key: 'draft-only', ...on('1990-01-01'), members: [member(draft, 'Nháp')] });
    expect(await keys('1990-01-01', LIST)).toEqual([]);
    const all = await stateOn(db, staff, { date: '2026-01-01', limit: 1_000 });
    const seen: number[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page = await stateOn(db, staff, { date: '2026-01-01', after, limit: 2 });
      seen.push(...page.items.map((item) => item.id));
      after = page.next;
    }
    expect(seen).toEqual(all.items.map((item) => item.id));
    expect(seen.length).toBe(all.totals.reduce((sum, total) => sum + total.acts, 0));
  });

  it('follows a merge', async () => {
    const [from, into] = [await published('Từ'), await published('Vào')];
    await enter({ key: 'merged', ...on('1980-01-01'), members: [member(from, 'Tên cũ')] });
    await mergeRecords(ctx, { from, into, reason: 'trùng' });
    expect((await state('1980-01-01', LIST)).items).toMatchObject([
      { key: 'merged', members: [{ pid: into, verbatimName: 'Tên cũ' }] },
    ]);
  });
});

describe('acts upon acts', () => {
  it('are refused where they make no sense', async () => {
    const [a, b] = [await published('A'), await published('B')];
    const base = { ...on('1970-01-01'), members: [member(a, 'A')] };
    await enter({ key: 'base', ...base });
    const refused = async (changes: Partial<NewDesignation>) => await addDesignation(ctx, act(changes));
    expect(await refused({ key: 'base', ...base })).toMatchObject({
      kind: 'conflict',
      code: 'designation-exists',
    });
    expect(await refused({ act: 'revoke', of: { key: 'none' } })).toMatchObject({
      kind: 'not-found',
      subject: 'none',
    });
    expect(await refused({ decision: { key: 'none' }, ...base })).toMatchObject({
      kind: 'not-found',
      subject: 'none',
    });
    expect(await refused({ act: 'revoke', of: { key: 'base' }, members: [member(b, 'B')] })).toMatchObject({
      kind: 'invalid',
      issues: [{ pointer: '/members/0/record', code: 'not-a-member' }],
    });
    await enter({ key: 'rev', act: 'revoke', of: { key: 'base' }, ...on('1971-01-01') });
    expect(await refused({ act: 'correct', of: { key: 'rev' } })).toMatchObject({
      kind: 'invalid',
      issues: [{ code: 'act-not-possible' }],
    });
    const { designations } = only(await readRecord(ctx, ANONYMOUS, { pid: a }), 'found').record;
    expect(designations.map((one) => [one.act, one.standing])).toEqual([
      ['designate', 'revoked'],
      ['revoke', 'in-force'],
    ]);
    const id = designations[0]?.id ?? 0;
    expect(await voidDesignation(ctx, id)).toMatchObject({ kind: 'conflict', code: 'designation-in-use' });
  });
});
