import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csvLine } from '#formats/csv/index.ts';
import { readRecord } from '#modules/registry/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { undoImport } from './commands.ts';
import type { RowReport } from './outcome.ts';
import { anExchange, imported } from './sheets.fixture.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await anExchange(db);
const { registry } = ctx;
const STAFF = { actorId: registry.actorId, staff: true };

const HEADER = [
  'id',
  'name[vi]',
  'name[en]',
  'materials',
  'date',
  'acquiredFrom.role',
  'acquiredFrom.verbatim',
];
const KEYS = ['k-1', 'k-2', 'k-3', 'k-4', 'moi-1', 'moi-2', '', 'k0wwk4qkh'];

const cells = fc.tuple(
  fc.constantFrom(...KEYS),
  fc.constantFrom('Trống', 'Chiêng', '', '[không rõ]', 'x'.repeat(600), 'a\u0007b'),
  fc.constantFrom('', 'Drum', 'Gong'),
  fc.constantFrom('', 'đồng thau', 'gỗ|đá', 'zzzz'),
  fc.constantFrom('', '1466', 'thế kỷ XV', '30/02/1999'),
  fc.constant(''),
  fc.constant(''),
);
const sheets = fc
  .array(cells, { minLength: 1, maxLength: 8 })
  .map((rows) => [HEADER, ...rows].map((row) => csvLine(row)).join(''));

const outcomes = (rows: readonly RowReport[]) =>
  rows.map(({ line, outcome, problems, changes }) => ({
    ...{ line, outcome, changes },
    codes: problems.map(({ code, column }) => [code, column]),
  }));

async function content() {
  const rows = await db.selectFrom('record').select(['pid', 'version', 'state']).orderBy('id').execute();
  const aliases = await db.selectFrom('record_alias').select('id').where('voided_in', 'is', null).execute();
  return { rows, aliases };
}

/** Every record of this registry as it is read, without the marks of who wrote it last and when. */
async function readings(pids: readonly string[]) {
  return await Promise.all(
    pids.map(async (pid) => {
      const { record } = only(await readRecord(registry, STAFF, { pid }), 'found');
      const { body, aliases, state, relations, designations } = record;
      return { pid, body, aliases, state, relations, designations };
    }),
  );
}

const START =
  csvLine(HEADER) +
  ['k-1', 'k-2', 'k-3', 'k-4'].map((key) => csvLine([key, 'Trống', '', '', '', '', ''])).join('');

describe('a dry run', () => {
  it('says of any sheet what the import then does, and undoing restores all', {
    timeout: 240_000,
  }, async () => {
    await imported(ctx, START);
    const there = (await content()).rows.map(({ pid }) => pid);
    await fc.assert(
      fc.asyncProperty(sheets, fc.boolean(), async (sheet, skipRejected) => {
        const before = await content();
        const read = await readings(there);
        const dry = await imported(ctx, sheet, { dryRun: true });
        expect(await content()).toEqual(before);
        const real = await imported(ctx, sheet, { skipRejected });
        expect(outcomes(real.rows)).toEqual(outcomes(dry.rows));
        expect(real.outcome.counts).toEqual(dry.outcome.counts);
        if (real.outcome.kind !== 'applied') {
          expect(await content()).toEqual(before);
          return;
        }
        const { changesetId } = real.outcome;
        only(await undoImport(registry, { changesetId, reason: 'thử' }), 'undone');
        expect(await readings(there)).toEqual(read);
        const withdrawn = (await content()).rows.slice(before.rows.length);
        expect(new Set(withdrawn.map(({ state }) => state))).toEqual(
          new Set(withdrawn.length > 0 ? ['withdrawn'] : []),
        );
        expect((await content()).aliases).toHaveLength(before.aliases.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an import that follows a dry run', () => {
  const SHEET = 'id,name[vi],materials\nd-1,Hạc,wood\nd-2,Rùa,\n';

  it('is made when nothing changed meanwhile', async () => {
    const { digest } = await imported(ctx, SHEET, { dryRun: true });
    const { outcome } = await imported(ctx, SHEET, { expectDigest: digest });
    expect(outcome).toMatchObject({ kind: 'applied', counts: { created: 2 } });
  });

  it('is refused when the file says something else', async () => {
    const { digest } = await imported(ctx, SHEET.replace('Hạc', 'Hạc gỗ'), { dryRun: true });
    const before = await content();
    const { outcome } = await imported(ctx, SHEET.replace('Hạc', 'Hạc đá'), { expectDigest: digest });
    expect(outcome).toMatchObject({ kind: 'outdated', counts: { updated: 1 } });
    expect(await content()).toEqual(before);
  });

  it('is refused when a record that it would change was changed', async () => {
    const sheet = SHEET.replace('Hạc', 'Hạc thờ');
    const { digest } = await imported(ctx, sheet, { dryRun: true });
    only((await imported(ctx, 'id,name[en]\nd-1,Crane\n')).outcome, 'applied');
    expect((await imported(ctx, sheet, { expectDigest: digest })).outcome.kind).toBe('outdated');
    const { digest: again } = await imported(ctx, sheet, { dryRun: true });
    expect((await imported(ctx, sheet, { expectDigest: again })).outcome.kind).toBe('applied');
  });

  it('is refused when another record took a key', async () => {
    const sheet = 'id,name[vi]\nd-9,Nghê\n';
    const { digest } = await imported(ctx, sheet, { dryRun: true });
    await imported(ctx, 'id,name[vi]\nd-9,Nghê đá\n');
    expect((await imported(ctx, sheet, { expectDigest: digest })).outcome.kind).toBe('outdated');
  });
});

it('a full disk ends the import, and nothing is written', async () => {
  const before = await content();
  const attempt = imported(ctx, 'id,name[vi]\nf-1,Đỉnh\n', { spoolPath: '/dev/full' });
  await expect(attempt).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await content()).toEqual(before);
});
