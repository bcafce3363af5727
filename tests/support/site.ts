import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app.ts';
import { loadAssets } from '#main/assets.ts';
import { buildProgram } from '#main/build.ts';
import { readConfig } from '#main/config.ts';
import { loadKnowledge } from '#main/knowledge.ts';
import { openDataContext } from '#main/open-data.ts';
import { ANONYMOUS, createAdministratorToken } from '#modules/access/index.ts';
import { seal } from '#modules/audit/index.ts';
import { makeRelease } from '#modules/open-data/index.ts';
import { parseSearchQuery, type SearchAnswer, search } from '#modules/search/index.ts';
import { createLog } from '#platform/log/index.ts';
import { starterDatabase } from './starter.ts';

export interface TestSite {
  /** `http://localhost:PORT` */
  origin: string;
  /** The first record that a search finds, by kind and title. */
  find(q: string): Promise<SearchAnswer['items'][number]>;
  /** What the operator signs in to the workbench and writes by the API with. */
  token: string;
  /** Makes the open data of the day. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** ux.md §5: the clock of the acceptance scenarios, 08:00 in Vietnam. */
const CLOCK = '2027-02-01T08:00:00+07:00';

/** The real application on a port of its own, over the starter data, with the scripts and styles as built. */
export async function startSite(): Promise<TestSite> {
  const built = await buildProgram(process.cwd());
  if (built.kind === 'failed') throw new Error(built.errors);
  const knowledge = await loadKnowledge();
  if (knowledge.kind === 'refused') throw new Error(knowledge.problems.join('\n'));
  const settings = readConfig();
  if (settings.kind === 'wrong-settings') throw new Error(JSON.stringify(settings.errors));
  const { db, close } = await starterDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'disan-site-'));
  const config = { ...settings.config, dataDir, requestsPerMinute: 0, operator: null, publicUrl: null };
  const parts = { config, db, knowledge, now: () => new Date(CLOCK) };
  const log = createLog('error');
  const app = await createApp({ ...parts, log, projections: [], assets: await loadAssets() });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port');
  return {
    origin: `http://localhost:${address.port}`,
    find: async (q) => {
      const parsed = parseSearchQuery({ q, limit: '1' }, { lang: 'vi', mistakes: 'refuse' });
      const [first] = parsed.kind === 'query' ? (await search(db, ANONYMOUS, parsed.query)).items : [];
      if (!first) throw new Error(`nothing is found for ${q}`);
      return first;
    },
    token: await createAdministratorToken(db),
    release: async () => {
      await seal(db);
      await makeRelease(openDataContext(parts));
    },
    close: async () => {
      await app.close();
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
