import type { Lang } from '#platform/i18n/index.ts';
import type { Binaries } from './binaries.ts';
import type { Connection } from './outcome.ts';
import type { Account } from './passage.ts';
import type { Placement } from './placement.ts';
import type { ServerSettings } from './settings.ts';
import { port } from './socket.ts';

/** Everything decided before a server is looked for or started. */
export type Site = {
  placement: Placement;
  binaries: Binaries;
  account: Account | undefined;
  settings: ServerSettings;
  socketDirectory: string;
  superuser: string;
  lang: Lang;
  /** Tells the operator and keeps the sentence among the outcome's notes. */
  note: (text: string) => void;
  /** Tells the operator only. */
  log: (text: string) => void;
};

export function connectionTo(host: string, user: string, database: string): Connection {
  return { host, port, user, database };
}
