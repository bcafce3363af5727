import { afterAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#formats/xlsx/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import { only } from '#tests/support/registry.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { anExchange, imported, standardOf } from '../import/sheets.fixture.ts';
import { exportRecords, exportWorkbook } from './records.ts';

const starter = await starterDatabase();
afterAll(starter.close);
const ctx = await anExchange(starter.db);

type Kind = (typeof KINDS)[number];

async function workbookOf(kind: Kind): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of only(exportWorkbook(ctx, { filter: { kind }, lang: 'vi' }), 'export').bytes)
    pieces.push(piece);
  return Buffer.concat(pieces);
}

async function textOf(kind: Kind, format: 'jsonl' | 'geojson'): Promise<string> {
  let text = '';
  for await (const part of only(exportRecords(ctx, { filter: { kind }, format }), 'export').texts)
    text += part;
  return text;
}

async function backFrom(kind: Kind, format: 'xlsx' | 'jsonl' | 'geojson') {
  const source = format === 'xlsx' ? await workbookOf(kind) : await textOf(kind, format);
  const { outcome } = await imported(ctx, source, { format, standard: standardOf(ctx, kind), dryRun: true });
  return outcome.counts;
}

describe('every kind comes back as no change at all', () => {
  it.each(KINDS)('%s', async (kind) => {
    const unchanged = (await textOf(kind, 'jsonl')).split('\n').length - 1;
    // An export of nothing is a table without rows, or an empty file.
    if (unchanged === 0) return;
    const none = { created: 0, updated: 0, unchanged, rejected: 0 };
    expect(await backFrom(kind, 'xlsx')).toEqual(none);
    expect(await backFrom(kind, 'jsonl')).toEqual(none);
    expect(await backFrom(kind, 'geojson')).toEqual(none);
  });
});

describe('a workbook', () => {
  it('is the import template filled in: labels, keys, and a row for each record', async () => {
    const outcome = only(await readWorkbook(await workbookOf('artefact')), 'workbook');
    const [labels, keys, first] = outcome.sheets[0]?.rows ?? [];
    expect(labels?.slice(0, 2).map(({ value }) => value)).toEqual(['Mã hồ sơ', 'Tên gọi – tiếng Việt']);
    expect(keys?.slice(0, 2).map(({ value }) => value)).toEqual(['id', 'name[vi]']);
    expect(first?.every(({ kind }) => kind === 'text' || kind === 'empty')).toBe(true);
  });

  it('divides what a cell has no room for, and loses nothing of it', async () => {
    const text = `Mô tả 𡨸 ${'rất dài '.repeat(5_000)}hết`;
    const made = await imported(ctx, `id,name[vi],description[vi]\nL-1,Bia,"${text}"\n`);
    const { changesetId } = only(made.outcome, 'applied');
    const pieces: Uint8Array[] = [];
    const filter = { kind: 'artefact', changeset: changesetId } as const;
    for await (const piece of only(exportWorkbook(ctx, { filter, lang: 'en' }), 'export').bytes)
      pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const cells = only(await readWorkbook(bytes), 'workbook').sheets[0]?.rows[2] ?? [];
    expect(Math.max(...cells.map(({ value }) => String(value ?? '').length))).toBeLessThan(32_767);
    const { outcome, rows } = await imported(ctx, bytes, { format: 'xlsx' });
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(outcome).toMatchObject({ kind: 'unchanged', counts: { unchanged: 1 } });
  });
});

describe('GeoJSON', () => {
  it('has a feature for each record and no place that the public may not know', async () => {
    const collection = JSON.parse(await textOf('monument', 'geojson'));
    expect(collection.features.length).toBeGreaterThan(100);
    const text = JSON.stringify(collection);
    expect(text).not.toContain('"publicPrecision"');
    const places = collection.features.flatMap(({ geometry }: { geometry: unknown }) =>
      geometry ? [geometry] : [],
    );
    expect(places[0]).toMatchObject({ type: expect.any(String) });
  });
});
