import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { listDecisionsByList } from '../index.ts';

const { db, close } = await starterDatabase();
afterAll(close);

describe('decisions by list', () => {
  it('have every treasure under the decision that recognised it, the newest first', async () => {
    const all = await listDecisionsByList(db, ANONYMOUS, { perList: 1_000 });
    const treasures = all.filter(({ list }) => list === 'BAO_VAT_QUOC_GIA');
    const { rows } = await sql<{ n: number }>`
      select count(distinct (m.record_id, a.decision_id))::int as n from designation a
      join designation_member m on m.designation_id = a.id
      where a.list = 'BAO_VAT_QUOC_GIA' and a.act = 'designate' and a.decision_id is not null`.execute(db);
    expect(treasures.reduce((sum, { records }) => sum + records, 0)).toBe(rows[0]?.n);
    const dates = treasures.map(({ date }) => date ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(treasures.at(-1)).toMatchObject({
      number: '1426/QĐ-TTg',
      date: '2012-10-01',
      first: '2012-10-01',
    });
    expect(treasures.every(({ decisions }) => decisions === treasures.length)).toBe(true);
  });

  it('are cut per list, and the numbers still speak of all', async () => {
    const some = await listDecisionsByList(db, ANONYMOUS, { perList: 2 });
    const treasures = some.filter(({ list }) => list === 'BAO_VAT_QUOC_GIA');
    expect(treasures).toHaveLength(2);
    expect(treasures[0]?.decisions).toBeGreaterThan(2);
  });

  it('count published records only', async () => {
    await sql`update record set state = 'draft' where id in (select m.record_id from designation_member m
      join designation a on a.id = m.designation_id where a.list = 'BAO_VAT_QUOC_GIA')`.execute(db);
    const rest = await listDecisionsByList(db, ANONYMOUS, { perList: 2 });
    expect(rest.filter(({ list }) => list === 'BAO_VAT_QUOC_GIA')).toEqual([]);
  });
});
