import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { actorId } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import type { Context } from '../context.ts';
import { transitionRecord } from '../record/commands.ts';
import { type CheckableOperation, type Finding, openCheck } from './check.ts';
import { applyChangeset } from './commands.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

const body = (name: string, fields: object = {}) => aBody('artefact', { name, ...fields });

async function made(name: string, alias?: string): Promise<string> {
  const operation = { op: 'create', body: body(name) } as const;
  const aliases = alias === undefined ? [] : [{ scheme: 'local', value: alias }];
  const outcome = await applyChangeset(ctx, { kind: 'edit', operations: [{ ...operation, aliases }] });
  return only(outcome, 'applied').results[0]?.pid ?? '';
}

async function checked(operations: CheckableOperation[], context: Context = ctx): Promise<Finding[]> {
  return await (await openCheck(context, 'import')).judge(operations);
}

const said = (findings: readonly Finding[]) =>
  findings.map((found) =>
    found.kind === 'sound' ? found.change : found.refusals.map(({ kind }) => kind).join('+'),
  );

const written = async () =>
  await Promise.all(
    (['record', 'record_version', 'record_alias', 'changeset', 'audit_event'] as const).map(
      async (table) => (await db.selectFrom(table).select(db.fn.countAll().as('n')).execute())[0]?.n,
    ),
  );

describe('openCheck', () => {
  it('finds what would become of each operation, and writes nothing', async () => {
    const [known, closed] = [await made('Trống', 'T-1'), await made('Mất')];
    await transitionRecord(ctx, { pid: closed, to: 'withdrawn', reason: 'trùng', expectedVersion: 1 });
    const before = await written();
    const update = (pid: string, name: string, expectedVersion = 1): CheckableOperation => {
      return { op: 'update', record: { pid }, expectedVersion, body: body(name) };
    };
    const findings = await checked([
      { op: 'create', body: body('Chiêng'), aliases: [{ scheme: 'local', value: 'C-1' }] },
      { op: 'create', body: { standard: 'x@1', fields: {} }, aliases: [{ scheme: 'local', value: ' ' }] },
      { op: 'create', body: body('Khánh'), aliases: [{ scheme: 'local', value: 'T-1' }] },
      { op: 'create', body: body('Khánh'), pid: known },
      update(known, 'Trống'),
      update(known, 'Trống đồng'),
      update(known, 'Trống đá'),
      update(closed, 'Còn'),
      update('ds1000000x', 'Không có'),
    ]);
    expect(said(findings)).toEqual([
      'created',
      'invalid+invalid',
      'conflict',
      'conflict',
      'unchanged',
      'updated',
      // The version before took the number that this writer knew.
      'stale',
      'gone',
      'not-found',
    ]);
    expect(findings[2]).toMatchObject({ refusals: [{ code: 'alias-taken', records: [known] }] });
    expect(await written()).toEqual(before);
  });

  it('remembers the part before: a name is taken once in the whole changeset', async () => {
    const check = await openCheck(ctx, 'import');
    const one: CheckableOperation = {
      op: 'create',
      body: body('Ấn'),
      aliases: [{ scheme: 'local', value: 'A-1' }],
    };
    expect(said(await check.judge([one]))).toEqual(['created']);
    expect(said(await check.judge([one]))).toEqual(['conflict']);
  });

  it('allows nothing to whoever may not write', async () => {
    const bootstrap = { ...ctx, actorId: await actorId(db, 'bootstrap') };
    expect(said(await checked([{ op: 'create', body: body('Bia') }], bootstrap))).toEqual(['forbidden']);
    expect(said(await checked([{ op: 'create', body: body('Bia') }], { ...ctx, actorId: -1 }))).toEqual([
      'forbidden',
    ]);
  });

  it('says of any operations what their changeset does', { timeout: 60_000 }, async () => {
    const pids = await Promise.all(['một', 'hai', 'ba'].map((name) => made(name, `key-${name}`)));
    const name = fc.constantFrom('', 'một', 'hai', 'khác', 'a\u0000b');
    const operation: fc.Arbitrary<CheckableOperation> = fc.oneof(
      fc.record({
        op: fc.constant('create' as const),
        body: fc.oneof(
          name.map((text) => body(text)),
          fc.constant({ standard: 'x@1' }),
        ),
        aliases: fc.array(
          fc.record({
            scheme: fc.constantFrom('local', 'L!'),
            value: fc.constantFrom('key-một', 'n1', 'n2'),
          }),
          { maxLength: 1 },
        ),
      }),
      fc.record({
        op: fc.constant('update' as const),
        record: fc.constantFrom(...pids, 'nowhere').map((pid) => ({ pid })),
        expectedVersion: fc.constantFrom(1, 2, undefined),
        body: name.map((text) => body(text)),
      }),
    );
    const subject = (one: CheckableOperation) =>
      one.op === 'update' && 'pid' in one.record ? one.record.pid : Symbol();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(operation, { minLength: 1, maxLength: 6, selector: subject }),
        async (operations) => {
          const findings = await checked(operations);
          const outcome = await applyChangeset(ctx, { kind: 'import', dryRun: true, operations });
          const refused = new Set(
            outcome.kind === 'refused' ? outcome.problems.map((problem) => problem.operation) : [],
          );
          expect(findings.map((found) => found.kind === 'refused')).toEqual(
            operations.map((_, index) => refused.has(index)),
          );
          if (outcome.kind === 'refused') return;
          const changes = outcome.kind === 'repeated' ? [] : outcome.results.map(({ change }) => change);
          expect(said(findings)).toEqual(changes);
        },
      ),
      { numRuns: 60 },
    );
  });
});
