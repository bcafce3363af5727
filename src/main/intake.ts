import { join } from 'node:path';
import type { Intake } from '#modules/exchange/index.ts';
import { catalogueRules } from '#modules/registry/index.ts';
import type { Runtime } from './runtime.ts';

const BYTES_PER_MEGABYTE = 1_000_000;

/** The desk for incoming files: the web server takes them in, a worker reads them. */
export function intakeOf({
  config,
  db,
  knowledge,
  projections,
  now,
}: Pick<Runtime, 'config' | 'db' | 'knowledge' | 'projections' | 'now'>): Intake {
  const { catalogue, vocabularies, eras } = knowledge;
  const { naan, shoulder } = config;
  const rules = catalogueRules(catalogue);
  return {
    ...{ db, catalogue, vocabularies, eras },
    folder: join(config.dataDir, 'imports'),
    limitBytes: config.importLimitMb * BYTES_PER_MEGABYTE,
    registryFor: (actorId) => ({ db, rules, actorId, now, projections, naan, shoulder }),
  };
}
