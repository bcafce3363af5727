import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { actorId } from '#modules/access/index.ts';
import { seal } from '#modules/audit/index.ts';
import { readRecord, transitionRecord, updateRecord } from '#modules/registry/index.ts';
import { createHttpServer, type HttpServer } from '#platform/http/index.ts';
import { createLog } from '#platform/log/index.ts';
import { starterContext, starterDatabase } from '#tests/support/starter.ts';
import {
  dumpAddress,
  listFiles,
  listReleases,
  makeRelease,
  OPEN_COLUMNS,
  type OpenDataContext,
  openDataTasks,
  registerDumpRoutes,
} from './index.ts';

const { db, close } = await starterDatabase();
const DRUM = 'k0hwqwj08';
let folder: string;
let ctx: OpenDataContext;
let server: HttpServer;
let day = '2026-11-25T08:00:00Z';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-dumps-'));
  const { registry, catalogue } = await starterContext(db);
  const source = { db, rules: registry.rules };
  ctx = { source, catalogue, folder, origin: 'https://disan.example', now: () => new Date(day) };
  await seal(db);
  server = await createHttpServer({
    log: createLog('silent'),
    requestsPerMinute: 0,
    trustProxy: false,
    readJson: (text) => ({ kind: 'json', value: JSON.parse(text) }),
  });
  registerDumpRoutes(server, { db, folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
  await close();
});

const text = (name: string, release = '2026-11-25') => readFile(join(folder, release, name), 'utf8');

async function rows(name: string, release?: string): Promise<Record<string, string>[]> {
  const outcome = readCsv(Buffer.from(await text(name, release)), { unguard: true });
  if (outcome.kind !== 'table') throw new Error(JSON.stringify(outcome));
  return outcome.rows.map(({ cells }) =>
    Object.fromEntries(outcome.header.map((key, index) => [key, cells[index] ?? ''])),
  );
}

