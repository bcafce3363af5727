import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { verifyChains } from '../version/verify-queries.ts';
import { applyChangeset, revertChangeset } from './commands.ts';
import type { Operation } from './operation.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

/** Everything a reader could see of the registry, without the marks that time and history leave. */
async function content(): Promise<unknown> {
  const { rows } = await sql<{ content: unknown }>`select json_build_object(
    'records', (select json_agg(json_build_array(r.pid, r.state, r.verification, r.access_class, m.pid, v.body) order by r.pid)
      from record r join record_version v on v.record_id = r.id and v.version = r.version
      left join record m on m.id = r.merged_into where r.state <> 'withdrawn'),
    'aliases', (select json_agg(json_build_array(a.scheme, a.value, a.record_id) order by a.scheme, a.value)
      from record_alias a where a.voided_in is null),
    'relations', (select json_agg(json_build_array(e.type, e.from_record, e.to_record) order by e.type, e.from_record, e.to_record)
      from relation e where e.voided_in is null),
    'members', (select json_agg(json_build_array(m.designation_id, m.record_id, m.component) order by m.designation_id, m.record_id, m.component)
      from designation_member m join designation d on d.id = m.designation_id
      where m.voided_in is null and d.voided_in is null),
    'decisions', (select json_agg(key order by key) from decision where voided_in is null),
    'names', (select json_agg(json_build_array(n.record_id, n.name) order by n.record_id, n.ordinal)
      from record_name n join record r on r.id = n.record_id where r.state <> 'withdrawn')
  ) as content`.execute(db);
  return rows[0]?.content;
}

/** Four drafts, related, listed and named, so that there is something to take apart. */
async function aRegistry(): Promise<string[]> {
  const refs = ['0', '1', '2', '3'];
  const creates = refs.map(
    (ref): Operation => ({ op: 'create', ref, body: aBody('artefact', { name: `Vật ${ref}` }) }),
  );
  const key = `d-${crypto.randomUUID()}`;
  const outcome = await applyChangeset(ctx, {
    kind: 'import',
    operations: [
      ...creates,
      { op: 'addRelation', type: 'partOf', from: { ref: '0' }, to: { ref: '1' } },
      { op: 'addRelation', type: 'associatedWith', from: { ref: '2' }, to: { ref: '0' } },
      { op: 'addAlias', record: { ref: '0' }, scheme: 'local', value: key },
      { op: 'addDecision', key, number: '1', issuer: 'THU_TUONG', source: 's' },
      {
        op: 'addDesignation',
        decision: { key },
        list: 'QUOC_GIA',
        act: 'designate',
        source: 's',
        members: refs.slice(0, 2).map((ref) => ({ record: { ref }, verbatimName: ref })),
      },
    ],
  });
  return only(outcome, 'applied').results.map((result) => result.pid);
}

const place = fc.nat({ max: 3 });
const step = fc.oneof(
  fc.record({ do: fc.constant('rename' as const), at: place, name: fc.constantFrom('A', 'B', 'Vật 0') }),
  fc.record({ do: fc.constant('submit' as const), at: place }),
  fc.record({ do: fc.constant('withdraw' as const), at: place }),
  fc.record({ do: fc.constant('confirm' as const), at: place }),
  fc.record({ do: fc.constant('merge' as const), at: place, to: place }),
  fc.record({
    do: fc.constant('relate' as const),
    at: place,
    to: place,
    type: fc.constantFrom('partOf', 'hasPart', 'associatedWith'),
  }),
  fc.record({ do: fc.constant('alias' as const), at: place, name: fc.constantFrom('x', 'y') }),
  fc.record({ do: fc.constant('create' as const), at: place }),
  fc.record({ do: fc.constant('list' as const), at: place }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function operationOf(one: Step, pids: readonly string[]): Operation {
  const record = { pid: pids[one.at] ?? '' };
  const other = { pid: pids['to' in one ? one.to : 0] ?? '' };
  switch (one.do) {
    case 'rename':
      return { op: 'update', record, expectedVersion: 1, body: aBody('artefact', { name: one.name }) };
    case 'submit':
      return { op: 'transition', record, to: 'submitted' };
    case 'withdraw':
      return { op: 'transition', record, to: 'withdrawn', reason: 'x' };
    case 'confirm':
      return { op: 'confirm', record };
    case 'merge':
      return { op: 'merge', from: record, into: other };
    case 'relate':
      return { op: 'addRelation', type: one.type, from: record, to: other };
    case 'alias':
      return { op: 'addAlias', record, scheme: 'local', value: `${record.pid}-${one.name}` };
    case 'create':
      return { op: 'create', body: aBody('artefact', { name: 'Mới' }) };
    case 'list': {
      const members = [{ record, verbatimName: 'X' }];
      return {
        op: 'addDesignation',
        decision: { absent: 'unknown' },
        list: 'QUOC_GIA',
        act: 'designate',
        source: 's',
        members,
      };
    }
  }
}

it('takes back whatever a changeset did, and gives it again when the taking back is taken back', {
  timeout: 120_000,
}, async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const pids = await aRegistry();
      const before = await content();
      const operations = steps.map((one) => operationOf(one, pids));
      const outcome = await applyChangeset(ctx, { kind: 'bulk', reason: 'thử', operations });
      if (outcome.kind !== 'applied') {
        expect(await content()).toEqual(before);
        return;
      }
      applied += 1;
      const after = await content();
      const revert = only(
        await revertChangeset(ctx, { changesetId: outcome.changesetId, reason: 'x' }),
        'applied',
      );
      expect(await content()).toEqual(before);
      only(await revertChangeset(ctx, { changesetId: revert.changesetId, reason: 'y' }), 'applied');
      expect(await content()).toEqual(after);
    }),
    { numRuns: 60 },
  );
  // Otherwise the property would say nothing.
  expect(applied).toBeGreaterThan(10);
  expect((await verifyChains(db)).kind).toBe('intact');
});
