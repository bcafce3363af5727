import type { Context } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { ExchangeContext } from '../context.ts';

/** What the desk for incoming files works with. */
export interface Intake extends Omit<ExchangeContext, 'registry'> {
  db: Db;
  /** Where uploads wait; server and workers see the same folder. */
  folder: string;
  /** Bytes of a file. */
  limitBytes: number;
  /** The registry for somebody; imports are theirs. */
  registryFor(actorId: number): Context;
}

export function exchangeFor(intake: Intake, actorId: number): ExchangeContext {
  const { catalogue, vocabularies, eras } = intake;
  return { registry: intake.registryFor(actorId), catalogue, vocabularies, eras };
}
