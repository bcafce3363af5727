import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { seal } from '#modules/audit/index.ts';
import { listFiles, makeRelease } from '#modules/open-data/index.ts';
import { parseSearchQuery, search } from '#modules/search/index.ts';
import type { HttpServer } from '#platform/http/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { aPortal, aPortalServer, TODAY } from '../portal.fixture.ts';
import type { Portal } from '../portal.ts';
import { indexView, searchOf } from './view.ts';

const { db, close } = await starterDatabase();
let server: HttpServer;
let portal: Portal;
let folder: string;
beforeAll(async () => {
  await seal(db);
  portal = await aPortal(db);
  server = await aPortalServer(portal);
  folder = await mkdtemp(join(tmpdir(), 'disan-open-data-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
  await close();
});

const get = async (url: string) => (await server.inject({ url })).body;

describe('before the first release', () => {
  it('says when there will be one', async () => {
    expect(await get('/vi/du-lieu-mo')).toContain('Chưa có bản phát hành nào');
    expect(await get('/en/open-data/kind-artefact')).toContain('There is no release yet');
    expect(JSON.parse(await get('/dcat')).dataset).toEqual([]);
  });
});

describe('the open data', () => {
  beforeAll(async () => {
    const { source, catalogue } = portal;
    await makeRelease({ source, catalogue, folder, origin: 'http://localhost', now: () => TODAY });
  });

  it('are listed with records and files, in both languages', async () => {
    const vi = await get('/vi/du-lieu-mo');
    expect(vi).toContain('Bản phát hành mới nhất: 2027-02-03');
    expect(vi).toContain('href="/dumps/2027-02-03/kind-artefact.csv"');
    expect(vi).toContain('aria-label="Bảo vật quốc gia: csv"');
    const en = await get('/en/open-data');
    expect(en).toContain('Latest release: 2027-02-03');
    expect(en).toContain('href="/en/open-data/list-bao-vat-quoc-gia"');
  });

  it('are told with checksum, columns and first rows', async () => {
    const page = await get('/vi/du-lieu-mo/list-bao-vat-quoc-gia');
    const files = await listFiles(db, { dataset: 'list-bao-vat-quoc-gia' });
    expect(files.map(({ format }) => format)).toEqual(['csv', 'geojson', 'jsonl']);
    for (const { sha256 } of files) expect(page).toContain(sha256);
    expect(page).toContain('<code>position_licence</code>');
    expect(page).toContain('Xem trước 20 hồ sơ đầu');
    expect(page).toContain('"@type":"DataDownload"');
    expect((await server.inject({ url: '/vi/du-lieu-mo/no-such-thing' })).statusCode).toBe(404);
  });

  it('hold as many records as the search they lead to finds', async () => {
    const { groups } = await indexView(portal, 'vi');
    const datasets = groups.flatMap((group) => group.datasets);
    expect(datasets.filter(({ records }) => records > 0).length).toBeGreaterThan(40);
    for (const dataset of datasets) {
      const parameters = Object.fromEntries(new URLSearchParams(searchOf(dataset)));
      const parsed = parseSearchQuery(parameters, { lang: 'vi', mistakes: 'refuse' });
      if (parsed.kind === 'invalid') throw new Error(`${dataset.id}: ${JSON.stringify(parsed.issues)}`);
      const { total } = await search(db, ANONYMOUS, parsed.query);
      expect([dataset.id, total]).toEqual([dataset.id, dataset.records]);
    }
  });

  it('are a DCAT catalogue with every file', async () => {
    const catalogue = JSON.parse(await get('/dcat'));
    const distributions = catalogue.dataset.flatMap(
      ({ distribution }: { distribution: { downloadURL: { '@id': string } }[] }) => distribution,
    );
    expect(distributions).toHaveLength((await listFiles(db)).length);
    expect(catalogue.dataset[0]).toMatchObject({
      '@id': 'http://localhost/vi/du-lieu-mo/all',
      title: { vi: 'Toàn bộ hồ sơ công khai', en: 'All public records' },
    });
    // A test installation names no publisher.
    expect(catalogue.publisher).toBeUndefined();
  });
});
