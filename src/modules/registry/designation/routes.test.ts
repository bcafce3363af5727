import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db, { now: () => new Date('2026-06-01T00:00:00Z') });
afterAll(async () => {
  await app.close();
  await close();
});

const LIST = 'QUOC_GIA_DAC_BIET';
const decision = (number: number, date?: string) => ({
  key: `${number}-qd-ttg`,
  number: `${number}/QĐ-TTg`,
  issuer: 'THU_TUONG',
  source: 'Công báo',
  ...(date === undefined ? {} : { date }),
});

const publish = async (name: string): Promise<string> => {
  const { pid } = (await app.write('POST', '/records', sourceBody(name))).body as { pid: string };
  for (const act of ['submit', 'verify', 'publish']) await app.write('POST', `/records/${pid}/${act}`);
  return pid;
};
const [early, late, revoked, unsure] = [
  await publish('Sớm'),
  await publish('Muộn'),
  await publish('Đã hủy'),
  await publish('Chưa rõ'),
];
await app.write('POST', '/decisions', decision(1, '2012-09-27'));
await app.write('POST', '/decisions', decision(2, '2016-12-22'));
await app.write('POST', '/decisions', decision(3));

const designate = async (body: object) =>
  await app.write('POST', '/designations', { list: LIST, act: 'designate', source: 'Công báo', ...body });
const member = (record: string) => ({ record, verbatimName: 'Tên trong quyết định' });
const on = (day: string) => ({ earliest: day, latest: day });

await designate({
  key: 'a',
  decision: { key: '1-qd-ttg' },
  ...on('2012-09-27'),
  members: [member(early), member(revoked)],
});
await designate({ key: 'b', decision: { key: '2-qd-ttg' }, ...on('2016-12-22'), members: [member(late)] });
await designate({
  key: 'c',
  decision: { absent: 'unknown' },
  earliest: '2014-01-01',
  latest: '2015-12-31',
  members: [member(unsure)],
});
await designate({
  ...{ key: 'd', act: 'revoke', of: { key: 'a' }, decision: { key: '3-qd-ttg' } },
  ...on('2020-01-01'),
  members: [member(revoked)],
});

type State = {
  date: string;
  totals: unknown[];
  items: { id: number; key: string; members: { pid: string }[] }[];
  next?: string;
};
const state = async (query: string) => (await app.read(`/registry/state?${query}`)).body as State;
const keys = ({ items }: State) => items.map((item) => item.key);

describe('the state of the registry on a day', () => {
  it('is what the law said then', async () => {
    const then = await state('at=2015-01-01');
    expect(then.date).toBe('2015-01-01');
    expect(keys(then)).toEqual(['a']);
    expect(then.totals).toEqual([{ list: LIST, acts: 1, records: 2, uncertainActs: 1 }]);
    expect(then.items[0]?.members).toMatchObject([
      { pid: early, standing: 'in-force', verbatimName: 'Tên trong quyết định' },
      { pid: revoked, standing: 'in-force' },
    ]);
    expect(keys(await state('at=2015-01-01&standing=uncertain'))).toEqual(['c']);
  });

  it('is today’s without a day', async () => {
    const today = await state('');
    expect(today.date).toBe('2026-06-01');
    expect(keys(today)).toEqual(['a', 'b', 'c']);
    expect(today.totals).toEqual([{ list: LIST, acts: 3, records: 3, uncertainActs: 0 }]);
  });

  it('is read page by page', async () => {
    const first = await state('limit=2');
    const second = await state(`limit=2&after=${first.next}`);
    expect([...keys(first), ...keys(second)]).toEqual(['a', 'b', 'c']);
    expect(second.next).toBeUndefined();
  });

  it('of one list, named as addresses or rows do', async () => {
    expect(keys(await state(`list=quoc-gia-dac-biet&at=2015-01-01`))).toEqual(['a']);
    expect(keys(await state(`list=${LIST}&at=2015-01-01`))).toEqual(['a']);
    expect(keys(await state('list=quoc-gia'))).toEqual([]);
  });

  it.each([
    ['at=2015-13-01', '/query/at'],
    ['at=2015', '/query/at'],
    ['list=none', '/query/list'],
    ['after=x', '/query/after'],
    ['date=2015-01-01', '/query/date'],
    ['standing=maybe', '/query/standing'],
  ])('refuses ?%s', async (query, pointer) => {
    expect((await app.read(`/registry/state?${query}`)).body).toMatchObject({
      status: 400,
      issues: [{ pointer }],
    });
  });
});

