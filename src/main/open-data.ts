import { join } from 'node:path';
import type { OpenDataContext } from '#modules/open-data/index.ts';
import { catalogueRules } from '#modules/registry/index.ts';
import type { Config } from './config.ts';
import type { Runtime } from './runtime.ts';

/** Where the files of the open data lie; servers and workers on several machines share the folder. */
export function dumpsFolder({ dataDir }: Config): string {
  return join(dataDir, 'dumps');
}

export function openDataContext({
  db,
  config,
  knowledge: { catalogue },
  now,
}: Pick<Runtime, 'db' | 'config' | 'knowledge' | 'now'>): OpenDataContext {
  return {
    source: { db, rules: catalogueRules(catalogue) },
    catalogue,
    folder: dumpsFolder(config),
    origin: config.publicUrl ?? '',
    now,
  };
}
