import type { Command } from '../command.ts';
import { basemap } from './basemap.ts';
import { bench } from './bench.ts';
import { boundaries } from './boundaries.ts';
import { reindex, verify } from './care.ts';
import { doctor } from './doctor.ts';
import { dumps } from './dumps.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { probe } from './probe.ts';
import { programme } from './programme.ts';
import { migrate, server, worker } from './roles.ts';
import { standards } from './standards.ts';
import { starter } from './starter.ts';
import { test } from './test.ts';
import { token } from './token.ts';
import { up } from './up.ts';

/** Every command, in the order the overview shows them. */
export const COMMANDS: readonly Command[] = [
  up,
  test,
  bench,
  server,
  worker,
  migrate,
  token,
  starter,
  standards,
  importCommand,
  exportCommand,
  dumps,
  programme,
  boundaries,
  basemap,
  reindex,
  verify,
  doctor,
  probe,
];