describe('the first release', () => {
  it('holds every public record, in every dataset that it belongs to', async () => {
    const outcome = await makeRelease(ctx);
    const published = await db.selectFrom('record').select('pid').where('state', '=', 'published').execute();
    expect(outcome).toMatchObject({ kind: 'made', name: '2026-11-25', records: published.length });
    const all = await rows('all.csv');
    expect(all.map(({ pid }) => pid).toSorted()).toEqual(published.map(({ pid }) => pid).toSorted());
    expect(Object.keys(all[0] ?? {})).toEqual(OPEN_COLUMNS.map(({ key }) => key));
    const drum = all.find(({ pid }) => pid === DRUM);
    expect(drum).toMatchObject({
      url: `https://disan.example/id/${DRUM}`,
      kind: 'artefact',
      name: 'Trống đồng Ngọc Lũ',
      lists: 'BAO_VAT_QUOC_GIA',
      decisions: '1426/QĐ-TTg',
    });
    for (const dataset of ['kind-artefact', 'list-bao-vat-quoc-gia']) {
      expect((await rows(`${dataset}.csv`)).some(({ pid }) => pid === DRUM)).toBe(true);
    }
    expect((await rows('list-bao-vat-quoc-gia.csv')).length).toBe(357);
    expect(
      (await rows('province-01.csv')).every(({ provinces }) => provinces?.split('; ').includes('01')),
    ).toBe(true);
  });

  it('says the same in every format', async () => {
    const csv = await rows('kind-monument.csv');
    const lines = (await text('kind-monument.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { features } = JSON.parse(await text('kind-monument.geojson'));
    expect(lines.map(({ pid }) => pid)).toEqual(csv.map(({ pid }) => pid));
    expect(lines[0].fields.name[0].value).toBeTypeOf('string');
    const located = csv.filter(({ lat }) => lat !== '');
    expect(features.map(({ id }: { id: string }) => id)).toEqual(located.map(({ pid }) => pid));
    expect(features[0].geometry.coordinates).toEqual([Number(located[0]?.lon), Number(located[0]?.lat)]);
  });

  it('is registered with the size and checksum of each file', async () => {
    const files = await listFiles(db);
    expect(files.length).toBe((await readdir(join(folder, '2026-11-25'))).length);
    for (const file of files.slice(0, 20)) {
      const { rawPayload, headers } = await server.inject({ url: dumpAddress(file) });
      expect(rawPayload.length).toBe(file.bytes);
      expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(file.sha256);
      expect(headers['content-disposition']).toContain(`disan-${file.dataset}-2026-11-25.`);
      expect(headers['cache-control']).toBe('public, max-age=3600');
    }
  });

  it('is not made again while nothing public has changed', async () => {
    expect(await makeRelease(ctx)).toEqual({ kind: 'unchanged', name: '2026-11-25' });
  });
});

describe('a later release', () => {
  it('holds what has changed since, beside the former one, which stays as it was', async () => {
    const before = await text('kind-artefact.csv');
    await rename('=HYPERLINK("x")');
    expect(await makeRelease(ctx)).toMatchObject({ kind: 'made', name: '2026-11-25-2' });
    const renamed = (await rows('kind-artefact.csv', '2026-11-25-2')).find(({ pid }) => pid === DRUM);
    expect(renamed?.name).toBe('=HYPERLINK("x")');
    // A spreadsheet must not run it.
    expect(await text('kind-artefact.csv', '2026-11-25-2')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(await text('kind-artefact.csv')).toBe(before);
  });

  it('leaves out what is hidden meanwhile', async () => {
    await db.updateTable('record').set({ access_class: 2 }).where('pid', '=', DRUM).execute();
    await rename('Trống đồng Ngọc Lũ');
    day = '2026-11-26T08:00:00Z';
    expect(await makeRelease(ctx)).toMatchObject({ kind: 'made', name: '2026-11-26' });
    await db.updateTable('record').set({ access_class: 1 }).where('pid', '=', DRUM).execute();
    expect(await text('all.jsonl', '2026-11-26')).not.toContain(`"pid":"${DRUM}"`);
  });

  it('sweeps away what a killed program left, and keeps the newest twelve', async () => {
    await mkdir(join(folder, '.unfinished-2020-01-01'));
    await writeFile(join(folder, '.unfinished-2020-01-01', 'all.csv'), 'half');
    for (let number = 1; number <= 12; number += 1) {
      day = `2026-12-${String(number).padStart(2, '0')}T08:00:00Z`;
      await db.updateTable('open_data_release').set({ position: 0 }).execute();
      if (number < 12) await fakeRelease(day.slice(0, 10));
      else await makeRelease(ctx);
    }
    const names = (await listReleases(db)).map(({ name }) => name);
    expect(names).toHaveLength(12);
    expect((await readdir(folder)).toSorted()).toEqual(
      names.filter((name) => name === '2026-11-26' || name === '2026-12-12').toSorted(),
    );
  });
});

async function fakeRelease(name: string): Promise<void> {
  await db
    .insertInto('open_data_release')
    .values({ name, made_at: `${name}T08:00:00Z`, records: 0, position: 0 })
    .execute();
}

async function rename(name: string): Promise<void> {
  const { registry } = await starterContext(db);
  const context = { ...registry, actorId: await actorId(db, 'administrator') };
  const found = await readRecord(context, { actorId: 2, staff: true }, { pid: DRUM });
  if (found.kind !== 'found') throw new Error(found.kind);
  const { body, version } = found.record;
  const [first, ...others] = body.fields.name ?? [];
  const fields = {
    ...body.fields,
    name: [{ ...first, value: name }, ...others],
  };
  const outcome = await updateRecord(context, {
    pid: DRUM,
    expectedVersion: version,
    body: { ...body, fields } as typeof body,
  });
  expect(outcome).toMatchObject({ kind: 'ok' });
  await seal(db);
}

describe('what was closed to the public', () => {
  it('goes from the open data at the next asking, with every former release', async () => {
    const before = (await listReleases(db)).length;
    expect(before).toBeGreaterThan(1);
    const { registry } = await starterContext(db);
    const context = { ...registry, actorId: await actorId(db, 'administrator') };
    const found = await readRecord(context, { actorId: 2, staff: true }, { pid: DRUM });
    if (found.kind !== 'found') throw new Error(found.kind);
    const outcome = await transitionRecord(context, {
      pid: DRUM,
      to: 'withdrawn',
      reason: 'Nhập nhầm',
      expectedVersion: found.record.version,
    });
    expect(outcome).toMatchObject({ kind: 'ok' });
    await seal(db);
    await openDataTasks(ctx)['openData.daily']?.({}, { attempt: 1 });
    const [only, ...others] = await listReleases(db);
    expect(others).toEqual([]);
    expect(await text('all.jsonl', only?.name)).not.toContain(`"pid":"${DRUM}"`);
    expect(await readdir(folder)).toEqual([only?.name]);
  });
});

describe('addresses of files', () => {
  it.each([
    '/dumps/2026-11-26/nothing.csv',
    '/dumps/2026-11-26/all.exe',
    '/dumps/2026-11-26/..%2F..%2Fpackage.json',
    '/dumps/..%2f/all.csv',
    '/dumps/2020-01-01/all.csv',
  ])('%s leads nowhere', async (url) => expect((await server.inject({ url })).statusCode).toBe(404));

  it('are answered short to those who have the file', async () => {
    const [file] = await listFiles(db, { dataset: 'all' });
    if (!file) throw new Error('no file');
    const headers = { 'if-none-match': `"${file.sha256}"` };
    expect((await server.inject({ url: dumpAddress(file), headers })).statusCode).toBe(304);
  });
});
