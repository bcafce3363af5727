import { createApp } from '#main/app.ts';
import { loadAssets } from '#main/assets.ts';
import { buildProgram } from '#main/build.ts';
import { readConfig } from '#main/config.ts';
import { loadKnowledge } from '#main/knowledge.ts';
import { ANONYMOUS } from '#modules/access/index.ts';
import { parseSearchQuery, type SearchAnswer, search } from '#modules/search/index.ts';
import { createLog } from '#platform/log/index.ts';
import { searchableStarter } from './search.ts';

export interface TestSite {
  /** `http://localhost:PORT` */
  origin: string;
  /** The first record that a search finds, by kind and title. */
  find(q: string): Promise<SearchAnswer['items'][number]>;
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
  const { db, close } = await searchableStarter();
  const app = await createApp({
    config: { ...settings.config, requestsPerMinute: 0, operator: null, publicUrl: null },
    log: createLog('error'),
    db,
    knowledge,
    projections: [],
    now: () => new Date(CLOCK),
    assets: await loadAssets(),
  });
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
    close: async () => {
      await app.close();
      await close();
    },
  };
}