describe('acts without a known decision', () => {
  it('are work that waits', async () => {
    const { body } = await app.read('/work/unknown-decisions');
    expect(body).toMatchObject({ items: [{ key: 'c', decision: { absent: 'unknown' } }] });
    expect((await app.read('/work/unknown-decisions?list=quoc-gia')).body).toEqual({ items: [] });
    expect((await app.read('/work/unknown-decisions?list=x')).status).toBe(400);
  });
});

describe('decisions', () => {
  it('are listed newest first, those without a date last', async () => {
    const first = (await app.read('/decisions?limit=2')).body as { items: { key: string }[]; next: string };
    expect(first.items.map((item) => item.key)).toEqual(['2-qd-ttg', '1-qd-ttg']);
    const second = (await app.read(`/decisions?limit=2&after=${first.next}`)).body;
    expect(second).toMatchObject({ items: [{ key: '3-qd-ttg', date: null }] });
    expect((await app.read('/decisions?issuer=UNESCO')).body).toEqual({ items: [] });
    const made = Buffer.from('{"day":"2015-02-31","id":1}').toString('base64url');
    expect((await app.read(`/decisions?after=${made}`)).status).toBe(400);
  });

  it('are read with their acts and how these stand', async () => {
    const { body } = await app.read('/decisions/1-qd-ttg');
    expect(body).toMatchObject({
      number: '1/QĐ-TTg',
      acts: 1,
      designations: {
        items: [{ key: 'a', members: [{ pid: early, standing: 'in-force' }, { standing: 'revoked' }] }],
      },
    });
    expect((await app.read('/decisions/1-qd-ttg?on=2015-01-01')).text).not.toContain('"revoked"');
    expect((await app.read('/decisions/9-qd-ttg')).status).toBe(404);
    expect((await app.read('/decisions/1-qd-ttg?on=2015-02-30')).body).toMatchObject({
      issues: [{ pointer: '/query/on' }],
    });
  });

  it('are entered once', async () => {
    const entered = await app.write('POST', '/decisions', decision(7, '2020-02-02'));
    expect([entered.status, entered.headers.location]).toEqual([201, '/api/v1/decisions/7-qd-ttg']);
    expect((await app.write('POST', '/decisions', decision(7, '2020-02-02'))).status).toBe(200);
    const other = await app.write('POST', '/decisions', decision(7, '2021-02-02'));
    expect(other.body).toMatchObject({ status: 409, issues: [{ code: 'decision-exists' }] });
  });

  it.each([
    ['an impossible date', { date: '2015-02-30' }, '/date'],
    ['an unknown issuer', { issuer: 'KING' }, '/issuer'],
    ['a bad key', { key: 'Số 1' }, '/key'],
    ['an unknown property', { colour: 'red' }, '/colour'],
  ])('are refused with %s', async (_what, wrong, pointer) => {
    const { body } = await app.write('POST', '/decisions', { ...decision(8), ...wrong });
    expect(body).toMatchObject({ status: 400, issues: [{ pointer }] });
  });
});

describe('acts', () => {
  it('show on the record', async () => {
    const { body } = await app.read(`/records/${revoked}`);
    expect(body).toMatchObject({
      designations: [
        { key: 'a', standing: 'revoked', decision: { number: '1/QĐ-TTg' } },
        { key: 'd', act: 'revoke' },
      ],
    });
  });

  it.each([
    ['an unknown decision', { decision: { key: 'none' } }, 404, ''],
    ['an unknown list', { list: 'NONE' }, 400, '/list'],
    ['a day before the first', { earliest: '2020-01-02', latest: '2020-01-01' }, 400, '/latest'],
    ['no member', { members: [] }, 400, '/members'],
    ['a revocation of nothing', { act: 'revoke' }, 400, '/of'],
    ['both a key and an absence', { decision: { key: 'a', absent: 'unknown' } }, 400, '/decision/absent'],
  ])('are refused with %s', async (_what, wrong, status, pointer) => {
    const answer = await designate({ decision: { key: '1-qd-ttg' }, members: [member(early)], ...wrong });
    expect(answer.status).toBe(status);
    expect((answer.body as { issues: { pointer: string }[] }).issues.map((issue) => issue.pointer)).toContain(
      pointer,
    );
  });

  it('entered wrongly are taken back, but not from under a later act', async () => {
    const { items } = await state('');
    const first = items.find((item) => item.key === 'a');
    expect((await app.write('DELETE', `/designations/${first?.id}`)).body).toMatchObject({
      status: 409,
      issues: [{ code: 'designation-in-use' }],
    });
    const second = items.find((item) => item.key === 'b');
    expect((await app.write('DELETE', `/designations/${second?.id}`)).status).toBe(201);
    expect(keys(await state(''))).toEqual(['a', 'c']);
  });
});
